import { readHolderFilter } from "@/domain/holder-filter";
import type { Action } from "@/domain/policy";
import { fromDateColumn } from "@/server/clock";
import { namedOrder, orderColumns } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { districtFor, holdersFor, type Scoped } from "@/server/scope";
import { holdersMatching } from "./matching";

/** The holders of a move: all who match the filter of a list, or those picked in it. */
export type MoveChoice = { filter: Record<string, string>; picked: readonly string[] };

/** The holders that a move to this officer changes: without those whom this officer already has. */
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

/** The chosen holders as a condition, within the reach of the action. */
export function chosenHolders(
  scope: Scoped,
  { filter, picked }: MoveChoice,
  action: Action = "caseload.assign",
): Prisma.HolderWhereInput {
  const reach = holdersFor(scope.actor, action);
  // Nothing picked means the whole list; with holders picked, exactly these, whatever the filter.
  return picked.length > 0
    ? { AND: [reach, { id: { in: [...picked] } }] }
    : { AND: [reach, holdersMatching(scope, readHolderFilter(filter))] };
}

/** How many holders of a list each officer has now; null: no officer. The preview of a move adds and subtracts these. */
export async function countByOfficer(scope: Scoped, filter: Record<string, string>) {
  const rows = await scope.tx.holder.groupBy({
    by: ["accountOfficerId"],
    where: chosenHolders(scope, { filter, picked: [] }),
    _count: true,
  });
  return rows.map(({ accountOfficerId, _count }) => ({
    officerId: accountOfficerId,
    people: _count,
  }));
}
export type PeopleOfOfficer = Awaited<ReturnType<typeof countByOfficer>>[number];

/** How many holders of a list are within the reach of an action. */
export function countChosen(scope: Scoped, filter: Record<string, string>, action: Action) {
  return scope.tx.holder.count({ where: chosenHolders(scope, { filter, picked: [] }, action) });
}

/** Moves on one page of their list. */
export const movesAPage = 30;

/** The district's moves, newest first: what, by whom, under which order, why, to whom, and whether undone. */
export async function listMoves({ tx, actor }: Scoped, before?: string) {
  const found = await tx.caseloadMove.findMany({
    where: { districtCode: districtFor(actor, "caseload.assign") },
    select: {
      id: true,
      kind: true,
      people: true,
      reason: true,
      movedOn: true,
      movedBy: { select: { name: true, position: true } },
      delegation: { select: orderColumns },
      undoneBy: { select: { id: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    take: movesAPage + 1,
  });
  const rows = found.slice(0, movesAPage);
  const given = await tx.assignment.groupBy({
    by: ["moveId", "officerId"],
    where: { moveId: { in: rows.map(({ id }) => id) }, officerId: { not: null } },
    _count: true,
  });
  const officers = await tx.officer.findMany({
    where: { id: { in: given.flatMap(({ officerId }) => officerId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(officers.map(({ id, name }) => [id, name]));
  return {
    moves: rows.map(({ movedOn, undoneBy, delegation, ...move }) => ({
      ...move,
      kind: move.kind,
      movedOn: fromDateColumn(movedOn),
      order: namedOrder(delegation),
      undone: undoneBy !== null,
      to: given
        .filter(({ moveId }) => moveId === move.id)
        .map(({ officerId, _count }) => ({
          name: nameOf.get(officerId ?? "") ?? "",
          people: _count,
        })),
    })),
    older: found.length > movesAPage ? (rows.at(-1)?.id ?? null) : null,
  };
}
export type CaseloadMove = Awaited<ReturnType<typeof listMoves>>["moves"][number];
