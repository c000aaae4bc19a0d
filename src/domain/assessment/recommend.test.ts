import { buildAnswers } from "@tests/builders/answers";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Answers, type Cause, causes } from "@/domain/assessment";
import { menuFor } from "@/domain/rules/menu";
import { type Category, type TargetGroup, targetGroups } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { conditionOf, questionsOf } from "./conditions";
import { offMenu, recommend } from "./recommend";

const [rules] = ruleSetsOfCode;
const skill = "0704";

const menu = (group: TargetGroup) => menuFor(rules, group, "up_to_30000");
const named = (group: TargetGroup, project: string, answers: Answers) => {
  const found = recommend(rules, menu(group), answers).find((each) => each.project === project);
  if (!found) throw new Error(`${project} is not in the menu`);
  return found;
};

describe("the recommendation", () => {
  it("sorts and never takes a project away, whatever was answered", () => {
    const answers = fc.record(
      {
        causes: fc.subarray([...causes]),
        mainCause: fc.constantFrom(...causes),
        debtKind: fc.constantFrom("formal", "informal", "both"),
        baacCustomer: fc.constantFrom("yes", "no", "unknown"),
        farmerRegistry: fc.constantFrom("yes", "no", "unknown"),
        socialSecurity: fc.constantFrom("yes", "no", "unknown"),
        training: fc.constantFrom(["none"], [skill]),
        declined: fc.subarray(["baacCustomer", "debtKind", "causes"] as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...targetGroups), answers, (group, given) => {
        const sorted = recommend(rules, menu(group), given as Answers);
        expect(sorted.map(({ project }) => project).sort()).toEqual(
          menu(group)
            .map(({ project }) => project)
            .sort(),
        );
        for (const { status, causes: why, trains } of sorted)
          if (status === "recommended") expect(trains || why.length > 0).toBe(true);
      }),
    );
  });

  test.each<[Cause, Category]>([
    ["market", "หาตลาดให้"],
    ["debt", "ลดภาระ"],
    ["capital", "หาสินเชื่อให้"],
    ["skill", "เพิ่มทักษะฝีมือ"],
    ["money_knowledge", "เพิ่มพูนศักยภาพ"],
    ["no_steady_work", "หางานให้"],
  ])("speaks for a cause %s with the category %s", (cause, category) => {
    const sorted = recommend(rules, menu("farmer"), { causes: [cause] });
    const spoken = sorted.filter(({ causes: why }) => why.includes(cause));
    expect(spoken).not.toEqual([]);
    expect(new Set(spoken.map((each) => each.category))).toEqual(new Set([category]));
  });

  it("offers business chances for want of a channel, and the basic projects for want of land or a home", () => {
    const business = recommend(rules, menu("self_employed"), { causes: ["no_trade_channel"] });
    expect(business[0]).toMatchObject({ forMainCause: true, causes: ["no_trade_channel"] });
    expect(named("self_employed", "DBD-01", { causes: ["no_trade_channel"] }).category).toBe(
      "หาโอกาสทางธุรกิจให้",
    );
    const basic = recommend(rules, menu("farmer"), { causes: ["no_land_or_home"] }).filter(
      ({ forMainCause }) => forMainCause,
    );
    expect(basic.map(({ project }) => project).sort()).toEqual(["GHB-01", "NSF-01", "SLF-01"]);
  });

  it("puts the main cause first", () => {
    const answers = buildAnswers({ causes: ["skill", "market"], mainCause: "market" });
    const [first, second] = recommend(rules, menu("farmer"), answers);
    expect(first).toMatchObject({ project: "MKT-01", forMainCause: true });
    expect(second).toMatchObject({
      project: "MOAC-01",
      status: "recommended",
      forMainCause: false,
    });
  });

  it("speaks for training where the holder wants to be trained, after the main cause", () => {
    const wish: Answers = { causes: ["capital"], training: [skill] };
    const sorted = recommend(rules, menu("self_employed"), wish);
    const training = sorted.filter(({ category }) => category === "เพิ่มทักษะฝีมือ");
    expect(training).not.toEqual([]);
    for (const each of training) expect(each).toMatchObject({ trains: true, causes: [] });
    expect(named("self_employed", "DSD-01", wish).status).not.toBe("check");
    const first = sorted.filter(({ forMainCause, trains }) => forMainCause || trains);
    expect(sorted.slice(0, first.length)).toEqual(first);
    expect(first.findIndex(({ trains }) => trains)).toBeGreaterThan(0);
    for (const each of recommend(rules, menu("self_employed"), { training: ["none"] }))
      expect(each.trains).toBe(false);
  });

  it("keeps the printed order where nothing is known", () => {
    expect(recommend(rules, menu("employed"), {}).map(({ project }) => project)).toEqual(
      menu("employed").map(({ project }) => project),
    );
  });

  it("says 'may fit' until the facts of a project are known", () => {
    expect(named("farmer", "BAAC-04", {})).toMatchObject({
      status: "waiting",
      waitsFor: "debtKind",
    });
    const debt: Answers = { causes: ["debt"], debtKind: "informal" };
    expect(named("farmer", "BAAC-04", debt)).toMatchObject({
      status: "waiting",
      waitsFor: "baacCustomer",
    });
    expect(named("farmer", "BAAC-04", { ...debt, baacCustomer: "yes" })).toMatchObject({
      status: "recommended",
      condition: "met",
    });
    expect(named("farmer", "BAAC-04", { ...debt, debtKind: "formal" })).toMatchObject({
      status: "check",
      condition: "not_met",
    });
  });

  it("asks the agency where the papers give no condition, or the answer is withheld or not known", () => {
    expect(named("farmer", "MKT-01", { causes: ["debt"] }).status).toBe("check");
    expect(named("farmer", "BAAC-01", { declined: ["baacCustomer"] }).status).toBe("check");
    expect(named("farmer", "NSF-01", { socialSecurity: "unknown" }).status).toBe("check");
    expect(named("farmer", "NSF-01", { socialSecurity: "no" }).status).toBe("available");
  });

  it("waits only for questions that choosing the project opens, or that step 2 asks anyway", () => {
    for (const project of Object.values(rules.projects)) {
      const { question } = conditionOf(project, {});
      if (question) expect(questionsOf(project)).toContain(question);
    }
  });

  it("leaves what is not in the menu to be chosen with a reason", () => {
    const catalogue = Object.keys(rules.projects);
    expect(offMenu(catalogue, menu("farmer"))).toHaveLength(28 - 14);
    expect(offMenu(catalogue, menu("farmer"))).toContain("GSB-05");
    expect(offMenu(catalogue, [])).toHaveLength(28);
  });
});
