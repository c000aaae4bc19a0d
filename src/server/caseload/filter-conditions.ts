import { type CoverageState, statesOf, unansweredStates } from "@/domain/caseload";
import { beyondYes } from "@/domain/entitlement-sums";
import { atOrBeyond, type LeftBy, type Sex } from "@/domain/figures/funnel";
import { type FilterValue, type HolderFilterKey, roundAsked } from "@/domain/holder-filter";
import { type Actor, mayEver } from "@/domain/policy";
import { roundWithId } from "@/domain/rules/rounds";
import type { RuleSets } from "@/domain/rules/sets";
import { mustReach, noOfficer } from "@/server/caseload/queries";
import { unassignedSince } from "@/server/caseload/waiting";
import { overdueOn, toCareFor, withInterviewLeft } from "@/server/caseload/work";
import { toDateColumn } from "@/server/clock";
import { inRound } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { reportable } from "@/server/ministry/counts";

/**
 * A condition on the holder, and the same on the counters of states, or that these counters do not have it; on the counters of what is
 * due and of the funnel where they have it.
 */
type OfHolder<Value> = {
  holder: (value: Value, actor: Actor) => Prisma.HolderWhereInput;
  tally: ((value: Value) => Prisma.HolderTallyWhereInput) | "unknown";
  due?: (value: Value) => Prisma.EntitlementTallyWhereInput;
  funnel?: (value: Value) => Prisma.FunnelTallyWhereInput;
};
/** A condition on the plan that is followed up; the counters of states do not have it. */
type OfPlan<Value> = { plan: (value: Value, ruleSets: RuleSets) => Prisma.FollowUpWhereInput };
type Condition<Value> = OfHolder<Value> | OfPlan<Value>;

/** What each key of the filter means in the database; without its line here a new key does not compile. */
export const filterConditions: {
  [Key in HolderFilterKey]: Condition<FilterValue<Key>>;
} = {
  district: onEvery((districtCode) => ({ districtCode })),
  subdistrict: inFunnel((subdistrictCode) => ({ subdistrictCode })),
  moo: { holder: (moo) => ({ moo }), tally: "unknown" },
  cohort: inFunnel((cohort) => (cohort === "must_reach" ? mustReach : { NOT: mustReach })),
  // Who is shown at all: see `standingsShown`.
  standing: { holder: (standing) => ({ standing }), tally: "unknown" },
  age: inFunnel((ageClass) => ({ ageClass })),
  income: onAll((incomeBand) => ({ incomeBand })),
  group: inFunnel((occupationGroup) => ({ occupationGroup })),
  sex: {
    holder: (sex) =>
      sex === "unknown"
        ? { title: { notIn: [...titlesOf.male, ...titlesOf.female] } }
        : { title: { in: [...titlesOf[sex]] } },
    tally: "unknown",
    funnel: (sex) => ({ sex }),
  },
  state: alike((state) => ({ state })),
  block: alike((block) => ({
    state: { in: block === "unanswered" ? [...unansweredStates] : statesOf(block) },
  })),
  interview: alike((part) => withInterviewLeft(part)),
  withoutOfficer: {
    holder: (part) => ({ ...toCareFor(part), accountOfficerId: null }),
    tally: (part) => ({ ...toCareFor(part), accountOfficerId: noOfficer }),
  },
  officer: {
    holder: (officer) => ({ accountOfficerId: officer === "none" ? null : officer }),
    tally: (officer) => ({ accountOfficerId: officer === "none" ? noOfficer : officer }),
    due: (officer) => ({ accountOfficerId: officer === "none" ? noOfficer : officer }),
  },
  answer: {
    holder: (answer) => ({ latestAnswer: answer === "none" ? null : answer }),
    tally: (latestAnswer) => ({ latestAnswer }),
  },
  interviewed: {
    holder: (asked) => ({ interviewedOn: asked === "yes" ? { not: null } : null }),
    tally: (asked) => ({ interviewed: asked === "yes" }),
  },
  draft: {
    // A role that writes no drafts may not query them either.
    holder: (_, actor) =>
      mayEver(actor, "assessment.write")
        ? { drafts: { some: { officerId: actor.id } } }
        : { id: { in: [] } },
    tally: "unknown",
  },
  assessment: {
    holder: (confirmation) => ({ assessments: { some: { confirmation } } }),
    tally: "unknown",
  },
  refusal: {
    holder: (confirmation) => ({
      refusals: { some: { confirmation } },
      state: { in: [...unansweredStates] },
    }),
    tally: "unknown",
  },
  cancellation: {
    // A role that confirms none may not see who recorded them either.
    holder: (_, actor) =>
      mayEver(actor, "cancellation.confirm")
        ? {
            departures: {
              some: {
                kind: "card_cancelled",
                confirmation: "pending",
                recordedById: { not: actor.id },
              },
            },
          }
        : { id: { in: [] } },
    tally: "unknown",
  },
  plan: { plan: () => ({}) },
  contacts: {
    plan: (contacts) => ({ contacts: contacts === "3" ? { gte: 3 } : Number(contacts) }),
  },
  round: { plan: roundIs },
  chosen: { plan: (project) => ({ assessment: { projects: { some: { project } } } }) },
  takenUp: { plan: () => ({ takenUp: { gt: 0 } }) },
  result: { plan: (result) => results[result] },
  ministry: {
    holder: (state) => ({ ministry: { some: { AND: [reportable, { state }] } } }),
    tally: "unknown",
  },
  meetBefore: { holder: overdueOn, tally: "unknown" },
  unassignedSince: { holder: unassignedSince, tally: "unknown" },
  rate: ofSum((rate) => ({
    last: true,
    ...(rate !== "any" && { satangAMonth: 100n * BigInt(rate) }),
  })),
  dueIn: ofSum((month) => {
    const due = toDateColumn(`${month}-01`);
    return { firstMonth: { lte: due }, lastMonth: { gte: due } };
  }),
  yesMonth: ofSum((month) => ({ last: true, yesMonth: toDateColumn(`${month}-01`) })),
  reached: ofStep((step) => ({ furthest: { in: [...atOrBeyond(step)] } })),
  furthest: ofStep((furthest) => ({ furthest })),
  leftBy: {
    holder: (reason) => ({ state: { in: [...statesOfLeft[reason]] } }),
    tally: (reason) => ({ state: { in: [...statesOfLeft[reason]] } }),
    funnel: (leftBy) => ({ leftBy }),
  },
  saidYes: {
    holder: () => ({ firstYesOn: null, state: { notIn: [...beyondYes] } }),
    tally: () => ({ saidYes: false, state: { notIn: [...beyondYes] } }),
  },
};

