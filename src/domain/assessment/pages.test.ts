import { buildContext } from "@tests/builders/answers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answers, causes } from "@/domain/assessment";
import { type Layout, pagesOf } from "./pages";
import { questionsFor } from "./questions";

const context = buildContext({ agency: "DOPA" });
const ids = (answers: Answers, layout: Layout) =>
  pagesOf(questionsFor(answers, context), layout).map((page) => page.map(({ id }) => id));

describe("the pages of an interview", () => {
  it("are one question each on a phone", () => {
    for (const page of ids({}, "single")) expect(page).toHaveLength(1);
  });

  it("hold neighbouring short questions together on a wide screen", () => {
    const pages = ids({ causes: ["debt", "market"], projects: [{ project: "BAAC-01" }] }, "wide");
    expect(pages).toContainEqual(["identity", "respondent", "willing"]);
    expect(pages).toContainEqual(["land", "dependants", "workLimit", "monthlyIncome"]);
    expect(pages).toContainEqual(["mainCause", "debtKind", "debtBurden"]);
    expect(pages).toContainEqual(["availableDays", "travel"]);
    for (const alone of ["occupation", "causes", "interest", "plan", "wish", "signature"])
      expect(pages).toContainEqual([alone]);
  });

  it("are one page for a paper form", () => {
    expect(ids({ causes: ["debt"] }, "paper")).toHaveLength(1);
  });

  it("keep every question that is asked, in order, on one page only, whatever is answered", () => {
    const answers = fc.record(
      {
        willing: fc.constantFrom("yes", "no"),
        causes: fc.subarray([...causes]),
        wantedOccupation: fc.constantFrom("same", "6111", "9999"),
        projects: fc.constantFrom([], [{ project: "BAAC-01" }, { project: "MOAC-01" }]),
        wish: fc.constantFrom("yes", "no"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, fc.constantFrom("single", "wide", "paper"), (given, layout) => {
        const asked = questionsFor(given as Answers, context).map(({ id }) => id);
        expect(ids(given as Answers, layout).flat()).toEqual(asked);
      }),
    );
  });
});
