import { z } from "zod";
import { optionalText, requiredText } from "@/domain/fields";
import { type Actor, reachOf } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { lockMoves, officerOfCode } from "@/server/caseload/give";
import { chosenHolders } from "@/server/caseload/moves";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";

const codePattern = /^\d{4}[BGDCALO]\d{3}$/;

/** What a transfer keeps of each of its people. */
const transferredPerson = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  moo: true,
  districtCode: true,
  provinceCode: true,
  accountOfficerId: true,
  subdistrict: { select: { name: true } },
} as const;

/**
 * Asks to hand cases over: to a colleague by their code, or to another district, which says who takes them. Until the
 * receiver accepts, every case stays where it is. One request is only for holders of one district.
 */
export const askTransfer = defineCommand({
  name: "askTransfer",
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

type Receiver = { districtCode: string; officerId: string | null; code: string | null };
type Handed = Prisma.HolderGetPayload<{ select: typeof transferredPerson }>;
type Question = {
  /** Of one district. */
  holders: readonly Handed[];
  to: Receiver;
  reason: string;
  presentAddress: string | null;
};

/** Writes the question under the command's id and tells who answers it. */
async function writeTransfer(scope: CommandScope<unknown>, asked: Question) {
  const { tx, id, actor, today } = scope;
  const { holders, to, reason, presentAddress } = asked;
  const [first] = holders;
  if (!first) throw new Refusal("CONFLICT");
  const { provinceCode, districtCode } = first;
  await tx.caseloadTransfer.createMany({
    data: [
      {
        id,
        provinceCode,
        districtCode,
        toDistrictCode: to.districtCode,
        toOfficerId: to.officerId,
        toOfficerCode: to.code,
        people: holders.length,
        reason,
        presentAddress,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      },
    ],
  });
  await tx.transferPerson.createMany({
    data: holders.map((holder) => ({
      transferId: id,
      holderId: holder.id,
      provinceCode,
      districtCode,
      name: fullName(holder.title, holder.firstName, holder.lastName),
      village: [holder.moo && `หมู่ที่ ${holder.moo}`, `ต.${holder.subdistrict.name}`]
        .filter(Boolean)
        .join(" "),
      fromOfficerId: holder.accountOfficerId,
    })),
  });
  await notify(scope, {
    to: to.officerId
      ? [to.officerId]
      : await listOfficerIds(scope, ["district_chief", "district_secretary"], to.districtCode),
    kind: "transfer_asked",
    href: "/transfers",
  });
}

type Moved = {
  holderId: string;
  toDistrictCode: string;
  reason: string;
  presentAddress: string | null;
};

/**
 * Somebody has moved to another district of the province: that district is asked to take the case over. Until it does,
 * the person stays with the officer of today, and always in the cohort of the home district.
 */
export async function askDistrictOfMove(scope: CommandScope<unknown>, moved: Moved) {
  const { holderId, toDistrictCode, ...words } = moved;
  const holder = await scope.tx.holder.findUniqueOrThrow({
    where: { id: holderId },
    select: transferredPerson,
  });
  const to = await otherDistrict(scope, { home: holder.districtCode, code: toDistrictCode });
  if (!to) throw invalid({ toDistrictCode: "choose" });
  await writeTransfer(scope, { holders: [holder], to, ...words });
}

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

/** Another district of the actor's province than the home of the case; null where it is none. */
async function otherDistrict(
  { tx, actor }: Scoped,
  { home, code }: { home: string; code: string },
): Promise<Receiver | null> {
  const district = await tx.district.findUnique({ where: { code } });
  if (!district || district.code === home || district.provinceCode !== actor.provinceCode)
    return null;
  return { districtCode: district.code, officerId: null, code: null };
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
