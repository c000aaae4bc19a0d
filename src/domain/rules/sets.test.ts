import { buildAnswers, buildContext } from "@tests/builders/answers";
import { rules2019, twoRuleSets } from "@tests/builders/rules-2019";
import { describe, expect, it, test } from "vitest";
import { conditionOf } from "@/domain/assessment/conditions";
import { factsOf, rulesForForms, type StoredForms } from "@/domain/assessment/facts";
import { questionsFor } from "@/domain/assessment/questions";
import { effectsOf } from "@/domain/correction";
import { roundNow } from "@/domain/follow-up";
import { decide } from "@/domain/rules/decide";
import { type Facts, factsReader } from "@/domain/rules/facts";
import { categoriesOf, menuFor } from "@/domain/rules/menu";
import { ageClassOf, isMustReach } from "@/domain/rules/outreach";
import { type RuleSet, targetGroups } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { ageNamed, bandNamed, noTopUpNamed, roundNamed } from "@/domain/rules/rule-words";
import {
  everyProject,
  measureFrom,
  projectNameOn,
  type RuleSets,
  rulesOfVersion,
  rulesOn,
} from "@/domain/rules/sets";

const [rules2018] = ruleSetsOfCode;

test.each([
  ["2017-12-31", "2018-01-09"],
  ["2018-02-01", "2018-01-09"],
  ["2019-01-14", "2018-01-09"],
  ["2019-01-15", "2019-01-08"],
  ["2025-01-01", "2019-01-08"],
])("on %s the set %s is in force", (day, version) => {
  expect(rulesOn(twoRuleSets, day).version).toBe(version);
});

test("what was decided is read by the set of its version", () => {
  for (const set of twoRuleSets) expect(rulesOfVersion(twoRuleSets, set.version)).toBe(set);
  expect(() => rulesOfVersion(twoRuleSets, "2020-01-01")).toThrow(RangeError);
  expect(measureFrom(twoRuleSets)).toBe("2018-02-01");
});

describe.each(twoRuleSets.map((set) => [set.version, set] as const))("the set %s", (_, set) => {
  it("has words for each of its bands, ages and rounds, and for each reason why nothing is paid", () => {
    for (const { id } of set.incomeBands) expect(bandNamed(set, id)).not.toBe(id);
    for (const { id } of Object.values(set.mustReach.ages)) expect(ageNamed(set, id)).not.toBe(id);
    for (const { id } of set.followUpRounds.value) expect(roundNamed(set, id).name).not.toBe(id);
    for (const none of ["NO_YES", "BEFORE_WINDOW", "SCHEME_ENDED", set.overCeiling])
      expect(noTopUpNamed(set, none).short).not.toBe(none);
  });

  it("says of each reason that it can give what it rests on", () => {
    const { ages } = set.mustReach;
    const given = [
      ...set.incomeBands.flatMap(({ reasons }) => Object.values(reasons)),
      ...[set.overCeiling, ages.upTo.reason, ages.over.reason],
      ...Object.values(set.menuReasons).flat(),
      ...set.everyGroupReasons,
    ];
    for (const code of given) expect(set.reasons).toHaveProperty(code);
  });

  it("offers only projects that it has, under headings that it has, to bands that it has", () => {
    const bands = set.incomeBands.map(({ id }) => id);
    for (const { bands: open } of Object.values(set.projects))
      for (const band of open) expect(bands).toContain(band);
    for (const group of targetGroups) {
      for (const { project } of set.menus[group]) expect(set.projects).toHaveProperty(project);
      for (const category of categoriesOf(set, group)) expect(set.categories).toContain(category);
    }
    for (const { categories } of Object.values(set.causes))
      for (const category of categories) expect(set.categories).toContain(category);
  });
});

const ordinary: Facts = {
  incomeSatang: 3_500_000,
  birthDate: "1955-06-01",
  intentOn: null,
  assessedOn: null,
  targetGroup: "farmer",
  aoAgency: "BAAC",
};
const answer = (rules: RuleSet, facts: Partial<Facts>) => decide(rules, { ...ordinary, ...facts });

