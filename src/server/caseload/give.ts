import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";

/** How holders change hands: what every command that gives caseloads shares. One id a command: its move. */

type Move = {
  kind: string;
  people: number;
  reason?: string | null;
  undoesId?: string;
  delegationId?: string | null;
};

/** The move as a whole, before its assignments. */
export async function keepMove(
  { tx, id, subject, actor, today }: CommandScope<unknown>,
  move: Move,
) {
  await tx.caseloadMove.createMany({
    data: [
      {
        id,
        ...move,
        provinceCode: subject.provinceCode as string,
        districtCode: subject.districtCode as string,
        movedById: actor.id,
        movedOn: toDateColumn(today),
      },
    ],
  });
}

/** One statement for any number of holders; each assignment remembers whose he was. */
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

/** Moves within a district wait for each other, so that nobody is given to two officers at once. */
export async function lockMoves({ tx, subject }: CommandScope<unknown>) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`moves ${subject.districtCode}`}, 0))::text`;
}

/** The code must be in force, in this district, and of an officer who may still sign in. */
export async function officerOfCode({ tx, subject, today }: CommandScope<unknown>, code: string) {
  const found = await tx.accountOfficerCode.findUnique({
    where: { code },
    select: {
      code: true,
      officerId: true,
      districtCode: true,
      endsOn: true,
      officer: { select: { status: true } },
    },
  });
  const ended = found?.endsOn && found.endsOn < toDateColumn(today);
  if (
    !found ||
    found.districtCode !== subject.districtCode ||
    ended ||
    found.officer.status !== "active"
  )
    throw new Refusal("INVALID", undefined, { officerCode: ["assign.officer"] });
  return found;
}
