import {
  asksForSteps,
  asksForSums,
  eachAsked,
  type HolderFilter,
  standingsShown,
} from "@/domain/holder-filter";
import { filterConditions } from "@/server/caseload/filter-conditions";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, holdersFor, type Scoped } from "@/server/scope";

/** The filter as a condition on holders, within the actor's reach. */
export function holdersMatching(
  { actor, ruleSets }: Scoped,
  filter: HolderFilter,
): Prisma.HolderWhereInput {
  const plan: Prisma.FollowUpWhereInput[] = [];
  const parts = eachAsked(filter, (key, value): Prisma.HolderWhereInput => {
    const condition = filterConditions[key];
    if ("holder" in condition) return condition.holder(value, actor);
    plan.push(condition.plan(value, ruleSets));
    return {};
  });
  // All in one condition, so that the plan is looked up once, however many conditions are on it.
  if (plan.length > 0) parts.push({ followUp: { is: { AND: [{ active: true }, ...plan] } } });
  const shown = { standing: { in: [...standingsShown(filter)] } };
  return { AND: [holdersFor(actor, "holder.list"), shown, ...parts] };
}

/** The same as a condition on the counters; undefined where the counters do not have it. */
export function tallyMatching(
  { actor }: Scoped,
  filter: HolderFilter,
): Prisma.HolderTallyWhereInput | undefined {
  const area = areaFor(actor, "holder.list");
  const parts = eachAsked(filter, (key, value) => {
    const condition = filterConditions[key];
    return "holder" in condition && condition.tally !== "unknown" ? condition.tally(value) : null;
  });
  const known = parts.filter((part) => part !== null);
  return area && known.length === parts.length ? { AND: [area, ...known] } : undefined;
}

/**
 * A filter of sums as a condition on the counters of what is due; undefined where they do not have it. In a month each person has one
 * row, and one last row; which month goes with which last row they do not know.
 */
export function entitlementTallyMatching(
  { actor }: Scoped,
  filter: HolderFilter,
): Prisma.EntitlementTallyWhereInput | undefined {
  const area = areaFor(actor, "holder.list");
  if (!area || !asksForSums(filter) || (filter.dueIn && (filter.rate || filter.yesMonth))) return;
  const parts = eachAsked(filter, (key, value) => {
    const condition = filterConditions[key];
    return "holder" in condition && condition.due ? condition.due(value) : null;
  });
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? { AND: [area, ...known] } : undefined;
}

/** A filter of steps as a condition on the counters of the funnel; undefined where they do not have it, or their reader not them. */
export function funnelTallyMatching(
  { actor }: Scoped,
  filter: HolderFilter,
): Prisma.FunnelTallyWhereInput | undefined {
  const area = areaFor(actor, "holder.list");
  if (!area || "accountOfficerId" in area || !(asksForSteps(filter) || filter.sex)) return;
  const parts = eachAsked(filter, (key, value) => {
    const condition = filterConditions[key];
    return "holder" in condition && condition.funnel ? condition.funnel(value) : null;
  });
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? { AND: [area, ...known] } : undefined;
}
