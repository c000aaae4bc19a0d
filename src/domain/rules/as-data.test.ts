import {
  extension,
  flat,
  letters,
  limited,
  newRow,
  oneOff,
  outreach,
  raise,
  withAnnexes,
} from "@tests/builders/rule-letters";
import { describe, expect, it } from "vitest";
import { roundNow } from "@/domain/follow-up";
import { decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import { menuFor } from "@/domain/rules/menu";
import { quoted } from "@/domain/rules/reasons";
import { outcomeOf, type RuleCase } from "@/domain/rules/rule-case";
import {
  checkRuleFile,
  faultsAgainst,
  type RuleFile,
  readRuleFile,
} from "@/domain/rules/rule-file";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { roundNamed } from "@/domain/rules/rule-words";
import { oneOffsUntil } from "@/domain/rules/sets";
import { termsOf, withTerms } from "@/domain/rules/terms";
import { topUpOverMonths } from "@/domain/rules/top-up";

const [rules2018] = ruleSetsOfCode;
const aCase: RuleCase = {
  says: "มาแจ้งวันสุดท้ายของเดือนกุมภาพันธ์ รายได้ 30,000 บาทพอดี ได้ 200 บาท 10 เดือน",
  facts: { income2559: 30_000, intentOn: "2018-02-28" },
  expected: { monthly: 200, from: "2018-03", until: "2018-12", months: 10, total: 2000 },
};

/** A set as it comes out of a file or the database: text, read again. */
function asData(rules: RuleSet): RuleSet {
  const read = readRuleFile(JSON.stringify({ rules, cases: [aCase] } satisfies RuleFile));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(read.file.rules).toEqual(JSON.parse(JSON.stringify(rules)));
  return read.file.rules;
}

const person: Facts = {
  incomeSatang: 2_500_000,
  birthDate: "1980-06-01",
  intentOn: null,
  assessedOn: null,
  targetGroup: "farmer",
  aoAgency: "BAAC",
};
const decided = (rules: RuleSet, facts: Partial<Facts>) => decide(rules, { ...person, ...facts });
const reasonsOf = (rules: RuleSet, facts: Partial<Facts>) =>
  decided(rules, facts).reasons.map(({ code }) => code);

describe("as data alone", () => {
  it("the measure of 2561 is what the code says", () => {
    expect(asData(rules2018)).toEqual(rules2018);
    expect(outcomeOf(asData(rules2018), aCase)).toEqual({ ok: true, differences: [] });
    expect(withTerms(rules2018, termsOf(rules2018), letters.flat, "ข้อ 1")).toEqual(rules2018);
  });

  it("it goes on to June 2562, with a round and a holiday more", () => {
    const rules = asData(extension);
    expect(decided(rules, { intentOn: "2018-02-12" }).topUp).toEqual({
      monthly: 200,
      from: "2018-03",
      until: "2019-06",
      months: 16,
      total: 3200,
    });
    expect(decided(rules, { intentOn: "2019-05-31" }).topUp).toMatchObject({ months: 1 });
    expect(decided(rules, { intentOn: "2019-06-01" }).topUp).toEqual({ none: "SCHEME_ENDED" });
    const last = decided(rules, { intentOn: "2018-02-12" }).reasons.find(
      ({ code }) => code === "UNTIL_LAST_MONTH",
    );
    expect(last?.clause).toBe("หนังสือที่ กค 0402/ว 12 ลงวันที่ 20 ธันวาคม 2561 ข้อ 2");
    const rounds = rules.followUpRounds.value;
    expect(rounds.map(({ id }) => id)).toEqual(["june", "september", "r2019_03"]);
    expect(roundNow("2019-03-05", rounds)).toMatchObject({ id: "r2019_03" });
    expect(roundNamed(rules, "r2019_03").name).toBe("รอบ มี.ค. 2562");
    expect(rules.fieldworkHolidays.value).toContain("2019-02-19");
    // What the letter leaves as it was rests on what it rested on.
    expect(rules.walkIn).toEqual(rules2018.walkIn);
  });

  it("another amount from a month on: months gone by keep theirs", () => {
    const rules = asData(raise);
    expect(decided(rules, { intentOn: "2018-02-12" }).topUp).toEqual({
      ...{ monthly: 200, from: "2018-03", until: "2018-12", months: 10, total: 2300 },
      parts: [
        { monthly: 200, from: "2018-03", until: "2018-09", months: 7, total: 1400 },
        { monthly: 300, from: "2018-10", until: "2018-12", months: 3, total: 900 },
      ],
    });
    expect(decided(rules, { intentOn: "2018-09-30" }).topUp).toMatchObject({ monthly: 300 });
    const history = topUpOverMonths(rules, { intentOn: "2018-02-12", assessedOn: null }, [
      { incomeSatang: 2_500_000, from: null },
      { incomeSatang: 5_000_000, from: "2018-11" },
    ]);
    expect(history).toMatchObject({ months: 10, total: 7 * 200 + 300 + 2 * 100 });
  });

  it("300 baht for everybody, yes by the 26th, and months that are given afterwards", () => {
    const rules = asData(flat);
    for (const incomeSatang of [0, 3_000_000, 3_000_001, 10_000_000])
      expect(decided(rules, { incomeSatang, intentOn: "2023-07-26" }).topUp).toMatchObject({
        monthly: 300,
        from: "2023-08",
      });
    expect(decided(rules, { intentOn: "2023-07-27" }).topUp).toMatchObject({ from: "2023-09" });
    expect(decided(rules, { intentOn: "2023-06-26" }).topUp).toMatchObject({
      from: "2023-04",
      months: 9,
      total: 2700,
    });
    expect(reasonsOf(rules, { intentOn: "2023-06-26" })).toEqual(
      expect.arrayContaining(["ANY_INCOME", "MONTHLY_300", "RETROACTIVE_MONTHS"]),
    );
    expect(decided(rules, { intentOn: "2023-06-27" }).topUp).toMatchObject({ from: "2023-08" });
    expect(reasonsOf(rules, { intentOn: "2023-06-27" })).not.toContain("RETROACTIVE_MONTHS");
    // Who came in time gains nothing by it.
    expect(decided(rules, { intentOn: "2023-03-26" }).topUp).toMatchObject({ from: "2023-04" });
    expect(decided(rules, { incomeSatang: 10_000_001, intentOn: "2023-04-01" }).topUp).toEqual({
      none: "INCOME_OVER_100000",
    });
  });

  it("a sum once, to whoever stands on the list that the letter gives", () => {
    const rules = asData(oneOff);
    const listed = decided(rules, { lists: ["december_2018"] });
    expect(listed.oneOffs).toEqual([{ list: "december_2018", month: "2018-12", baht: 500 }]);
    expect(listed.reasons.map(({ code }) => code)).toContain("ONCE_DECEMBER_2018");
    expect(decided(rules, {}).oneOffs).toEqual([]);
    expect(decided(rules, { lists: ["another"] }).oneOffs).toEqual([]);
    // Beside the months, not in place of them.
    expect(decided(rules, { intentOn: "2018-11-30" }).topUp).toMatchObject({ total: 200 });
    expect(decided(rules2018, { lists: ["december_2018"] })).not.toHaveProperty("oneOffs");
    // A run says of each until its month that it books none of it: once, whichever later set has it too.
    const later = { ...rules, version: "2019-01-10", inForceFrom: "2019-01-15" };
    const until = (month: string) =>
      oneOffsUntil([rules2018, rules, later], month).map(({ list }) => list);
    expect([until("2018-11"), until("2018-12"), until("2019-02")]).toEqual([
      [],
      ["december_2018"],
      ["december_2018"],
    ]);
  });

  it("a project for one band", () => {
    const rules = asData(limited);
    const offered = (band: string) =>
      menuFor(rules, "employed", band).some(({ project }) => project === "DSD-02");
    expect([offered("up_to_30000"), offered("over_30000")]).toEqual([true, false]);
    expect(menuFor(rules, "employed", "over_30000")).toHaveLength(11);
    expect(rules.projects["DSD-02"]?.name).toBe(rules2018.projects["DSD-02"]?.name);
  });

  it("another age of those who must be reached", () => {
    const rules = asData(outreach);
    const born = { birthDate: "1954-02-01" };
    expect(decided(rules2018, born).outreach).toBe("voluntary");
    expect(decided(rules, born).outreach).toBe("mandatory_visit");
    expect(reasonsOf(rules, born)).toContain("AGE_UP_TO_65");
    expect(rules.words.mustReach).toBe("รายได้ไม่เกิน 30,000 บาท และอายุไม่เกิน 65 ปี");
  });

  it("a row of a menu under a heading that no menu had", () => {
    const rules = asData(newRow);
    const menu = menuFor(rules, "farmer", "over_30000");
    expect(menu).toHaveLength(15);
    expect(menu).toContainEqual({
      project: "MOAC-09",
      dimension: 3,
      category: "หาทุนให้",
      agency: "กษ.",
    });
    expect(rules.categories).toEqual([...rules2018.categories, "หาทุนให้"]);
  });

  it("the annexes of the Ministry in place of ours, with the old codes that each code stands for", () => {
    const rules = asData(withAnnexes);
    expect(Object.keys(rules.occupations.value)).not.toContain("6111");
    expect(rules.occupations.value["01"]).toMatchObject({
      group: "farmer",
      was: ["6111", "6112", "6114"],
    });
    expect(quoted(rules.skills.source).clause).toContain("กค 0402/ว 50");
  });
});

describe("a file that is not right", () => {
  const faulty = (change: (rules: Record<string, unknown>) => void) => {
    const copy = JSON.parse(JSON.stringify({ rules: rules2018, cases: [aCase] }));
    change(copy.rules);
    const read = checkRuleFile(copy);
    return read.ok ? [] : read.faults;
  };

  it("is told each fault with its place", () => {
    expect(readRuleFile("{")).toEqual({ ok: false, faults: [{ at: "", says: "json" }] });
    expect(faulty((rules) => delete rules.walkIn)).toEqual([
      { at: "rules.walkIn", says: "missing", what: "object" },
    ]);
    expect(faulty((rules) => Object.assign(rules, { bonus: 1 }))).toEqual([
      { at: "rules", says: "unknown", what: "bonus" },
    ]);
    expect(faulty((rules) => Object.assign(rules, { inForceFrom: "2561-01-32" }))).toEqual([
      { at: "rules.inForceFrom", says: "day" },
    ]);
    expect(faulty((rules) => Object.assign(rules, { overCeiling: "TOO_MUCH" }))).toEqual([
      { at: "rules.reasons", says: "unknownReason", what: "TOO_MUCH" },
      { at: "rules.words.noTopUp", says: "noWords", what: "TOO_MUCH" },
    ]);
    expect(faulty((rules) => Object.assign(rules, { categories: [] }))).toContainEqual({
      at: "rules.menus.farmer.0",
      says: "unknownCategory",
      what: "เพิ่มทักษะฝีมือ",
    });
  });

  it("cannot give a stored code another meaning", () => {
    const moved = {
      ...extension,
      followUpRounds: {
        ...extension.followUpRounds,
        value: [{ id: "june", from: "2019-06-01", until: "2019-06-30" }],
      },
    };
    expect(faultsAgainst(extension, ruleSetsOfCode)).toEqual([]);
    expect(faultsAgainst(moved, ruleSetsOfCode)).toEqual([
      { at: "rules.followUpRounds", says: "roundOther", what: "june" },
    ]);
  });
});

it("a case that the set answers otherwise says which line and what it answers", () => {
  expect(outcomeOf(flat, aCase)).toMatchObject({ ok: false });
  expect(
    outcomeOf(rules2018, { ...aCase, expected: { monthly: 100, offers: ["BAAC-04"] } }),
  ).toEqual({
    ok: false,
    differences: [
      { field: "monthly", expected: "100", given: "200" },
      { field: "offers", expected: "BAAC-04", given: "-" },
    ],
  });
  expect(outcomeOf(rules2018, { ...aCase, facts: { income2559: "a" } })).toEqual({
    ok: false,
    field: "income2559",
    differences: [],
  });
});
