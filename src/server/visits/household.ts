import { areHousemates } from "@/domain/walk";
import { findableNow } from "@/server/caseload/work";
import { fullName } from "@/server/holders/search";
import { holdersFor, type Scoped } from "@/server/scope";
import { doorColumns, doorOf } from "./person";

const columns = { ...doorColumns, id: true, title: true, firstName: true, lastName: true } as const;

/** The others of a holder's house, in reach: who waits for an interview, and how far the house can travel, as one has said. */
export async function findHousehold(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const inReach = holdersFor(actor, "holder.list");
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, inReach] },
    select: columns,
  });
  if (!holder?.visitHouseNo) return { waiting: [], travel: null };
  const { visitSubdistrictCode, visitMoo, visitHouseNo } = holder;
  const house = {
    AND: [inReach, { visitSubdistrictCode, visitMoo, visitHouseNo, id: { not: holderId } }],
  };
  const waiting = await tx.holder.findMany({
    where: { AND: [house, findableNow] },
    select: columns,
    orderBy: [{ searchName: "asc" }, { id: "asc" }],
  });
  const told = await tx.assessment.findFirst({
    where: { holder: house },
    select: { answers: true, holder: { select: columns } },
    orderBy: [{ interviewedOn: "desc" }, { id: "desc" }],
  });
  const name = (one: typeof holder) => fullName(one.title, one.firstName, one.lastName);
  return {
    waiting: waiting
      .filter((other) => areHousemates(doorOf(other), doorOf(holder)))
      .map((other) => ({ id: other.id, name: name(other) })),
    travel: told?.answers.travel ? { by: name(told.holder), answer: told.answers.travel } : null,
  };
}
export type Household = Awaited<ReturnType<typeof findHousehold>>;
