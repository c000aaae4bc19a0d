import type { Attempts } from "@/domain/follow-up";
import type { NamedRound } from "@/domain/rules/rounds";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** The attempts in the time of a round: the days on which a contact would have counted for it. */
export function attemptsOf({ time: { from, before } }: NamedRound) {
  return {
    attemptedOn: { gte: toDateColumn(from), ...(before && { lt: toDateColumn(before) }) },
  } satisfies Prisma.ContactAttemptWhereInput;
}

/** The attempts in a round by holder; who was not tried is not in it. */
export async function countAttempts(
  { tx }: Scoped,
  round: NamedRound | null | undefined,
  holderIds: readonly string[],
): Promise<Map<string, Attempts>> {
  if (!round || holderIds.length === 0) return new Map();
  const groups = await tx.contactAttempt.groupBy({
    by: "holderId",
    where: { holderId: { in: [...holderIds] }, ...attemptsOf(round) },
    _count: true,
    _max: { attemptedOn: true },
  });
  return new Map(
    groups.flatMap(({ holderId, _count, _max: { attemptedOn } }) =>
      attemptedOn ? [[holderId, { count: _count, lastOn: fromDateColumn(attemptedOn) }]] : [],
    ),
  );
}
