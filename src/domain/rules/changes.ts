import { z } from "zod";
import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { type IsoDate, isIsoMonth } from "@/domain/calendar";
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredLongText,
  requiredText,
} from "@/domain/fields";
import type { RuleCase } from "@/domain/rules/rule-case";
import {
  isListCode,
  isProjectCode,
  type Occupation,
  occupationFields,
  type Period,
  type RuleSet,
  type Skill,
  targetGroups,
} from "@/domain/rules/rule-set";
import type { Terms } from "@/domain/rules/terms";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { readTypedDate } from "@/domain/thai-dates";
import { readWholeNumber } from "@/domain/typed-numbers";

/** What the forms of a draft take, and what they make of its terms. */

const numberOf = (value: string | number | null | undefined) =>
  readWholeNumber(String(value ?? ""));
const optionalNumber = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || String(value).trim() === "") return null;
    const number = numberOf(value);
    if (number !== null) return number;
    context.addIssue({ code: "custom", message: "number" });
    return z.NEVER;
  });
const requiredNumber = optionalNumber.pipe(z.number({ error: "missing" }));
const month = z.string({ error: "choose" }).refine(isIsoMonth, "choose");
const optionalMonth = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(month.nullable());

/** Of which draft, and where the letter says it. */
export const changing = { draftId: z.uuid(), at: requiredText(200) };

const bandFields = {
  upTo1: optionalNumber,
  monthly1: requiredNumber,
  upTo2: optionalNumber,
  monthly2: optionalNumber,
  upTo3: optionalNumber,
  monthly3: optionalNumber,
};

export const amountsInput = z
  .strictObject({
    ...changing,
    ...bandFields,
    incomeCeiling: requiredNumber,
    incomeYear: requiredText(4, "missing", 4),
    yesCountsFrom: requiredDay,
    cutOffDay: optionalNumber.refine((day) => day === null || (day >= 1 && day <= 31), "number"),
    monthsToFirst: requiredNumber,
    lastMonth: month,
    retroactiveUntil: optionalDay,
    retroactiveFrom: optionalMonth,
  })
  .superRefine((input, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const bands = bandsOf(input);
    if (!areBandsInOrder(bands)) wrong("upTo1", "bandsOrder");
    if (input.upTo1 !== null && input.monthly2 === null) wrong("monthly2", "bandNeeded");
    if (input.lastMonth < input.yesCountsFrom.slice(0, 7)) wrong("lastMonth", "monthsOrder");
    if (input.retroactiveUntil && !input.retroactiveFrom) wrong("retroactiveFrom", "choose");
  });
export type AmountsInput = z.output<typeof amountsInput>;

type BandFields = Pick<AmountsInput, keyof typeof bandFields>;

function bandsOf({
  upTo1,
  monthly1,
  upTo2,
  monthly2,
  upTo3,
  monthly3,
}: BandFields): Terms["bands"] {
  const rows = [
    { upTo: upTo1, monthly: monthly1 },
    { upTo: upTo2, monthly: monthly2 },
    { upTo: upTo3, monthly: monthly3 },
  ];
  return rows.flatMap(({ upTo, monthly }) => (monthly === null ? [] : [{ upTo, monthly }]));
}

function areBandsInOrder(bands: Terms["bands"]): boolean {
  const limits = bands.map(({ upTo }) => upTo);
  if (limits.at(-1) !== null) return false;
  return limits.slice(0, -1).every((limit, index) => {
    const before = index === 0 ? -1 : (limits[index - 1] ?? null);
    return limit !== null && before !== null && limit > before;
  });
}

/** Amounts, months and days of the top-up. */
export function termsOfAmounts(input: AmountsInput): Partial<Terms> {
  const { incomeCeiling, incomeYear, yesCountsFrom, cutOffDay, monthsToFirst, lastMonth } = input;
  const { retroactiveUntil, retroactiveFrom } = input;
  return {
    ...{ incomeCeiling, incomeYear: toArabicDigits(incomeYear), yesCountsFrom, cutOffDay },
    ...{ monthsToFirst, lastMonth },
    bands: bandsOf(input),
    retroactive:
      retroactiveUntil && retroactiveFrom
        ? { yesUntil: retroactiveUntil, from: retroactiveFrom }
        : null,
  };
}

