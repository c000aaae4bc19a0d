import { z } from "zod";
import { optionalNumberOfPaper, optionalText } from "@/domain/fields";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import type { Subject } from "@/domain/policy";
import { isCounted } from "@/domain/registration";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { nationalIdIndex } from "@/server/holders/national-id";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";

async function registrationSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const row = await tx.registration.findUnique({
    where: { id },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return row && { type: "registration", ...row };
}

const input = z.strictObject({
  registrationId: z.uuid(),
  outcome: z.enum(["asked_ministry", "confirmed", "refused", "found", "other_number"], {
    error: "choose",
  }),
  letterNumber: optionalNumberOfPaper(60),
  reason: optionalText(300),
  /** The number under which the person is on the list, if it is not the one that they gave. */
  nationalId: optionalText(20),
});

/** Outcomes that stand on a letter: to the Ministry, or from it. */
const byLetter: readonly string[] = ["asked_ministry", "confirmed"];

/**
 * The province's decision about a person who was on no list: asked the Ministry, confirmed by its letter (never by who
 * registered them; the database holds the same), refused with the reason, or found on the list under another number,
 * which counts when another person has approved it.
 */
export const decideRegistration = defineCommand({
  name: "decideRegistration",
  action: "registration.decide",
  input: input
    .refine(({ outcome, letterNumber }) => letterNumber || !byLetter.includes(outcome), {
      path: ["letterNumber"],
      error: "missing",
    })
    .refine((given) => given.outcome !== "refused" || given.reason, {
      path: ["reason"],
      error: "missing",
    })
    .refine((given) => given.outcome !== "other_number" || given.nationalId, {
      path: ["nationalId"],
      error: "missing",
    }),
  subject: (scope, { registrationId }) => registrationSubject(scope, registrationId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, subject, today, id } = scope;
    const person = await readRegistration(scope);
    refuseDecision(scope, person);
    const holderId = await holderMeant(scope, person.nationalIdIndex);
    await tx.registrationDecision.createMany({
      data: [
        {
          id,
          registrationId: person.id,
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
    await notify(scope, {
      to: holderId
        ? await listOfficerIds(scope, ["governor"])
        : await concerned(scope, person.districtCode, person),
      kind: holderId ? "registration_found" : "registration_decided",
      href: `/registrations/${person.id}`,
    });
    return { decisionId: id };
  },
});

type Deciding = CommandScope<z.output<typeof input>>;

async function readRegistration({ tx, input }: Deciding) {
  return tx.registration.findUniqueOrThrow({
    where: { id: input.registrationId },
    include: {
      decisions: { where: { approval: { in: ["pending", "approved"] } }, select: { id: true } },
      holder: {
        select: { standing: true, accountOfficerId: true, interviewedOn: true },
      },
    },
  });
}
type Person = Awaited<ReturnType<typeof readRegistration>>;

/** What this outcome may not do: decide twice, confirm one's own, move an interview to somebody else. */
function refuseDecision({ actor, input }: Deciding, { decisions, holder, recordedById }: Person) {
  if (decisions.length > 0 || (holder && isCounted(holder.standing))) throw new Refusal("CONFLICT");
  if (input.outcome === "confirmed") {
    if (!holder) throw invalid({ outcome: "notWhole" });
    if (recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
  }
  if (input.outcome === "other_number" && holder?.interviewedOn)
    throw invalid({ outcome: "interviewed" });
}

/** Who works with the person: the district, who wrote them down, and their account officer. */
async function concerned(
  scope: Scoped,
  districtCode: string,
  {
    recordedById,
    holder,
  }: Pick<Person, "recordedById"> & {
    holder: { accountOfficerId: string | null } | null;
  },
): Promise<string[]> {
  const district = await listOfficerIds(
    scope,
    ["district_chief", "district_secretary"],
    districtCode,
  );
  const officer = holder?.accountOfficerId;
  return [...new Set([...district, recordedById, ...(officer ? [officer] : [])])];
}

/** The holder that was found, by the number that the person gave or by another; null if nothing was found. */
async function holderMeant(
  { tx, input: { outcome, nationalId } }: Deciding,
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
export const approveFound = defineCommand({
  name: "approveFound",
  action: "registration.approve",
  input: z.strictObject({
    decisionId: z.uuid(),
    outcome: z.enum(["approved", "rejected"], { error: "choose" }),
  }),
  subject: async ({ tx }, { decisionId }) => {
    const row = await tx.registrationDecision.findUnique({
      where: { id: decisionId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return row && { type: "registration", ...row };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const found = await tx.registrationDecision.findUniqueOrThrow({
      where: { id: input.decisionId },
      select: { recordedById: true, holderId: true, districtCode: true, registrationId: true },
    });
    if (found.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.registrationDecision.updateMany({
      where: { id: input.decisionId, approval: "pending" },
      data: {
        approval: input.outcome,
        approvedById: actor.id,
        approvedOn: toDateColumn(today),
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    const district = await listOfficerIds(scope, ["district_secretary"], found.districtCode);
    await notify(scope, {
      to: [found.recordedById, ...district],
      kind: "registration_decided",
      href: `/registrations/${found.registrationId}`,
      holderId: found.holderId,
    });
    return { outcome: input.outcome };
  },
});
