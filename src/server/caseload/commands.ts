import { z } from "zod";
import { optionalText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { giveTo, keepMove, lockMoves, officerOfCode } from "@/server/caseload/give";
import { listToMove } from "@/server/caseload/moves";
import { listWithoutOfficer } from "@/server/caseload/queries";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import type { Scoped } from "@/server/scope";

const officerCode = z.string().regex(/^\d{4}[BGDCALO]\d{3}$/, { error: "assign.officer" });

/**
 * Gives everybody of a subdistrict who has no account officer and needs one (`listWithoutOfficer`) to one
 * officer. `expected` is the number that was shown: where another one was faster, the answer is CONFLICT
 * with the number that stands.
 */
export const assignSubdistrict = defineCommand({
  name: "assignSubdistrict",
  action: "caseload.assign",
  input: z.strictObject({
    subdistrictCode: z.string().regex(/^\d{6}$/, { error: "assign.subdistrict" }),
    officerCode,
    expected: z.int().min(1),
  }),
  subject: async ({ tx }, { subdistrictCode }) => {
    const area = await tx.subdistrict.findUnique({
      where: { code: subdistrictCode },
      include: { district: true },
    });
    return (
      area && {
        type: "subdistrict",
        id: area.code,
        districtCode: area.districtCode,
        provinceCode: area.district.provinceCode,
      }
    );
  },
  async run(scope) {
    const { input } = scope;
    await lockMoves(scope);
    const holders = await listWithoutOfficer(scope, input.subdistrictCode);
    if (holders.length !== input.expected)
      throw new Refusal("CONFLICT", { people: holders.length });
    const officer = await officerOfCode(scope, input.officerCode);
    const ids = holders.map(({ id }) => id);
    await keepMove(scope, { kind: "assign", people: ids.length });
    await giveTo(scope, ids, officer);
    return { people: holders.length, officerId: officer.officerId, officerCode: officer.code };
  },
  detail: ({ officerCode }, { people }) => ({ officerCode, people }),
});

/** Gives one holder who has no account officer to one, whatever his age and income. */
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
    // Moving somebody from one officer to another is another act than giving him to the first.
    if (holder.accountOfficerCode)
      throw new Refusal("CONFLICT", { officerCode: holder.accountOfficerCode });
    const officer = await officerOfCode(scope, input.officerCode);
    await keepMove(scope, { kind: "assign", people: 1 });
    await giveTo(scope, [input.holderId], officer);
    return { holderId: input.holderId, officerId: officer.officerId, officerCode: officer.code };
  },
});

/**
 * Gives everybody who matches a filter of the list, or who was picked in it, to one officer, whoever has them now.
 * Those he has already stay untouched. `expected` is the number that was shown: CONFLICT where another number
 * stands now. One statement: all or nobody.
 */
export const moveHolders = defineCommand({
  name: "moveHolders",
  action: "caseload.assign",
  input: z.strictObject({
    filter: z.record(z.string().max(30), z.string().max(60)),
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
 * Takes a move back exactly: everybody returns to the officer, or to nobody, as before. Refused where anybody has
 * worked on one of its holders since, or moved one again; and a second time.
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

/** A change of the actor's own district as a whole. */
async function ownDistrict({ actor }: Scoped) {
  const { districtCode, provinceCode } = actor;
  return districtCode ? { type: "district", id: districtCode, districtCode, provinceCode } : null;
}
