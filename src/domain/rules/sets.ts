import type { IsoDate, IsoMonth } from "@/domain/calendar";
import type { OneOff, Project, RuleSet } from "@/domain/rules/rule-set";

/** Every rule set that is known, the earliest first. */
export type RuleSets = readonly [RuleSet, ...RuleSet[]];

/** The set in force on a day; before the first set the first holds. */
export function rulesOn(sets: RuleSets, day: IsoDate): RuleSet {
  return sets.findLast((set) => set.inForceFrom <= day) ?? sets[0];
}

/** The set by which something was decided; throws RangeError where no set has this version. */
export function rulesOfVersion(sets: RuleSets, version: string): RuleSet {
  const rules = sets.find((set) => set.version === version);
  if (!rules) throw new RangeError(`No rule set ${version}`);
  return rules;
}

/** Whether a version decides a yes again that an earlier one has decided: it begins later, and counts the day of the yes. */
export function decidesAgain(rules: RuleSet, before: RuleSet, yesOn: IsoDate): boolean {
  return rules.inForceFrom > before.inForceFrom && rules.topUp.yesCountsFrom.value <= yesOn;
}

/** The version by which a yes is judged where people were decided again by some: the latest that decides it again, else its own. */
export function versionDeciding(
  sets: RuleSets,
  again: readonly string[],
  version: string,
  yesOn: IsoDate,
): string {
  const own = rulesOfVersion(sets, version);
  const later = sets.findLast(
    (set) => again.includes(set.version) && decidesAgain(set, own, yesOn),
  );
  return (later ?? own).version;
}

/** The first day of the measure: nothing of it happened before. */
export function measureFrom([first]: RuleSets): IsoDate {
  return first.topUp.yesCountsFrom.value;
}

/** What a letter gives once to a list, with the version of the first set that has it. */
export type OneOffGiven = OneOff & { rules: IsoDate };

/** What letters give once, each by its list, as the first set that has it says. */
export function everyOneOff(sets: readonly RuleSet[]): OneOffGiven[] {
  const given = sets.flatMap(({ version, oneOffs = [] }) =>
    oneOffs.map(({ value }) => ({ ...value, rules: version })),
  );
  return given.filter(({ list }, at) => given.findIndex((each) => each.list === list) === at);
}

/** Those until a month. */
export function oneOffsUntil(sets: RuleSets, month: IsoMonth): OneOffGiven[] {
  return everyOneOff(sets).filter((given) => given.month <= month);
}

/** A project as it was on a day; a code that the set of that day does not have is looked for in the others, the newest first. */
export function projectOn(sets: RuleSets, day: IsoDate, code: string): Project | undefined {
  const set = [rulesOn(sets, day), ...sets.toReversed()].find(({ projects }) =>
    Object.hasOwn(projects, code),
  );
  return set?.projects[code];
}

/** Its name; the code itself where no set has it. */
export function projectNameOn(sets: RuleSets, day: IsoDate, code: string): string {
  return projectOn(sets, day, code)?.name ?? code;
}

/** Every project of every set by its code, as the newest set that has it names it: for filters over all years. */
export function everyProject(sets: RuleSets): Record<string, Project> {
  return Object.assign({}, ...sets.map(({ projects }) => projects));
}
