import { z } from "zod";
import { type IsoDate, isIsoDate } from "@/domain/calendar";
import type { FormFault } from "@/domain/fault";
import { optionalDay, optionalNumberOfPaper, requiredDay, requiredText } from "@/domain/fields";
import type { Period, RuleSet } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";
import { toArabicDigits } from "@/domain/thai";
import { readTypedDate } from "@/domain/thai-dates";

/**
 * What a province may set for itself (docs/programme.md 2.5): dated entries with a reason replace these defaults. Days are
 * calendar days.
 */
export const localSettings = {
  /** Within how many days an agency answers a referral before it is escalated. */
  referral_answer_days: 14,
  /** After how many days somebody of the cohort without an account officer comes to the chief. */
  unassigned_days: 7,
  /** Within how many days a line to the office (เรื่องสอบถาม/ร้องเรียน) is answered. */
  inquiry_answer_days: 15,
  /** On which day of the month the team or the sub-committee meets; 0: none is set. Papers are made before it (domain/pack.ts). */
  meeting_day: 0,
} as const;
export type LocalSettingKey = keyof typeof localSettings;

/**
 * What the Ministry sets for everybody, by a letter and through two persons. Amounts and the income line are no
 * settings: they are law, and belong to the rule set.
 */
export const nationalSettings = {
  /** The last day of the home visits, where a letter moves it from the day that the rules give (docs/programme.md 1.1). */
  home_visits_until: (rules: RuleSet) => rules.homeVisits.value.until,
} as const;
export type NationalSettingKey = keyof typeof nationalSettings;
export type SettingKey = LocalSettingKey | NationalSettingKey;

export const settingKeys = [...keysOf(localSettings), ...keysOf(nationalSettings)] as const;

export function isNational(key: SettingKey): key is NationalSettingKey {
  return key in nationalSettings;
}

/** The value where there is no entry, as it is stored. */
export function defaultOf(rules: RuleSet, key: SettingKey): string {
  return isNational(key) ? nationalSettings[key](rules) : String(localSettings[key]);
}

const mostDays = 365;
const lastDayOfMonth = 31;

/** Whether this is a value of that setting: days from 1 to a year, a day of the month or none, or a day. */
export function isValueOf(key: SettingKey, value: string): boolean {
  if (isNational(key)) return isIsoDate(value);
  const [least, most] = key === "meeting_day" ? [0, lastDayOfMonth] : [1, mostDays];
  return /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

/** Whether a value fits these rules: the home visits cannot end before they have begun, nor by a letter of another round. */
export function fitsRules(rules: RuleSet, key: SettingKey, value: string): boolean {
  return !isNational(key) || value > rules.homeVisits.value.from;
}

function faultOfValue(key: SettingKey): FormFault {
  if (isNational(key)) return "date";
  return key === "meeting_day" ? "dayOfMonth" : "days";
}

/** A change of a setting as it is proposed. */
export const settingProposal = z
  .strictObject({
    key: z.enum(settingKeys),
    value: z.union([z.string(), z.number()], { error: "missing" }).transform((value) => {
      const day = readTypedDate(String(value));
      return day.ok ? day.date : toArabicDigits(String(value)).trim();
    }),
    districtCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullish()
      .transform((code) => code ?? null),
    fromOn: requiredDay,
    reason: requiredText(500),
    letterNumber: optionalNumberOfPaper(60),
    letterOn: optionalDay,
  })
  .superRefine(({ key, value, letterNumber, letterOn, districtCode }, context) => {
    const wrong = (field: string, message: FormFault) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (!isValueOf(key, value)) wrong("value", faultOfValue(key));
    if (!isNational(key)) return;
    if (!letterNumber) wrong("letterNumber", "missing");
    if (!letterOn) wrong("letterOn", "date");
    if (districtCode) wrong("districtCode", "wrong");
  });
export type SettingProposal = z.output<typeof settingProposal>;

/** An entry as far as it decides what is in force. */
export type DecidedEntry = {
  value: string;
  districtCode: string | null;
  fromOn: IsoDate;
  decidedAt: string;
};

/**
 * What is in force on a day: the newest entry that has begun; the district's own comes before the province's. Null
 * where there is only the default.
 * @param entries approved entries of one setting, in any order
 */
export function entryInForce<Entry extends DecidedEntry>(
  entries: readonly Entry[],
  today: IsoDate,
  districtCode: string | null,
): Entry | null {
  const begun = entries
    .filter(({ fromOn }) => fromOn <= today)
    .sort((a, b) => compare(b.fromOn, a.fromOn) || compare(b.decidedAt, a.decidedAt));
  const own = begun.find((entry) => districtCode !== null && entry.districtCode === districtCode);
  return own ?? begun.find((entry) => entry.districtCode === null) ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The home visits with their end in force. */
export function homeVisitsUntil(rules: RuleSet, until: IsoDate): Period {
  return { from: rules.homeVisits.value.from, until };
}
