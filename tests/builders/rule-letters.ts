import type { CodeLists } from "@/domain/rules/catalogue-change";
import { withCodeLists, withProject } from "@/domain/rules/catalogue-change";
import { type Letter, setFromLetter } from "@/domain/rules/from-letter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { type Terms, termsOf, withTerms } from "@/domain/rules/terms";

const [base] = ruleSetsOfCode;

/** Invented letters, each saying what one of the later years said. */
export const letters = {
  extension: { number: "กค 0402/ว 12", on: "2018-12-20" },
  raise: { number: "กค 0402/ว 90", on: "2018-09-17" },
  flat: { number: "กค 0402/ว 31", on: "2023-03-14" },
  oneOff: { number: "กค 0402/ว 118", on: "2018-11-22" },
  aid: { number: "กค 0402/ว 47", on: "2018-04-02" },
  limited: { number: "รง 0408/ว 77", on: "2018-04-24" },
  outreach: { number: "กค 0402/ว 45", on: "2018-03-20" },
  menu: { number: "กษ 1003/ว 9", on: "2018-05-02" },
  annexes: { number: "กค 0402/ว 50", on: "2018-06-04" },
} as const satisfies Record<string, Letter>;

const begun = (letter: Letter, from: string) => setFromLetter(base, letter, from);

function terms(letter: Letter, from: string, change: Partial<Terms>): RuleSet {
  const rules = begun(letter, from);
  return withTerms(rules, { ...termsOf(rules), ...change }, letter, "ข้อ 2");
}

/** The measure goes on to June 2562, with a round of follow-up more. */
export const extension = terms(letters.extension, "2019-01-01", {
  lastMonth: "2019-06",
  rounds: [...termsOf(base).rounds, { from: "2019-03-01", until: "2019-03-31" }],
  holidays: [...termsOf(base).holidays, "2019-02-19"],
});

/** From October on 300 baht for the lower band; months before it keep their 200. */
export const raise = terms(letters.raise, "2018-10-01", {
  bands: [
    { upTo: 30_000, monthly: 300 },
    { upTo: null, monthly: 100 },
  ],
});

/** 2566: one amount for everybody, yes by the 26th counts for the next month, those who came late get the months from April. */
export const flat = terms(letters.flat, "2023-03-15", {
  yesCountsFrom: "2023-03-01",
  cutOffDay: 26,
  lastMonth: "2023-12",
  retroactive: { yesUntil: "2023-06-26", from: "2023-04" },
  bands: [{ upTo: null, monthly: 300 }],
  incomeYear: "2564",
  ageOn: "2023-03-01",
  walkIn: { from: "2023-03-01", until: "2023-06-26" },
  homeVisits: { from: "2023-04-01", until: "2023-06-30" },
  holidays: [],
  rounds: [{ from: "2023-09-01", until: "2023-09-30" }],
});

/** 500 baht once in December, to whoever stands on the letter's list. */
export const oneOff = terms(letters.oneOff, "2018-12-01", {
  oneOffs: [{ list: "december_2018", name: "เงินช่วยเหลือครั้งเดียว", month: "2018-12", baht: 500 }],
});

/** Two sums in one spring, each to a list of its own. */
export const aid = terms(letters.aid, "2018-04-05", {
  oneOffs: [
    { list: "april_2018", name: "เงินช่วยเหลือเดือนเมษายน", month: "2018-04", baht: 500 },
    { list: "june_2018", name: "เงินช่วยเหลือเดือนมิถุนายน", month: "2018-06", baht: 300 },
  ],
});

/** Training for the lower band alone. */
export const limited = withProject(
  begun(letters.limited, "2018-05-01"),
  {
    code: "DSD-02",
    name: "",
    agency: "DSD",
    dimension: 2,
    bands: ["up_to_30000"],
    rows: [],
  },
  letters.limited,
  "ข้อ 3",
);

/** Everybody up to 65 is to be reached. */
export const outreach = terms(letters.outreach, "2018-03-25", { ageUpTo: 65 });

/** A project more, under a heading that no menu had. */
export const newRow = withProject(
  begun(letters.menu, "2018-05-10"),
  {
    code: "MOAC-09",
    name: "ทุนปัจจัยการผลิตแก่เกษตรกรผู้มีรายได้น้อย",
    agency: "MOAC",
    dimension: 3,
    bands: ["up_to_30000", "over_30000"],
    rows: [{ group: "farmer", category: "หาทุนให้" }],
  },
  letters.menu,
  "ข้อ 1",
);

export const annexes: CodeLists = {
  occupations: {
    "01": { name: "เกษตรกรผู้ปลูกพืช", field: "farm", group: "farmer", was: ["6111", "6112", "6114"] },
    "02": { name: "ค้าขาย", field: "trade", group: "self_employed", was: ["5211", "5221", "9520"] },
    "00": { name: "ไม่ได้ประกอบอาชีพ", field: "none", group: "not_working", was: ["9999"] },
  },
  skills: {
    A1: { name: "การเพาะปลูก", field: "เกษตร", was: ["0801", "0802"] },
    B1: { name: "ช่างก่อสร้าง", field: "งานก่อสร้าง", was: ["0101", "0102"] },
  },
};

/** The Ministry's own annexes 5 and 6 in place of ours. */
export const withAnnexes = withCodeLists(
  begun(letters.annexes, "2018-06-10"),
  annexes,
  letters.annexes,
  "สิ่งที่ส่งมาด้วย 1 และ 2",
);
