import type { AoAgency } from "@/domain/agencies";
import type { IsoDate } from "@/domain/calendar";
import type { AfterDeath } from "@/domain/death";
import type { EntitlementEnd } from "@/domain/entitlement-end";
import { type Incomes, incomeJudging } from "@/domain/income-in-force";
import type { Standing } from "@/domain/registration";
import type { Facts } from "@/domain/rules/facts";
import { type RuleSet, type TargetGroup, targetGroups } from "@/domain/rules/rule-set";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";

/** What decides whether a form counts. */
type Weight = { confirmation: string | null; afterDeath: AfterDeath | null };

type Interview = Weight & {
  answer: string;
  interviewedOn: IsoDate;
  targetGroup: string | null;
};

/** The forms of one holder as they are stored, in any order. */
export type StoredForms = {
  holder: {
    incomes: Incomes;
    birthDate: IsoDate | null;
    standing: Standing;
    /** What ends the entitlement. */
    ends: readonly EntitlementEnd[];
  };
  intents: readonly (Weight & { answer: string; intentOn: IsoDate })[];
  assessments: readonly Interview[];
  /** The interview that is under way or being submitted: the menu is that of its target group. */
  current?: Interview;
  /** The agency of the account officer who interviews, or did. */
  aoAgency: AoAgency | null;
};

/**
 * The set by which a holder's forms are judged: that of the interview under way, else of the newest yes that counts; who
 * has given none is judged by the rules of today.
 */
export function rulesForForms(sets: RuleSets, forms: StoredForms, today: IsoDate): RuleSet {
  if (forms.current) return rulesOn(sets, forms.current.interviewedOn);
  return rulesOn(sets, yesDays(forms).at(-1) ?? today);
}

function yesDays({ intents, assessments }: StoredForms): IsoDate[] {
  return [
    ...intents.filter(saysYes).map(({ intentOn }) => intentOn),
    ...assessments.filter(saysYes).map(({ interviewedOn }) => interviewedOn),
  ].sort();
}

/**
 * What the rules decide from, by the stored forms: the only way from forms to facts. A yes counts by the date on
 * its form, once it needs no confirmation or has it; of several, the earliest that is not before the measure. The
 * target group is that of the current interview, else of the latest. The income is that of the form's day.
 * @param on the day of the form that is judged: of the interview under way, of a plan's agreement; else today
 */
export function factsOf(rules: RuleSet, forms: StoredForms, on: IsoDate): Facts {
  const { holder, intents, current, aoAgency } = forms;
  const interviews = current ? [...forms.assessments, current] : [...forms.assessments];
  const asked = intents.filter(saysYes).map(({ intentOn }) => intentOn);
  const told = interviews.filter(saysYes).map(({ interviewedOn }) => interviewedOn);
  const latest =
    current ?? interviews.sort((a, b) => (a.interviewedOn < b.interviewedOn ? 1 : -1))[0];
  return {
    incomeSatang: incomeJudging(holder.incomes, on),
    birthDate: holder.birthDate,
    intentOn: earliest(rules, asked),
    assessedOn: earliest(rules, told),
    targetGroup: groupNamed(latest?.targetGroup ?? null),
    aoAgency,
  };
}

/** Whether a form's answer counts: nothing to confirm, or confirmed; and no death stands before its day. */
function counts({ confirmation, afterDeath }: Weight): boolean {
  return isConfirmed({ confirmation }) && afterDeath === null;
}

const isConfirmed = ({ confirmation }: Pick<Weight, "confirmation">) =>
  confirmation === null || confirmation === "confirmed";

/** Whether a form says a yes that counts. */
export function saysYes(form: Weight & { answer: string }): boolean {
  return form.answer === "yes" && counts(form);
}

/** What stands in the way of the yeses that would count but for a death before their day; null where there is none. */
export function yesAfterDeath({ intents, assessments, current }: StoredForms): AfterDeath | null {
  const marks = [...intents, ...assessments, ...(current ? [current] : [])]
    .filter((form) => form.answer === "yes" && isConfirmed(form))
    .map(({ afterDeath }) => afterDeath);
  return marks.find((mark) => mark === "undecided") ?? marks.find((mark) => mark !== null) ?? null;
}

/** The first yes that counts; where all are before the measure, the first of those, which the rules name. */
function earliest(rules: RuleSet, dates: readonly IsoDate[]): IsoDate | null {
  const sorted = [...dates].sort();
  return sorted.find((date) => date >= rules.topUp.yesCountsFrom.value) ?? sorted[0] ?? null;
}

function groupNamed(name: string | null): TargetGroup | null {
  return targetGroups.find((group) => group === name) ?? null;
}
