import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agesOf, sentStates, type TakeUpRow, takeUpOf } from "./take-up";

const row: fc.Arbitrary<TakeUpRow> = fc
  .record({
    part: fc.constantFrom("BAAC-01", "CDD-01"),
    state: fc.constantFrom("chosen" as const, ...sentStates),
    days: fc.nat(40),
    matters: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    answerDays: ["chosen", "sent"].includes(rest.state) ? -1 : days,
  }));

describe("the take-up of a project", () => {
  it("has what was sent in its states, each once, and who chose it apart", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        for (const { part, sent, states, chosen, days } of takeUpOf(rows)) {
          const own = rows.filter((each) => each.part === part);
          const of = (state: string) =>
            own
              .filter((each) => each.state === state)
              .reduce((sum, { matters }) => sum + matters, 0);
          expect(sentStates.reduce((sum, state) => sum + states[state], 0)).toBe(sent);
          expect(chosen).toBe(of("chosen"));
          expect(days?.people ?? 0).toBe(sent - of("sent"));
        }
      }),
    );
  });

  it("comes with what was sent most first", () => {
    const sent = takeUpOf([
      { part: "BAAC-01", state: "sent", answerDays: -1, matters: 2 },
      { part: "CDD-01", state: "refused", answerDays: 3, matters: 5 },
    ]);
    expect(sent.map(({ part, days }) => [part, days])).toEqual([
      ["CDD-01", { median: 3, people: 5 }],
      ["BAAC-01", null],
    ]);
  });
});

it("counts what waits under its age, the days of the limits in the younger one", () => {
  const rows = [0, 7, 8, 14, 15, 30, 31, 400].map((days) => ({ days, matters: 1 }));
  expect(agesOf(rows)).toEqual({ to_7: 2, to_14: 2, to_30: 2, over_30: 2 });
});
