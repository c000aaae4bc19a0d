import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDeathOf, type Death, deathOf } from "@/domain/death";
import { type EntitlementEnd, endsOf } from "@/domain/entitlement-end";
import type { Incomes } from "@/domain/income-in-force";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { amountsOf } from "@/domain/rules/top-up";
import { decisionFor, entitlementOf } from "./entitlement";
import { factsOf, type StoredForms } from "./facts";

const [rules] = ruleSetsOfCode;
const today = "2018-04-20";

const low = { satang: 2_400_000, countsFrom: null, batch: 1 };
const forms = (over: Partial<StoredForms> = {}): StoredForms => ({
  holder: {
    incomes: { ministry: [low], corrected: [] },
    birthDate: "1964-05-01",
    standing: "listed",
    ends: [],
  },
  intents: [{ answer: "yes", intentOn: "2018-02-10", confirmation: null, afterDeath: null }],
  assessments: [],
  aoAgency: "BAAC",
  ...over,
});
const withIncomes = (ministry: Incomes["ministry"], corrected: Incomes["corrected"]) =>
  forms({ holder: { ...forms().holder, incomes: { ministry, corrected } } });

test("one income pays all months, and the decision is made from the same facts", () => {
  const { facts, decision, topUp, somethingPending } = entitlementOf(rules, forms(), today);
  expect(facts.intentOn).toBe("2018-02-10");
  expect(decision.topUp).toMatchObject({ monthly: 200, months: 10 });
  expect(topUp).toMatchObject({ months: 10, total: 2_000 });
  expect(somethingPending).toBe(false);
});

test("a corrected income pays the months from its day on", () => {
  const corrected = { satang: 4_000_000, countsFrom: "2018-06-01", endsOn: null };
  const { incomes, topUp } = entitlementOf(rules, withIncomes([low], [corrected]), today);
  expect(incomes).toEqual([low, { satang: 4_000_000, countsFrom: "2018-06-01", batch: null }]);
  expect(topUp.parts.map(({ paid }) => paid && [paid.monthly, paid.months])).toEqual([
    [200, 3],
    [100, 7],
  ]);
});

const month = fc.integer({ min: 1, max: 12 }).map((nth) => `2018-${String(nth).padStart(2, "0")}`);
const satang = fc.constantFrom(1_000_000, 3_000_000, 3_000_001, 5_000_000);
const ministry = fc.array(fc.record({ satang, month }), { maxLength: 3 });

test("the sum of a decision is that of the case file, for a form of whichever day and any incomes", () => {
  const two = new Set<number>();
  fc.assert(
    fc.property(ministry, ministry, month, month, (lists, corrections, yes, judged) => {
      const stored = withIncomes(
        [
          low,
          ...lists.map(({ month, ...income }, index) => ({
            ...income,
            countsFrom: `${month}-01`,
            batch: index + 2,
          })),
        ],
        corrections.map(({ month, satang }) => ({
          satang,
          countsFrom: `${month}-01`,
          endsOn: null,
        })),
      );
      const said = {
        ...stored,
        intents: forms().intents.map((each) => ({ ...each, intentOn: `${yes}-10` })),
      };
      const file = entitlementOf(rules, said, today).topUp;
      const { topUp } = decisionFor(rules, factsOf(rules, said, `${judged}-20`), said);
      if ("none" in topUp) {
        expect([file.total, file.none]).toEqual([0, topUp.none]);
        return;
      }
      expect([topUp.months, topUp.total]).toEqual([file.months, file.total]);
      expect(amountsOf(topUp).reduce((sum, each) => sum + each.total, 0)).toBe(file.total);
      two.add(amountsOf(topUp).length);
    }),
  );
  expect(Math.max(...two)).toBeGreaterThan(1);
});

test("nobody is paid who has said yes nowhere; a form that waits for its confirmation is named", () => {
  const waiting = {
    answer: "yes",
    intentOn: "2018-02-10",
    confirmation: "pending",
    afterDeath: null,
  };
  const { topUp, somethingPending } = entitlementOf(rules, forms({ intents: [waiting] }), today);
  expect(topUp).toMatchObject({ none: "NO_YES", total: 0 });
  expect(somethingPending).toBe(true);
});

describe("beside a death", () => {
  const sums = (over: Partial<StoredForms>) => {
    const { topUp, decision, yesAfterDeath } = entitlementOf(rules, forms(over), today);
    return { topUp, ofDecision: decision.topUp, yesAfterDeath };
  };
  const died = (on: string, over: Partial<Death> = {}) => ({
    holder: {
      ...forms().holder,
      ends: [{ kind: "deceased" as const, on, settled: over.proven ?? true }],
    },
  });

  test("the month of a proven death is the last that is due", () => {
    const { topUp, ofDecision } = sums(died("2018-05-31"));
    expect(topUp).toMatchObject({ months: 3, total: 600, held: null, none: null });
    expect(ofDecision).toMatchObject({ from: "2018-03", until: "2018-05", total: 600 });
  });

  test("a word alone holds the months after it: they are not counted as due", () => {
    const { topUp, ofDecision } = sums(died("2018-05-01", { proven: false }));
    expect(topUp).toMatchObject({
      total: 600,
      held: { after: "2018-05", months: 7, total: 1_400 },
    });
    expect(ofDecision).toMatchObject({ total: 600 });
  });

  test.each([
    [{}, "DIED_BEFORE_FIRST_MONTH"],
    [{ proven: false }, "HELD_FOR_DEATH"],
  ] as const)("a death in the month of the yes leaves no month due, %o: %s", (over, none) => {
    const { topUp, ofDecision } = sums(died("2018-02-28", over));
    expect(topUp).toMatchObject({ total: 0, none });
    expect(ofDecision).toEqual({ none });
  });

  test("a death in the last month of the scheme takes nothing", () => {
    expect(sums(died("2018-12-01")).topUp).toMatchObject({ total: 2_000, held: null, none: null });
  });

  test.each([
    ["undecided", "YES_AFTER_DEATH"],
    ["void", "YES_VOID_BY_DEATH"],
  ] as const)("a yes after it has no sum while it is %s", (afterDeath, none) => {
    const yes = { answer: "yes", intentOn: "2018-02-10", confirmation: null, afterDeath };
    const { topUp, ofDecision, ...rest } = sums({ ...died("2018-02-01"), intents: [yes] });
    expect(topUp).toMatchObject({ total: 0, none, parts: [] });
    expect(ofDecision).toEqual({ none });
    expect(rest.yesAfterDeath).toBe(afterDeath);
  });

  test("a yes before it keeps its months beside one after it", () => {
    const earlier = forms().intents[0];
    const after = { answer: "yes", interviewedOn: "2018-06-01", confirmation: null };
    const { topUp } = sums({
      ...died("2018-05-31"),
      intents: earlier ? [earlier] : [],
      assessments: [{ ...after, afterDeath: "undecided", targetGroup: "farmer" }],
    });
    expect(topUp).toMatchObject({ total: 600, none: null });
  });
});

