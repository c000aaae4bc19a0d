import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/domain/rules/decide";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { factsOf, type StoredForms } from "./facts";

const [rules] = ruleSetsOfCode;
const today = "2018-04-20";

const forms = (over: Partial<StoredForms> = {}): StoredForms => ({
  holder: {
    incomes: { ministry: [{ satang: 3_000_000, countsFrom: null, batch: 1 }], corrected: [] },
    birthDate: "1964-05-01",
    standing: "listed",
    ends: [],
  },
  intents: [],
  assessments: [],
  aoAgency: "BAAC",
  ...over,
});
const intent = (answer: string, intentOn: string, confirmation: string | null = null) => ({
  answer,
  intentOn,
  confirmation,
  afterDeath: null,
});
const interview = (answer: string, interviewedOn: string, confirmation: string | null = null) => ({
  answer,
  interviewedOn,
  confirmation,
  afterDeath: null,
  targetGroup: "farmer",
});
const facts = (over: Partial<StoredForms>) => factsOf(rules, forms(over), today);

describe("the facts of the stored forms", () => {
  it("hold both dates of a yes, each the earliest", () => {
    expect(
      facts({
        intents: [intent("yes", "2018-02-20"), intent("yes", "2018-02-10")],
        assessments: [interview("yes", "2018-04-01"), interview("yes", "2018-03-14")],
      }),
    ).toMatchObject({ intentOn: "2018-02-10", assessedOn: "2018-03-14", targetGroup: "farmer" });
  });

  it("take no date from a no, nor from a paper that is not confirmed", () => {
    expect(
      facts({
        intents: [intent("no", "2018-02-10"), intent("yes", "2018-02-11", "pending")],
        assessments: [interview("no", "2018-03-14"), interview("yes", "2018-03-15", "rejected")],
      }),
    ).toMatchObject({ intentOn: null, assessedOn: null });
    expect(facts({ intents: [intent("yes", "2018-02-11", "confirmed")] }).intentOn).toBe(
      "2018-02-11",
    );
  });

  it("hold the income that was in force on the day of the form, however late it is typed in", () => {
    const ministry = [
      { satang: 3_000_000, countsFrom: null, batch: 1 },
      { satang: 5_000_000, countsFrom: "2018-04-01", batch: 2 },
    ];
    const changed = forms({
      holder: { ...forms().holder, incomes: { ministry, corrected: [] } },
    });
    expect(factsOf(rules, changed, "2018-03-20").incomeSatang).toBe(3_000_000);
    expect(factsOf(rules, changed, "2018-04-01").incomeSatang).toBe(5_000_000);
  });

  it("a later no changes nothing; after a no the first yes counts, without months gone by", () => {
    const yesThenNo = forms({
      intents: [intent("yes", "2018-02-20")],
      assessments: [interview("no", "2018-03-14")],
    });
    expect(decide(rules, factsOf(rules, yesThenNo, today)).topUp).toMatchObject({
      from: "2018-03",
      total: 2_000,
    });
    const noThenYes = forms({
      intents: [intent("no", "2018-02-20")],
      assessments: [interview("yes", "2018-04-02")],
    });
    expect(decide(rules, factsOf(rules, noThenYes, today)).topUp).toMatchObject({
      from: "2018-05",
      total: 1_600,
    });
  });

  it("the earliest yes of both forms decides the first month", () => {
    const both = forms({
      intents: [intent("yes", "2018-02-28")],
      assessments: [interview("yes", "2018-03-14")],
    });
    expect(decide(rules, factsOf(rules, both, today)).topUp).toMatchObject({
      from: "2018-03",
      months: 10,
    });
  });

  it("pass over a yes before the measure where a later one exists, and name it where none does", () => {
    expect(
      facts({ intents: [intent("yes", "2018-01-31"), intent("yes", "2018-02-03")] }).intentOn,
    ).toBe("2018-02-03");
    expect(facts({ intents: [intent("yes", "2018-01-31")] }).intentOn).toBe("2018-01-31");
  });

  it("take the group of the interview under way before that of any other", () => {
    const current = { ...interview("yes", "2018-03-01"), targetGroup: "self_employed" };
    expect(facts({ assessments: [interview("no", "2018-04-01")], current }).targetGroup).toBe(
      "self_employed",
    );
    expect(facts({ current: { ...current, targetGroup: null } }).targetGroup).toBeNull();
  });

  it("do not depend on the order of the forms", () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((number) => `2018-03-${String(number).padStart(2, "0")}`);
    const form = fc.tuple(
      fc.constantFrom("yes", "no"),
      day,
      fc.constantFrom(null, "pending", "confirmed"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(form, { selector: ([, date]) => date }), (rows) => {
        const intents = rows.map(([answer, on, confirmation]) => intent(answer, on, confirmation));
        const assessments = rows.map(([answer, on, confirmation]) =>
          interview(answer, on, confirmation),
        );
        const turned = facts({
          intents: [...intents].reverse(),
          assessments: [...assessments].reverse(),
        });
        expect(facts({ intents, assessments })).toEqual(turned);
      }),
    );
  });
});