export const outreachInput = z.strictObject({
  ...changing,
  mustReachIncome: requiredNumber,
  ageUpTo: requiredNumber,
  ageOn: requiredDay,
});

/** Lines of days, one a line; null where a line is none. */
const days = (text: string): IsoDate[] | null => {
  const read = linesOf(text).map(readTypedDate);
  return read.every((each) => each.ok)
    ? read.flatMap((each) => (each.ok ? [each.date] : []))
    : null;
};

/** Lines of two days, from and until. */
function periods(text: string): Period[] | null {
  const found = linesOf(text).map((line) => {
    const [from, until, ...more] = line.split(/\s+(?:ถึง|[-–])\s+/).map(readTypedDate);
    if (!from?.ok || !until?.ok || more.length > 0 || from.date > until.date) return null;
    return { from: from.date, until: until.date };
  });
  return found.every((each) => each !== null) ? found : null;
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map(tidyThai)
    .filter((line) => line !== "");

const readLines = <Value>(read: (text: string) => Value | null) =>
  z
    .string()
    .nullish()
    .transform((text, context) => {
      const value = read(text ?? "");
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: "date" });
      return z.NEVER;
    });

export const windowsInput = z
  .strictObject({
    ...changing,
    walkInFrom: requiredDay,
    walkInUntil: requiredDay,
    homeVisitsFrom: requiredDay,
    homeVisitsUntil: requiredDay,
    holidays: readLines(days),
    rounds: readLines(periods),
  })
  .superRefine((input, context) => {
    const wrong = (field: string) =>
      context.addIssue({ code: "custom", path: [field], message: "order" });
    if (input.walkInUntil < input.walkInFrom) wrong("walkInUntil");
    if (input.homeVisitsUntil < input.homeVisitsFrom) wrong("homeVisitsUntil");
  });

/** Windows, holidays and rounds of follow-up. */
export function termsOfWindows(input: z.output<typeof windowsInput>): Partial<Terms> {
  return {
    walkIn: { from: input.walkInFrom, until: input.walkInUntil },
    homeVisits: { from: input.homeVisitsFrom, until: input.homeVisitsUntil },
    holidays: input.holidays,
    rounds: input.rounds,
  };
}

export const onceInput = z.strictObject({
  ...changing,
  name: requiredText(200),
  month,
  baht: requiredNumber.pipe(z.number().min(1, "missing").max(1_000_000, "number")),
});

const projectCode = z
  .string({ error: "missing" })
  .transform((text) => toArabicDigits(tidyThai(text)).toUpperCase())
  .refine(isProjectCode, "projectCode");
const bandIds = z.array(z.string()).min(1, "choose");

/** The bands that a project of the draft is open to. */
export const projectBandsInput = z.strictObject({ ...changing, code: projectCode, bands: bandIds });

/** A project more, in a row of a group's menu. */
export const newProjectInput = z.strictObject({
  ...changing,
  code: projectCode,
  name: requiredText(300),
  agency: z.enum(projectAgencyCodes, { error: "choose" }),
  dimension: z.enum(["1", "2", "3", "4"], { error: "choose" }),
  bands: bandIds,
  group: z.enum(targetGroups, { error: "choose" }),
  category: requiredText(100),
});
export type NewProjectInput = z.output<typeof newProjectInput> & { agency: ProjectAgency };

export const codesInput = z.strictObject({
  ...changing,
  list: z.enum(["occupations", "skills"], { error: "choose" }),
  lines: requiredLongText(200_000),
});

type CodesRead<Entry> = { ok: true; codes: Record<string, Entry> } | { ok: false; line: number };

const groupWords: Readonly<Record<string, Occupation["group"]>> = {
  เกษตรกร: "farmer",
  ทำงานมีนายจ้าง: "employed",
  ทำงานอิสระ: "self_employed",
  ไม่ทำงาน: "not_working",
};

