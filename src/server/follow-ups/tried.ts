import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import type { NamedRound } from "@/domain/rules/rounds";
import { countHolders } from "@/server/caseload/holders";
import type { Scoped } from "@/server/scope";

/** Of those whom a round still asks for, how many could not be reached at least once, and the list of exactly them. */
export async function countTried(scope: Scoped, round: NamedRound, within: HolderFilter) {
  const filter: HolderFilter = { ...within, round: `${round.id}_tried` };
  return { round: round.id, count: await countHolders(scope, filter), href: holdersHref(filter) };
}
export type Tried = Awaited<ReturnType<typeof countTried>>;