const titlesOf: Record<Exclude<Sex, "unknown">, readonly string[]> = {
  male: ["นาย"],
  female: ["นาง", "นางสาว"],
};
const statesOfLeft: Record<LeftBy, readonly CoverageState[]> = {
  declined: ["declined"],
  away: ["away"],
  refused: ["refused_twice", "refused_interview"],
  deceased: ["deceased"],
  moved_away: ["moved_away"],
  card_cancelled: ["card_cancelled"],
};

/** On the furthest step, which the counters of the funnel have as well. */
function ofStep<Value>(
  condition: (value: Value) => Prisma.HolderWhereInput & Prisma.FunnelTallyWhereInput,
): OfHolder<Value> {
  return { holder: condition, tally: "unknown", funnel: condition };
}

/** For a column that holders and all counters have. */
function onEvery<Value>(
  condition: (
    value: Value,
  ) => Prisma.HolderWhereInput &
    Prisma.HolderTallyWhereInput &
    Prisma.EntitlementTallyWhereInput &
    Prisma.FunnelTallyWhereInput,
): OfHolder<Value> {
  return { ...onAll(condition), funnel: condition };
}

/** For a column that holders, their counters and those of what is due have. */
function onAll<Value>(
  condition: (
    value: Value,
  ) => Prisma.HolderWhereInput & Prisma.HolderTallyWhereInput & Prisma.EntitlementTallyWhereInput,
): OfHolder<Value> {
  return { ...alike(condition), due: condition };
}

/** On a row of what is due to somebody, and the same on its counters. A role that may not see a sum may not ask for it either. */
function ofSum<Value>(
  condition: (value: Value) => Prisma.EntitlementWhereInput & Prisma.EntitlementTallyWhereInput,
): OfHolder<Value> {
  return {
    holder: (value) => ({ entitlement: { some: condition(value) } }),
    tally: "unknown",
    due: condition,
  };
}

/** For a column that holders, their counters and those of the funnel have. */
function inFunnel<Value>(
  condition: (
    value: Value,
  ) => Prisma.HolderWhereInput & Prisma.HolderTallyWhereInput & Prisma.FunnelTallyWhereInput,
): OfHolder<Value> {
  return { ...alike(condition), funnel: condition };
}

/** For a column that holders and counters both have. */
function alike<Value>(
  condition: (value: Value) => Prisma.HolderWhereInput & Prisma.HolderTallyWhereInput,
): OfHolder<Value> {
  return { holder: condition, tally: condition };
}

const results: Record<FilterValue<"result">, Prisma.FollowUpWhereInput> = {
  job: { gotJob: true },
  loan: { loanBaht: { gt: 0 } },
  training: { trainingHours: { gt: 0 } },
  income_told: { incomeThen: { not: null }, incomeNow: { not: null } },
  income_up: { incomeUp: true },
};

/** A round that is in no rule set matches nobody. */
function roundIs(asked: FilterValue<"round">, ruleSets: RuleSets): Prisma.FollowUpWhereInput {
  const { id, progress } = roundAsked(asked);
  const round = roundWithId(ruleSets, id);
  if (!round) return { holderId: { in: [] } };
  return inRound(round, progress);
}
