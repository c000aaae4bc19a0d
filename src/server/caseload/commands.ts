import { z } from "zod";
import { optionalText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { seasonOf } from "@/domain/season";
import { listBalanceGifts, suggestDistrictBalance } from "@/server/caseload/balance";
import {
  giveAll,
  giveTo,
  inForce,
  keepMove,
  lockMoves,
  officerOfCode,
} from "@/server/caseload/give";
import { listToMove } from "@/server/caseload/moves";
import { listWithoutOfficer } from "@/server/caseload/queries";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { ownDistrict } from "@/server/own-district";
import { homeVisits } from "@/server/settings/queries";

const officerCode = z
  .string({ error: "choose" })
  .regex(/^\d{4}[BGDCALO]\d{3}$/, { error: "choose" });

/**
 * Assigns all holders of some subdistricts of the actor's district who have no account officer and need one
 * (`listWithoutOfficer`) to one officer, as one move. `expected` is the number that was shown: if somebody else was faster,
 * the answer is CONFLICT with the number now. NOT_FOUND for a subdistrict elsewhere.
 */
export const assignSubdistricts = defineCommand({
  name: "assignSubdistricts",
  action: "caseload.assign",
  input: z.strictObject({
    subdistrictCodes: z
      .array(z.string().regex(/^\d{6}$/))
      .min(1, { error: "choose" })
      .max(100),
    officerCode,
    expected: z.int().min(1),
  }),
  subject: async (scope, { subdistrictCodes }) => {
    const own = await ownDistrict(scope);
    const here = await scope.tx.subdistrict.count({
      where: { code: { in: subdistrictCodes }, districtCode: own?.id ?? "" },
    });
    return here === new Set(subdistrictCodes).size ? own : null;
  },
  async run(scope) {
    const { input } = scope;
    await lockMoves(scope);
    const holders = await listWithoutOfficer(scope, input.subdistrictCodes);
    if (holders.length !== input.expected)
      throw new Refusal("CONFLICT", { people: holders.length });
    const officer = await officerOfCode(scope, input.officerCode);
    const ids = holders.map(({ id }) => id);
    await keepMove(scope, { kind: "assign", people: ids.length });
    await giveTo(scope, ids, officer);
    return { people: holders.length, officerId: officer.officerId, officerCode: officer.code };
  },
  detail: ({ officerCode, subdistrictCodes }, { people }) => ({
    officerCode,
    subdistricts: subdistrictCodes,
    people,
  }),
});

/** Assigns one holder without an account officer to one, whatever the holder's age and income. */
export const assignHolder = defineCommand({
  name: "assignHolder",
  action: "caseload.assign",
  input: z.strictObject({ holderId: z.uuid(), officerCode }),
  subject: async ({ tx }, { holderId }) => {
    const holder = await tx.holder.findUnique({
      where: { id: holderId },
      select: { id: true, provinceCode: true, districtCode: true, accountOfficerId: true },
    });
    return holder && { type: "holder", ...holder };
  },
  detail: ({ officerCode }) => ({ officerCode }),
  async run(scope) {
    const { input, tx } = scope;
    await lockMoves(scope);
    const holder = await tx.holder.findUniqueOrThrow({
      where: { id: input.holderId },
      select: { accountOfficerCode: true },
    });
    // This command only gives a first officer; a move from one officer to another is another command.
    if (holder.accountOfficerCode)
      throw new Refusal("CONFLICT", { officerCode: holder.accountOfficerCode });
    const officer = await officerOfCode(scope, input.officerCode);
    await keepMove(scope, { kind: "assign", people: 1 });
    await giveTo(scope, [input.holderId], officer);
    return { holderId: input.holderId, officerId: officer.officerId, officerCode: officer.code };
  },
});

/**
 * Assigns all holders who match a filter of the list, or who were picked in it, to one officer, whoever has them now.
 * Holders whom this officer already has stay unchanged. `expected` is the number that was shown: CONFLICT if the number
 * is another now. One statement: all or nobody.
 */
export const moveHolders = defineCommand({
  name: "moveHolders",
  ofMany: true,
  action: "caseload.assign",
  input: z.strictObject({
    filter: z.record(z.string().max(30), z.string().max(60)),
    // Picked one by one; for the whole list the screen sends its filter, which has no limit.
    picked: z.array(z.uuid()).max(20_000),
    officerCode,
    reason: optionalText(300),
    expected: z.int().min(1),
  }),
  subject: ownDistrict,
  detail: ({ officerCode, expected }) => ({ officerCode, people: expected }),
  async run(scope) {
    const { input } = scope;
    await lockMoves(scope);
    const officer = await officerOfCode(scope, input.officerCode);
    const holders = await listToMove(scope, input, officer.officerId);
    if (holders.length !== input.expected)
      throw new Refusal("CONFLICT", { people: holders.length });
    const ids = holders.map(({ id }) => id);
    const kind = holders.some(({ accountOfficerId }) => accountOfficerId) ? "transfer" : "assign";
    await keepMove(scope, { kind, people: ids.length, reason: input.reason });
    await giveTo(scope, ids, officer);
    return { moveId: scope.id, people: ids.length };
  },
});

/**
 * Carries out the suggestion as one move. `stamp` is the suggestion that was shown: if the suggestion is another now, the
 * answer is CONFLICT and nothing is moved.
 */
export const balanceCaseloads = defineCommand({
  name: "balanceCaseloads",
  action: "caseload.assign",
  input: z.strictObject({
    stamp: z.string().regex(/^[0-9a-f]{64}$/),
    reason: optionalText(300),
  }),
  subject: ownDistrict,
  async run(scope) {
    // After the home visits nobody is left to be shared out: the screen offers it no longer.
    if (seasonOf(scope.today, await homeVisits(scope, scope.today)) === "over")
      throw new Refusal("OUTSIDE_WINDOW");
    await lockMoves(scope);
    const suggestion = await suggestDistrictBalance(scope, scope.today);
    if (suggestion.stamp !== scope.input.stamp || suggestion.people === 0)
      throw new Refusal("CONFLICT", { people: suggestion.people });
    const gifts = await listBalanceGifts(scope, suggestion);
    await keepMove(scope, {
      kind: "balance",
      people: gifts.length,
      reason: scope.input.reason,
    });
    await giveAll(scope, gifts);
    return { moveId: scope.id, people: gifts.length };
  },
  detail: (_, { people }) => ({ people }),
});

/**
 * Undoes a move exactly: every holder returns to the officer, or to nobody, as before. Refused if an officer has since
 * worked on one of its holders or moved one again, if an earlier officer has left, or if it is undone already.
 */
export const undoMove = defineCommand({
  name: "undoMove",
  action: "caseload.assign",
  input: z.strictObject({ moveId: z.uuid() }),
  subject: async ({ tx }, { moveId }) => {
    const move = await tx.caseloadMove.findUnique({
      where: { id: moveId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return move && { type: "caseload_move", ...move };
  },
  async run(scope) {
    const { tx, input, actor, today } = scope;
    await lockMoves(scope);
    const move = await tx.caseloadMove.findUniqueOrThrow({
      where: { id: input.moveId },
      select: { kind: true, people: true, undoneBy: { select: { id: true } } },
    });
    if (move.kind === "undo" || move.undoneBy) throw new Refusal("CONFLICT");
    const [acted] = await tx.$queryRaw<
      { yes: boolean }[]
    >`SELECT app.move_acted_on(${input.moveId}::uuid) AS yes`;
    if (acted?.yes) throw new Refusal("ACTED_ON");
    await expectStillThere(scope);
    await keepMove(scope, { kind: "undo", people: move.people, undoesId: input.moveId });
    await tx.$executeRaw`
      INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code,
        previous_officer_id, previous_officer_code, assigned_by_id, assigned_on)
      SELECT gen_random_uuid(), ${scope.id}::uuid, holder_id, province_code, district_code, previous_officer_id,
        previous_officer_code, officer_id, officer_code, ${actor.id}::uuid, ${toDateColumn(today)}::date
      FROM assignment WHERE move_id = ${input.moveId}::uuid`;
    return { people: move.people };
  },
});

/** Refuses to give holders back to an officer who has left since. */
async function expectStillThere({ tx, input, today }: CommandScope<{ moveId: string }>) {
  const before = await tx.assignment.groupBy({
    by: ["previousOfficerCode"],
    where: { moveId: input.moveId, previousOfficerCode: { not: null } },
  });
  const codes = before.flatMap(({ previousOfficerCode }) => previousOfficerCode ?? []);
  const still = await tx.accountOfficerCode.count({
    where: { code: { in: codes }, ...inForce(today) },
  });
  if (still !== codes.length) throw new Refusal("OFFICER_ENDED");
}
