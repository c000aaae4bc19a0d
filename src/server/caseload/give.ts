import { invalid } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { areaOf } from "@/server/own-district";

/** What all moves of caseloads share: one at a time in a district, recorded as a whole, one statement for all holders. */

type Move = {
  kind: "assign" | "balance" | "transfer" | "handover" | "undo";
  people: number;
  reason?: string | null;
  undoesId?: string;
  /** The order under which it is done, if the command has already looked it up. */
  delegationId?: string | null;
};

/** Records the move before its assignments; a secretary's move keeps the order under which the secretary acts. */
export async function keepMove(scope: CommandScope<unknown>, move: Move) {
  const { tx, id, subject, actor, today } = scope;
  const order =
    move.delegationId === undefined
      ? ((await findDelegation(scope, today))?.id ?? null)
      : move.delegationId;
  await tx.caseloadMove.createMany({
    data: [
      {
        id,
        ...move,
        ...areaOf(subject),
        delegationId: order,
        movedById: actor.id,
        movedOn: toDateColumn(today),
      },
    ],
  });
}

/** One holder and the officer who gets this holder. */
export type Gift = { holderId: string; officerId: string; officerCode: string };

/** One statement for any number of holders; each assignment keeps the officer before it. */
export async function giveAll(
  { tx, id, actor, today }: CommandScope<unknown>,
  gifts: readonly Gift[],
) {
  const [holders, officers, codes] = [
    gifts.map(({ holderId }) => holderId),
    gifts.map(({ officerId }) => officerId),
    gifts.map(({ officerCode }) => officerCode),
  ];
  await tx.$executeRaw`
    INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code,
      previous_officer_id, previous_officer_code, assigned_by_id, assigned_on)
    SELECT gen_random_uuid(), ${id}::uuid, h.id, h.province_code, h.district_code, g.officer_id, g.officer_code,
      h.account_officer_id, h.account_officer_code, ${actor.id}::uuid, ${toDateColumn(today)}::date
    FROM unnest(${holders}::uuid[], ${officers}::uuid[], ${codes}::text[]) AS g(holder_id, officer_id, officer_code)
    JOIN holder h ON h.id = g.holder_id`;
}

/** All of them to one officer. */
export async function giveTo(
  { tx, id, actor, today }: CommandScope<unknown>,
  holderIds: readonly string[],
  officer: { officerId: string; code: string },
) {
  await tx.$executeRaw`
    INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code,
      previous_officer_id, previous_officer_code, assigned_by_id, assigned_on)
    SELECT gen_random_uuid(), ${id}::uuid, h.id, h.province_code, h.district_code, ${officer.officerId}::uuid,
      ${officer.code}, h.account_officer_id, h.account_officer_code, ${actor.id}::uuid, ${toDateColumn(today)}::date
    FROM holder h WHERE h.id = ANY(${[...holderIds]}::uuid[])`;
}

/** Moves within a district wait for each other, so that no holder is given to two officers at once. */
export async function lockMoves(
  { tx, subject }: CommandScope<unknown>,
  districtCode = subject.districtCode,
) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`moves ${districtCode}`}, 0))::text`;
}

/** The code must be in force, in this district, and of an officer who may sign in. */
export async function officerOfCode(
  { tx, subject, today }: CommandScope<unknown>,
  code: string,
  districtCode = subject.districtCode,
) {
  const found = await tx.accountOfficerCode.findFirst({
    where: { code, districtCode: districtCode ?? "", ...inForce(today) },
    select: { code: true, officerId: true, districtCode: true },
  });
  if (!found) throw invalid({ officerCode: "choose" });
  return found;
}

/** Codes that have not ended, of officers who may sign in. */
export function inForce(today: string) {
  return {
    officer: { status: "active" },
    OR: [{ endsOn: null }, { endsOn: { gte: toDateColumn(today) } }],
  };
}
