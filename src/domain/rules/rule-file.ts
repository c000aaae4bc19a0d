import { z } from "zod";
import { addDays } from "@/domain/calendar";
import { ruleCaseSchema } from "@/domain/rules/rule-case";
import { type RuleSet, targetGroups } from "@/domain/rules/rule-set";
import { ruleSetSchema } from "@/domain/rules/rule-set-schema";

/** A rule set with the cases that are kept with it: what is recorded, and what a reviewed file has. */
export const ruleFileSchema = z.strictObject({
  rules: ruleSetSchema,
  cases: z.array(ruleCaseSchema).min(1, "noCases").max(200).readonly(),
});
export type RuleFile = z.output<typeof ruleFileSchema>;

/** What is wrong and where: `says` is a key of the messages (`rules.fault_…`), `at` the place in the file. */
export type RuleFault = { at: string; says: RuleFaultKey; what?: string };
export const ruleFaultKeys = [
  "json",
  "missing",
  "kind",
  "unknown",
  "choice",
  "tooFew",
  "tooLarge",
  "form",
  "day",
  "month",
  "id",
  "reasonCode",
  "projectCode",
  "listCode",
  "citation",
  "interpretation",
  "periodOrder",
  "noCases",
  "caseExpectsNothing",
  "unknownBand",
  "unknownProject",
  "unknownCategory",
  "unknownReason",
  "noWords",
  "bandsOrder",
  "bandTwice",
  "lastBandEnds",
  "monthsOrder",
  "agesSame",
  "roundMonths",
  "listOther",
  "listTwice",
  "roundOther",
  "bandOther",
  "codeMappedTwice",
] as const;
export type RuleFaultKey = (typeof ruleFaultKeys)[number];

export type RuleFileRead = { ok: true; file: RuleFile } | { ok: false; faults: RuleFault[] };

/** Reads the text of a file; every fault is named with its place. */
export function readRuleFile(text: string): RuleFileRead {
  const parsed = parsedJson(text);
  if (parsed === undefined) return { ok: false, faults: [{ at: "", says: "json" }] };
  return checkRuleFile(parsed);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same of a parsed value. */
export function checkRuleFile(value: unknown): RuleFileRead {
  const read = ruleFileSchema.safeParse(value);
  if (!read.success) return { ok: false, faults: read.error.issues.flatMap(faultOf) };
  const faults = faultsWithin(read.data.rules);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, file: read.data };
}

const ownKeys: ReadonlySet<string> = new Set(ruleFaultKeys);
const isOwn = (key: string): key is RuleFaultKey => ownKeys.has(key);

function faultOf(issue: z.core.$ZodIssue): RuleFault[] {
  const at = issue.path.join(".");
  if (isOwn(issue.message)) return [{ at, says: issue.message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ at, says: "unknown", what: key }));
    case "invalid_type":
      return [{ at, says: issue.input === undefined ? "missing" : "kind", what: issue.expected }];
    case "invalid_value":
      return [{ at, says: "choice", what: issue.values.map(String).join(", ") }];
    case "too_small":
      return [{ at, says: "tooFew", what: String(issue.minimum) }];
    case "too_big":
      return [{ at, says: "tooLarge", what: String(issue.maximum) }];
    default:
      return [{ at, says: "form" }];
  }
}

/** What parts of a set say of each other. */
function faultsWithin(rules: RuleSet): RuleFault[] {
  return [
    ...bandFaults(rules),
    ...projectFaults(rules),
    ...menuFaults(rules),
    ...reasonFaults(rules),
    ...listFaults(rules),
    ...wordFaults(rules),
    ...dateFaults(rules),
    ...codeFaults("occupations", rules.occupations.value),
    ...codeFaults("skills", rules.skills.value),
  ];
}

function bandFaults({ incomeBands }: RuleSet): RuleFault[] {
  const limits = incomeBands.map(({ incomeUpToSatang }) => incomeUpToSatang.value);
  const ids = incomeBands.map(({ id }) => id);
  return incomeBands.flatMap(({ id }, index): RuleFault[] => {
    const at = `rules.incomeBands.${index}`;
    const last = index === limits.length - 1;
    const [limit, next] = [limits[index] ?? null, limits[index + 1] ?? null];
    if (ids.indexOf(id) !== index) return [{ at: `${at}.id`, says: "bandTwice", what: id }];
    if (last) return limit === null ? [] : [{ at, says: "lastBandEnds" }];
    if (limit === null || (next !== null && next <= limit)) return [{ at, says: "bandsOrder" }];
    return [];
  });
}

function projectFaults({ incomeBands, projects }: RuleSet): RuleFault[] {
  const bands = incomeBands.map(({ id }) => id);
  return Object.entries(projects).flatMap(([code, project]) =>
    project.bands
      .filter((band) => !bands.includes(band))
      .map(
        (band): RuleFault => ({ at: `rules.projects.${code}`, says: "unknownBand", what: band }),
      ),
  );
}

function menuFaults({ projects, categories, menus, everyGroup, causes }: RuleSet): RuleFault[] {
  const unknownProject = (at: string, code: string): RuleFault[] =>
    Object.hasOwn(projects, code) ? [] : [{ at, says: "unknownProject", what: code }];
  const unknownCategory = (at: string, category: string): RuleFault[] =>
    categories.includes(category) ? [] : [{ at, says: "unknownCategory", what: category }];
  return [
    ...targetGroups.flatMap((group) =>
      menus[group].flatMap((row, index) => {
        const at = `rules.menus.${group}.${index}`;
        return [...unknownProject(at, row.project), ...unknownCategory(at, row.category)];
      }),
    ),
    ...everyGroup.value.flatMap((code) => unknownProject("rules.everyGroup", code)),
    ...Object.entries(causes).flatMap(([cause, remedy]) =>
      remedy.categories.flatMap((each) => unknownCategory(`rules.causes.${cause}`, each)),
    ),
  ];
}

