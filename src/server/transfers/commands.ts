import { z } from "zod";
import { optionalText, requiredText } from "@/domain/fields";
import { type Actor, reachOf } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { lockMoves, officerOfCode } from "@/server/caseload/give";
import { chosenHolders } from "@/server/caseload/moves";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";
import { otherDistrict, transferredPerson, writeTransfer } from "./ask";

const codePattern = /^\d{4}[BGDCALO]\d{3}$/;

/**
 * Asks to hand cases over: to a colleague by their code, or to another district, which says who takes them. Until the
 * receiver accepts, every case stays where it is. One request is only for holders of one district.
 */
export const askTransfer = defineCommand({
  name: "askTransfer",
  ofMany: true,
  action: "transfer.ask",
  input: z.strictObject({
    filter: z.record(z.string().max(30), z.string().max(60)),
    picked: z.array(z.uuid()).max(20_000),
    officerCode: z.string().regex(codePattern, "choose").nullish(),
    districtCode: z
      .string()
      .regex(/^\d{4}$/, "choose")
      .nullish(),
    presentAddress: optionalText(200),
    reason: requiredText(300),
    expected: z.int().min(1),
  }),
  subject: async ({ actor }) => ({
    type: "caseload",
    id: null,
    provinceCode: actor.provinceCode,
    districtCode: actor.districtCode,
    accountOfficerId: actor.id,
  }),
  async run(scope) {
    const { tx, input } = scope;
    const holders = await tx.holder.findMany({
      where: chosenHolders(scope, input, "transfer.ask"),
      select: transferredPerson,
    });
    const [first] = holders;
    if (!first || holders.length !== input.expected)
      throw new Refusal("CONFLICT", { people: holders.length });
    const { districtCode } = first;
    if (holders.some((holder) => holder.districtCode !== districtCode))
      throw invalid({ reason: "oneDistrict" });
    await writeTransfer(scope, { holders, to: await receiverOf(scope, districtCode), ...input });
    return { transferId: scope.id, people: holders.length };
  },
  detail: (_, { people }) => ({ people }),
});

type Asking = CommandScope<{ officerCode?: string | null; districtCode?: string | null }>;

/** A colleague by their code, or another district of the province; never the asking officer. */
async function receiverOf(scope: Asking, home: string) {
  const { actor, input } = scope;
  if (input.officerCode) {
    const found = await officerOfCode(scope, input.officerCode, input.officerCode.slice(0, 4));
    if (found.officerId === actor.id || found.districtCode.slice(0, 2) !== home.slice(0, 2))
      throw invalid({ officerCode: "choose" });
    return found;
  }
  const to = await otherDistrict(scope, { home, code: input.districtCode ?? "" });
  if (!to) throw invalid({ districtCode: "choose" });
  return to;
}

/**
 * The receiver's answer, or the withdrawal by the asking officer. Accepting moves the cases at once (by trigger, in this
 * transaction); a district says which of its account officers takes them.
 */
export const answerTransfer = defineCommand({
  name: "answerTransfer",
  action: "transfer.answer",
  input: z
    .strictObject({
      transferId: z.uuid(),
      outcome: z.enum(["accepted", "refused", "withdrawn"], { error: "choose" }),
      officerCode: z.string().regex(codePattern, "choose").nullish(),
      reason: optionalText(300),
    })
    .refine(({ outcome, reason }) => outcome !== "refused" || reason, {
      error: "missing",
      path: ["reason"],
    }),
  subject: transferSubject,
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input, actor, today } = scope;
    const transfer = await tx.caseloadTransfer.findUniqueOrThrow({
      where: { id: input.transferId },
    });
    const asker = transfer.recordedById === actor.id;
    if (asker !== (input.outcome === "withdrawn")) throw new Refusal("NEEDS_OTHER_OFFICER");
    await lockMoves(scope, transfer.districtCode);
    const given = input.outcome === "accepted" ? await takerOf(scope, transfer) : null;
    const order = await findDelegation(scope, today);
    const { count } = await tx.caseloadTransfer.updateMany({
      where: { id: transfer.id, status: "asked" },
      data: {
        status: input.outcome,
        answerReason: input.reason,
        answeredById: actor.id,
        answeredOn: toDateColumn(today),
        givenOfficerId: given?.officerId ?? null,
        givenOfficerCode: given?.code ?? null,
        delegationId: order?.id ?? null,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    await notify(scope, {
      to: [asker ? transfer.toOfficerId : transfer.recordedById],
      kind: "transfer_answered",
      href: "/transfers",
    });
    return { outcome: input.outcome };
  },
});

type Waiting = { toOfficerCode: string | null; toDistrictCode: string };

/** The named colleague, or the officer whom the district names now; their code must be in force. */
async function takerOf(
  scope: CommandScope<{ officerCode?: string | null }>,
  { toOfficerCode, toDistrictCode }: Waiting,
) {
  return officerOfCode(scope, toOfficerCode ?? scope.input.officerCode ?? "", toDistrictCode);
}

/** Who may answer: the asking officer (to withdraw), the named colleague, or the other district. */
async function transferSubject({ tx, actor }: Scoped, { transferId }: { transferId: string }) {
  const row = await tx.caseloadTransfer.findUnique({ where: { id: transferId } });
  if (!row) return null;
  const answers = answersTransfer(actor, row);
  return {
    type: "transfer",
    id: row.id,
    provinceCode: row.provinceCode,
    districtCode: answers ? actor.districtCode : null,
    ownerId: answers ? actor.id : null,
  };
}

function answersTransfer(
  actor: Actor,
  row: { recordedById: string; toOfficerId: string | null; toDistrictCode: string },
): boolean {
  if (row.recordedById === actor.id || row.toOfficerId === actor.id) return true;
  return (
    row.toOfficerId === null &&
    reachOf(actor, "transfer.answer") === "district" &&
    row.toDistrictCode === actor.districtCode
  );
}