describe("beside a cancelled card", () => {
  const cancelled = (month: string, settled: boolean): EntitlementEnd => ({
    kind: "card_cancelled",
    on: `${month}-01`,
    settled,
  });
  const sums = (...ends: EntitlementEnd[]) =>
    entitlementOf(rules, forms({ holder: { ...forms().holder, ends } }), today).topUp;

  test("its month and those before are due; those after are held until it is confirmed, then not due", () => {
    expect(sums(cancelled("2018-05", false))).toMatchObject({
      total: 600,
      none: null,
      held: { after: "2018-05", months: 7, total: 1_400 },
    });
    expect(sums(cancelled("2018-05", true))).toMatchObject({ total: 600, none: null, held: null });
  });

  test.each([
    [true, "CANCELLED_BEFORE_FIRST_MONTH"],
    [false, "HELD_FOR_CANCELLATION"],
  ] as const)(
    "in the month of the yes it leaves no month due, confirmed %s: %s",
    (settled, none) => {
      expect(sums(cancelled("2018-02", settled))).toMatchObject({ total: 0, none });
    },
  );

  test("beside a death that is proven, what is not confirmed holds no month after the death", () => {
    const died: EntitlementEnd = { kind: "deceased", on: "2018-07-09", settled: true };
    expect(sums(cancelled("2018-05", false), died)).toMatchObject({
      total: 600,
      held: { after: "2018-05", months: 2, total: 400 },
    });
    expect(sums(cancelled("2018-09", false), died)).toMatchObject({ total: 1_000, held: null });
  });

  test("whatever ends it: due, held and lost are all months, and settling moves them from held to lost only", () => {
    const month = fc
      .integer({ min: 1, max: 12 })
      .map((nth) => `2018-${String(nth).padStart(2, "0")}`);
    const end = fc.record({
      kind: fc.constantFrom("deceased" as const, "card_cancelled" as const),
      on: month.map((each) => `${each}-01`),
      settled: fc.boolean(),
    });
    const whole = sums();
    fc.assert(
      fc.property(fc.array(end, { minLength: 1, maxLength: 2 }), (ends) => {
        const { months, held, none } = sums(...ends);
        const [last = ""] = ends.map(({ on }) => on.slice(0, 7)).sort();
        const settled = ends
          .filter((each) => each.settled)
          .map(({ on }) => on.slice(0, 7))
          .sort();
        const paid = Array.from(
          { length: 10 },
          (_, nth) => `2018-${String(nth + 3).padStart(2, "0")}`,
        );
        expect(months).toBe(paid.filter((each) => each <= last).length);
        const lost = paid.filter((each) => settled[0] !== undefined && each > settled[0]).length;
        expect(months + (held?.months ?? 0) + lost).toBe(whole.months);
        expect(none === null).toBe(months > 0);
      }),
    );
  });

  test("it is known as soon as it is recorded, and no more once it is refused or taken back", () => {
    const row = {
      kind: "card_cancelled",
      departedOn: "2018-05-01",
      source: "ministry_letter",
    } as const;
    const of = (confirmation: string) => endsOf([{ ...row, confirmation }]);
    expect(of("pending")).toEqual([cancelled("2018-05", false)]);
    expect(of("confirmed")).toEqual([cancelled("2018-05", true)]);
    for (const over of ["rejected", "withdrawn"]) expect(of(over)).toEqual([]);
    const moved = {
      ...row,
      kind: "moved_away",
      source: "headman",
      confirmation: "confirmed",
    } as const;
    expect(endsOf([moved])).toEqual([]);
  });
});

test("a form of the day of the death is not after it; only a death that stands contradicts", () => {
  const row = { kind: "deceased", departedOn: "2018-02-10", source: "headman" } as const;
  const death = deathOf([
    { ...row, confirmation: "rejected" },
    { ...row, confirmation: "confirmed" },
  ]);
  expect(death).toEqual({ on: "2018-02-10", proven: false });
  expect(afterDeathOf("2018-02-10", death)).toBeNull();
  expect(afterDeathOf("2018-02-11", death)).toBe("undecided");
  for (const gone of [
    { ...row, confirmation: "pending" },
    { ...row, confirmation: "withdrawn" },
    { ...row, kind: "moved_away", confirmation: "confirmed" },
  ])
    expect(deathOf([gone])).toBeNull();
});