/** Lines of a list of occupations: code, name, group, field, old codes; parted by tabs or `|`. */
export function readOccupations(text: string): CodesRead<Occupation> {
  return readCodes(text, ([name = "", group = "", field = ""], was): Occupation | null => {
    const known = groupWords[group] ?? targetGroups.find((each) => each === group);
    const heading = occupationFields.find((each) => each === field);
    return name && known && heading ? { name, field: heading, group: known, ...was } : null;
  });
}

/** Lines of a list of skills: code, name, field, old codes. */
export function readSkills(text: string): CodesRead<Skill> {
  return readCodes(text, ([name = "", field = ""], was): Skill | null =>
    name && field ? { name, field, ...was } : null,
  );
}

function readCodes<Entry>(
  text: string,
  entryOf: (cells: readonly string[], was: { was?: readonly string[] }) => Entry | null,
): CodesRead<Entry> {
  const codes: Record<string, Entry> = {};
  for (const [index, line] of linesOf(text).entries()) {
    const [code = "", ...cells] = line.split(/\t|\|/).map(tidyThai);
    const last = cells.at(-1) ?? "";
    const hasOld = /^=/.test(last);
    const old = toArabicDigits(last.slice(1)).split(/[ ,]+/).filter(Boolean);
    const entry = entryOf(hasOld ? cells.slice(0, -1) : cells, hasOld ? { was: old } : {});
    const plain = toArabicDigits(code).toUpperCase();
    if (!entry || !isListCode(plain) || Object.hasOwn(codes, plain))
      return { ok: false, line: index + 1 };
    codes[plain] = entry;
  }
  return { ok: true, codes };
}

/** The lines of a list as the form shows them. */
export function linesOfCodes(rules: RuleSet, list: "occupations" | "skills"): string {
  const old = ({ was = [] }: { was?: readonly string[] }) =>
    was.length ? [`=${was.join(" ")}`] : [];
  const lines =
    list === "occupations"
      ? Object.entries(rules.occupations.value).map(([code, each]) => [
          ...[code, each.name, groupNamed(each.group), each.field],
          ...old(each),
        ])
      : Object.entries(rules.skills.value).map(([code, each]) => [
          ...[code, each.name, each.field],
          ...old(each),
        ]);
  return lines.map((cells) => cells.join(" | ")).join("\n");
}

const groupNamed = (group: Occupation["group"]) =>
  Object.entries(groupWords).find(([, value]) => value === group)?.[0] ?? group;

export const caseInput = z.strictObject({
  draftId: z.uuid(),
  says: requiredText(500),
  income: requiredNumber,
  birthDate: optionalDay,
  intentOn: optionalDay,
  assessedOn: optionalDay,
  group: z.enum(targetGroups).nullish(),
  list: optionalText(60),
  monthly: optionalNumber,
  from: optionalMonth,
  until: optionalMonth,
  total: optionalNumber,
  once: optionalNumber,
  outreach: z.enum(["mandatory_visit", "walk_in_done", "voluntary"]).nullish(),
  offers: optionalText(60),
  offersNot: optionalText(60),
});

/** A case as it is kept; what was left out is not expected. */
export function caseOf(input: z.output<typeof caseInput>): RuleCase {
  const { says, income, birthDate, intentOn, assessedOn, group, list } = input;
  const given = {
    ...{ monthly: input.monthly, from: input.from, until: input.until, total: input.total },
    ...{ once: input.once, outreach: input.outreach },
    ...{ offers: codesIn(input.offers), offersNot: codesIn(input.offersNot) },
  };
  return {
    says,
    facts: {
      income2559: income,
      ...{ birthDate, intentOn, assessedOn, targetGroup: group ?? null },
      ...(list ? { lists: [list] } : {}),
    },
    expected: Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
    ),
  };
}

const codesIn = (text: string | null) =>
  text === null ? null : toArabicDigits(text).toUpperCase().split(/[ ,]+/).filter(Boolean);