/** Every reason that the set can give. */
function reasonsGiven(rules: RuleSet): string[] {
  const { ages } = rules.mustReach;
  return [
    ...rules.incomeBands.flatMap(({ reasons }) => Object.values(reasons)),
    ...[rules.overCeiling, ages.upTo.reason, ages.over.reason],
    ...(rules.topUp.retroactive ? [rules.topUp.retroactive.value.reason] : []),
    ...(rules.oneOffs ?? []).map(({ value }) => value.reason),
    ...targetGroups.flatMap((group) => rules.menuReasons[group]),
    ...rules.everyGroupReasons,
  ];
}

const reasonFaults = (rules: RuleSet): RuleFault[] =>
  [...new Set(reasonsGiven(rules))]
    .filter((code) => !Object.hasOwn(rules.reasons, code))
    .map((code) => ({ at: "rules.reasons", says: "unknownReason", what: code }));

function wordFaults({ incomeBands, mustReach, followUpRounds, overCeiling, words }: RuleSet) {
  const missing = (table: object, at: string, codes: readonly string[]): RuleFault[] =>
    codes
      .filter((code) => !Object.hasOwn(table, code))
      .map((code) => ({ at: `rules.words.${at}`, says: "noWords", what: code }));
  const { upTo, over } = mustReach.ages;
  return [
    ...missing(words.bands, "bands", incomeBands.map(idOf)),
    ...missing(words.ages, "ages", [upTo.id, over.id]),
    ...missing(words.rounds, "rounds", followUpRounds.value.map(idOf)),
    ...missing(words.noTopUp, "noTopUp", [overCeiling]),
  ];
}

const idOf = ({ id }: { id: string }) => id;

function dateFaults({ topUp, mustReach, followUpRounds }: RuleSet): RuleFault[] {
  const { upTo, over } = mustReach.ages;
  const endsFirst = topUp.lastMonth.value < topUp.yesCountsFrom.value.slice(0, 7);
  return [
    ...(endsFirst ? [{ at: "rules.topUp.lastMonth", says: "monthsOrder" } as const] : []),
    ...(upTo.id === over.id ? [{ at: "rules.mustReach.ages", says: "agesSame" } as const] : []),
    ...followUpRounds.value
      .filter(({ from, until }) => !isWholeMonths(from, until))
      .map(({ id }): RuleFault => ({ at: "rules.followUpRounds", says: "roundMonths", what: id })),
  ];
}

/** Rounds are of whole months: the list for the Ministry and the counters know no others. */
const isWholeMonths = (from: string, until: string) =>
  from.endsWith("-01") && addDays(until, 1).endsWith("-01");

/** An old code is one new code. */
function codeFaults(
  list: "occupations" | "skills",
  codes: Readonly<Record<string, { was?: readonly string[] }>>,
): RuleFault[] {
  const old = Object.values(codes).flatMap(({ was = [] }) => was);
  const twice = new Set(old.filter((code, index) => old.indexOf(code) !== index));
  return [...twice].map((code) => ({ at: `rules.${list}`, says: "codeMappedTwice", what: code }));
}

/**
 * What a set says that another says differently: a stored code of a band, a round or a list means one thing for ever.
 */
export function faultsAgainst(rules: RuleSet, others: readonly RuleSet[]): RuleFault[] {
  const rounds = others.flatMap(({ followUpRounds }) => followUpRounds.value);
  const bands = others.flatMap(({ incomeBands }) => incomeBands);
  const otherRounds = rules.followUpRounds.value.filter(({ id, from, until }) =>
    rounds.some((known) => known.id === id && (known.from !== from || known.until !== until)),
  );
  const otherBands = rules.incomeBands.filter(({ id, incomeUpToSatang }) =>
    bands.some(
      (known) => known.id === id && known.incomeUpToSatang.value !== incomeUpToSatang.value,
    ),
  );
  return [
    ...otherLists(rules, others),
    ...otherRounds.map(
      ({ id }): RuleFault => ({ at: "rules.followUpRounds", says: "roundOther", what: id }),
    ),
    ...otherBands.map(
      ({ id }): RuleFault => ({ at: "rules.incomeBands", says: "bandOther", what: id }),
    ),
  ];
}

/** What is given once to a list is booked under its id: the same sum of the same month, whichever set says it. */
function otherLists({ oneOffs = [] }: RuleSet, others: readonly RuleSet[]): RuleFault[] {
  const known = others.flatMap(({ oneOffs = [] }) => oneOffs.map(({ value }) => value));
  return oneOffs
    .filter(({ value: { list, month, baht } }) =>
      known.some((each) => each.list === list && (each.month !== month || each.baht !== baht)),
    )
    .map(({ value: { list } }) => ({ at: "rules.oneOffs", says: "listOther", what: list }));
}

function listFaults({ oneOffs = [] }: RuleSet): RuleFault[] {
  const lists = oneOffs.map(({ value }) => value.list);
  return lists
    .filter((list, at) => lists.indexOf(list) !== at)
    .map((list) => ({ at: "rules.oneOffs", says: "listTwice", what: list }));
}
