import { z } from "zod";
import { optionalText } from "@/domain/fields";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import type { Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { nationalIdIndex } from "@/server/holders/national-id";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";

async function unlistedSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const row = await tx.unlistedPerson.findUnique({
    where: { id },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return row && { type: "unlisted", ...row };
}

const input = z.strictObject({
  unlistedId: z.uuid(),
  outcome: z.enum(["asked_ministry", "not_holder", "found", "other_number"], { error: "choose" }),
  letterNumber: optionalText(60),
  reason: optionalText(300),
  /** The number under which the person is on the list, if it is not the one that they gave. */
  nationalId: optionalText(20),
});

/**
 * The province's decision about a person who was on no list: asked the Ministry, no card holder, or found on the list,
 * which counts when another person has approved it.
 */
export const decideUnlisted = defineCommand({
  name: "decideUnlisted",
  action: "unlisted.decide",
  input: input
    .refine((given) => given.outcome !== "asked_ministry" || given.letterNumber, {
      path: ["letterNumber"],
      error: "missing",
    })
    .refine((given) => given.outcome !== "not_holder" || given.reason, {
      path: ["reason"],
      error: "missing",
    })
    .refine((given) => given.outcome !== "other_number" || given.nationalId, {
      path: ["nationalId"],
      error: "missing",
    }),
  subject: (scope, { unlistedId }) => unlistedSubject(scope, unlistedId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, subject, today, id } = scope;
    const person = await tx.unlistedPerson.findUniqueOrThrow({
      where: { id: input.unlistedId },
      include: { decisions: { where: { approval: { in: ["pending", "approved"] } } } },
    });
    if (person.decisions.length > 0) throw new Refusal("CONFLICT");
    const holderId = await holderMeant(scope, person.nationalIdIndex);
    await tx.unlistedDecision.createMany({
      data: [
        {
          id,
          unlistedId: person.id,
          provinceCode: subject.provinceCode ?? "",
          districtCode: subject.districtCode ?? "",
          // Found under another number is stored like any other find.
          outcome: input.outcome === "other_number" ? "found" : input.outcome,
          letterNumber: input.letterNumber,
          reason: input.reason,
          holderId,
          approval: holderId ? "pending" : null,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    const district = await listOfficerIds(scope, ["district_secretary"], person.districtCode);
    await notify(scope, {
      to: holderId ? await listOfficerIds(scope, ["governor"]) : [...district, person.recordedById],
      kind: holderId ? "unlisted_found" : "unlisted_decided",
      href: holderId ? `/province/unlisted/${person.id}` : "/district/unlisted",
    });
    return { decisionId: id };
  },
});

/** The holder that was found, by the number that the person gave or by another; null if nothing was found. */
async function holderMeant(
  { tx, input: { outcome, nationalId } }: CommandScope<z.output<typeof input>>,
  given: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (outcome !== "found" && outcome !== "other_number") return null;
  const digits = normalizeNationalId(nationalId ?? "");
  if (outcome === "other_number" && nationalIdFault(digits)) throw invalid({ nationalId: "wrong" });
  const index = outcome === "found" ? given : nationalIdIndex(digits);
  const holder = await tx.holder.findUnique({
    where: { nationalIdIndex: index },
    select: { id: true },
  });
  const at = outcome === "found" ? "outcome" : "nationalId";
  if (!holder) throw invalid({ [at]: "notListed" });
  return holder.id;
}

/**
 * Approves that a person was found: a trigger records the intent for the holder, with the day on which they came and the
 * receipt of that day. Never by the officer who proposed it, nor by the one who received the person.
 */
export const approveUnlisted = defineCommand({
  name: "approveUnlisted",
  action: "unlisted.approve",
  input: z.strictObject({
    decisionId: z.uuid(),
    outcome: z.enum(["approved", "rejected"], { error: "choose" }),
  }),
  subject: async ({ tx }, { decisionId }) => {
    const row = await tx.unlistedDecision.findUnique({
      where: { id: decisionId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return row && { type: "unlisted", ...row };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const found = await tx.unlistedDecision.findUniqueOrThrow({
      where: { id: input.decisionId },
      select: { recordedById: true, holderId: true, districtCode: true, unlistedId: true },
    });
    if (found.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.unlistedDecision.updateMany({
      where: { id: input.decisionId, approval: "pending" },
      data: {
        approval: input.outcome,
        approvedById: actor.id,
        approvedOn: toDateColumn(today),
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    const district = await listOfficerIds(scope, ["district_secretary"], found.districtCode);
    const told = { kind: "unlisted_decided", holderId: found.holderId } as const;
    await notify(scope, { ...told, to: district, href: "/district/unlisted" });
    // Who decided is of the province, where the district's own list does not open.
    const record = `/province/unlisted/${found.unlistedId}`;
    await notify(scope, { ...told, to: [found.recordedById], href: record });
    return { outcome: input.outcome };
  },
});
