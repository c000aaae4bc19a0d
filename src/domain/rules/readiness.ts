import { outcomeOf, type RuleCase } from "@/domain/rules/rule-case";
import { checkRuleFile, faultsAgainst, type RuleFault } from "@/domain/rules/rule-file";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";

/** Why a draft cannot be checked yet; `what`: a day, a version, or how many. */
export type Hindrance =
  | { why: "fault"; fault: RuleFault }
  | { why: "noCase" }
  | { why: "caseFails"; says: string }
  | { why: "dayTaken" | "versionTaken" | "beforeFirst"; what: string };

/** Everything that stands between a draft and its check. */
export function hindrancesOf(
  rules: RuleSet,
  cases: readonly RuleCase[],
  known: RuleSets,
): Hindrance[] {
  const { version, inForceFrom } = rules;
  const [first] = known;
  const read = checkRuleFile({ rules, cases });
  const faults = read.ok ? faultsAgainst(rules, known) : read.faults;
  const ownFaults = faults.filter(({ says }) => says !== "noCases");
  return [
    ...(known.some((set) => set.version === version)
      ? [{ why: "versionTaken", what: version } as const]
      : []),
    ...(known.some((set) => set.inForceFrom === inForceFrom)
      ? [{ why: "dayTaken", what: inForceFrom } as const]
      : []),
    ...(inForceFrom < first.inForceFrom
      ? [{ why: "beforeFirst", what: first.inForceFrom } as const]
      : []),
    ...ownFaults.map((fault) => ({ why: "fault", fault }) as const),
    ...(cases.length === 0 ? [{ why: "noCase" } as const] : []),
    ...(ownFaults.length > 0 ? [] : failing(rules, cases)),
  ];
}

const failing = (rules: RuleSet, cases: readonly RuleCase[]): Hindrance[] =>
  cases
    .filter((each) => !outcomeOf(rules, each).ok)
    .map(({ says }) => ({ why: "caseFails", says }));