describe("when another year's set is known", () => {
  it("the cases of the year before keep their answers", () => {
    const old = { income2559: 25_000, birthDate: "1980-05-01", intentOn: "2018-02-12" };
    const read = [ruleSetsOfCode, twoRuleSets].map((sets) => factsReader(sets)(old));
    expect(read[0]).toEqual(read[1]);
    expect(read[1]).toMatchObject({ ok: true, rules: { version: "2018-01-09" } });
  });

  it("new cases get the new amount, from the month after their cut-off day to the new last month", () => {
    const paid = (intentOn: string) => answer(rulesOn(twoRuleSets, intentOn), { intentOn }).topUp;
    expect(paid("2018-02-12")).toMatchObject({ monthly: 100, from: "2018-03", until: "2018-12" });
    expect(paid("2019-01-26")).toEqual({
      monthly: 300,
      from: "2019-02",
      until: "2019-09",
      months: 8,
      total: 2400,
    });
    expect(paid("2019-01-27")).toMatchObject({ from: "2019-03", months: 7 });
    expect(paid("2019-08-27")).toEqual({ none: "SCHEME_ENDED" });
  });

  it("another line and age decide who must be reached, and another window who came in time", () => {
    expect(isMustReach(rules2018, ordinary)).toBe(false);
    expect(isMustReach(rules2019, ordinary)).toBe(true);
    expect(ageClassOf(rules2018, ordinary.birthDate)).toBe("over_60");
    expect(ageClassOf(rules2019, ordinary.birthDate)).toBe("up_to_65");
    expect(answer(rules2019, { intentOn: "2019-01-31" }).outreach).toBe("walk_in_done");
    expect(answer(rules2019, { intentOn: "2019-02-01" }).outreach).toBe("mandatory_visit");
    expect(answer(rules2019, { incomeSatang: 12_000_001 }).topUp).toEqual({
      none: "INCOME_OVER_120000",
    });
  });

  it("gives its own reasons", () => {
    const codes = answer(rules2019, { intentOn: "2019-01-31" }).reasons.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["INCOME_UP_TO_40000", "MONTHLY_300", "AGE_UP_TO_65"]),
    );
    expect(codes.filter((code) => /30000|60|200/.test(code))).toEqual([]);
  });

  it("offers the project and the heading that it adds, to the band that it is open to", () => {
    const added = { project: "DOE-09", dimension: 2, category: "หาทุนให้", agency: "กกจ." };
    expect(menuFor(rules2019, "farmer", "up_to_40000")).toContainEqual(added);
    expect(menuFor(rules2019, "farmer", "over_40000")).not.toContainEqual(added);
    expect(menuFor(rules2018, "farmer", "up_to_30000")).not.toContainEqual(added);
    expect(projectNameOn(twoRuleSets, "2018-03-01", "DOE-09")).toBe(
      "ทุนประกอบอาชีพสำหรับบุตรหลานเกษตรกร",
    );
    expect(projectNameOn(twoRuleSets, "2019-03-01", "XXX-99")).toBe("XXX-99");
    expect(Object.keys(everyProject(twoRuleSets))).toHaveLength(29);
  });

  it("asks what the project that it adds requires", () => {
    const chosen = buildAnswers({ projects: [{ project: "DOE-09" }] });
    const asked = (sets: RuleSets) =>
      questionsFor(chosen, buildContext({ ruleSets: sets })).map(({ id }) => id);
    expect(asked(twoRuleSets)).toEqual(expect.arrayContaining(["socialSecurity", "contactPerson"]));
    expect(asked(ruleSetsOfCode)).not.toContain("socialSecurity");
    const { "DOE-09": added } = rules2019.projects;
    expect(conditionOf(added, { socialSecurity: "no" }).state).toBe("met");
    expect(conditionOf(added, { socialSecurity: "yes" }).state).toBe("not_met");
  });

  it("has its own rounds, bands and effects of a correction", () => {
    const rounds = rulesOn(twoRuleSets, "2019-07-15").followUpRounds.value;
    expect(roundNow("2019-07-15", rounds)).toMatchObject({ id: "july", daysLeft: 16 });
    const facts = { incomeSatang: 3_500_000, ageClass: "up_to_65", countsFrom: "2019-03-01" };
    expect(effectsOf(rules2019, "income_2559", { satang: 4_500_000 }, facts)).toEqual([
      { what: "top_up", from: 300, to: 150, month: "2019-03" },
      { what: "cohort", to: "voluntary", month: "2019-03" },
    ]);
  });
});

describe("the set that judges a holder's forms", () => {
  const forms = (over: Partial<StoredForms>): StoredForms => ({
    holder: {
      incomes: { ministry: [{ satang: 3_500_000, countsFrom: null, batch: 1 }], corrected: [] },
      birthDate: null,
      standing: "listed",
      ends: [],
    },
    intents: [],
    assessments: [],
    aoAgency: null,
    ...over,
  });
  const intent = (intentOn: string, answer = "yes", confirmation: string | null = null) => ({
    answer,
    intentOn,
    confirmation,
    afterDeath: null,
  });
  const interview = { answer: "yes", confirmation: null, afterDeath: null, targetGroup: "farmer" };
  const judging = (over: Partial<StoredForms>) =>
    rulesForForms(twoRuleSets, forms(over), "2019-06-01").version;

  it("is that of the newest yes that counts, so that an old case stays what it was", () => {
    expect(judging({ intents: [intent("2018-02-12")] })).toBe("2018-01-09");
    expect(judging({ intents: [intent("2018-02-12"), intent("2019-02-12", "no")] })).toBe(
      "2018-01-09",
    );
    expect(
      judging({ intents: [intent("2018-02-12"), intent("2019-02-12", "yes", "pending")] }),
    ).toBe("2018-01-09");
    expect(judging({ intents: [intent("2018-02-12"), intent("2019-02-12")] })).toBe("2019-01-08");
  });

  it("is that of the interview under way, and of today where nobody has said yes", () => {
    const current = { ...interview, interviewedOn: "2018-12-20" };
    expect(judging({ intents: [intent("2019-02-12")], current })).toBe("2018-01-09");
    expect(judging({})).toBe("2019-01-08");
  });

  it("leaves a yes of the year before out of a new case", () => {
    const both = forms({
      intents: [intent("2018-12-20")],
      assessments: [{ ...interview, interviewedOn: "2019-02-12" }],
    });
    const rules = rulesForForms(twoRuleSets, both, "2019-06-01");
    expect(decide(rules, factsOf(rules, both, "2019-06-01")).topUp).toMatchObject({
      monthly: 300,
      from: "2019-03",
    });
  });
});
