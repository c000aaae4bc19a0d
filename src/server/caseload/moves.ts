import { readHolderFilter } from "@/domain/holder-filter";
import { fromDateColumn } from "@/server/clock";
import { holdersFor, type Scoped } from "@/server/scope";
import { holdersMatching } from "./holders";

/** Whom a move concerns: everybody who matches the filter of a list, or those picked in it. */
export type MoveChoice = { filter: Record<string, string>; picked: readonly string[] };

/** The holders that a move to this officer changes: those he has already are left out. */
export async function listToMove(scope: Scoped, choice: MoveChoice, officerId: string) {
  return scope.tx.holder.findMany({
    where: {
      AND: [
        chosenHolders(scope, choice),
        { OR: [{ accountOfficerId: null }, { accountOfficerId: { not: officerId } }] },
      ],
    },
    select: { id: true, accountOfficerId: true },
  });
}

function chosenHolders(scope: Scoped, { filter, picked }: MoveChoice) {
  const reach = holdersFor(scope.actor, "caseload.assign");
  // Nothing picked means everybody of the list; some picked are exactly these, whatever the list.
  return picked.length > 0
    ? { AND: [reach, { id: { in: [...picked] } }] }
    : { AND: [reach, holdersMatching(scope, readHolderFilter(filter))] };
}

/** Of the chosen: how many each officer has now; null is nobody's. What a preview adds and takes away. */
export async function countByOfficer(scope: Scoped, choice: MoveChoice) {
  const rows = await scope.tx.holder.groupBy({
    by: ["accountOfficerId"],
    where: chosenHolders(scope, choice),
    _count: true,
  });
  return rows.map(({ accountOfficerId, _count }) => ({
    officerId: accountOfficerId,
    people: _count,
  }));
}

/** The district's moves, newest first, and whether each has been taken back. */
export async function listMoves({ tx, actor }: Scoped) {
  const rows = await tx.caseloadMove.findMany({
    where: { districtCode: actor.districtCode ?? "" },
    select: {
      id: true,
      kind: true,
      people: true,
      reason: true,
      movedOn: true,
      movedBy: { select: { name: true } },
      undoneBy: { select: { id: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const officers = await tx.assignment.groupBy({
    by: ["moveId", "officerCode"],
    where: { moveId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map(({ movedOn, movedBy, undoneBy, ...move }) => ({
    ...move,
    kind: move.kind as "assign" | "balance" | "transfer" | "handover" | "undo",
    movedOn: fromDateColumn(movedOn),
    movedBy: movedBy.name,
    undone: undoneBy !== null,
    to: officers
      .filter(({ moveId }) => moveId === move.id)
      .flatMap(({ officerCode }) => officerCode ?? []),
  }));
}
export type CaseloadMove = Awaited<ReturnType<typeof listMoves>>[number];
