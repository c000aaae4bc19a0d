import { expect, test } from "vitest";
import { nextRun, nextRung, type RunStep, runFieldOrder, runFieldsOn } from "./month-run";

const run = (month: string, step: RunStep) => ({ month, step });

test("nothing is run while nothing is due to anybody", () => {
  expect(nextRun([], { firstDue: null, today: "2018-03" })).toBeNull();
});

test("the first run is that of the first month that is due, once it has begun", () => {
  const due = { firstDue: "2018-03" };
  expect(nextRun([], { ...due, today: "2018-02" })).toEqual({
    month: "2018-03",
    blockedBy: "notBegun",
  });
  expect(nextRun([], { ...due, today: "2018-06" })).toEqual({ month: "2018-03", blockedBy: null });
});

test.each(["calculating", "stopped", "calculated", "checked"] as const)(
  "a run that is %s may be calculated again, and no later month",
  (step) => {
    expect(nextRun([run("2018-03", step)], { firstDue: "2018-03", today: "2018-05" })).toEqual({
      month: "2018-03",
      blockedBy: null,
    });
  },
);

test.each(["certified", "sent", "reconciled"] as const)(
  "after one that is %s comes the month after it",
  (step) => {
    const runs = [run("2018-04", step), run("2018-03", "reconciled")];
    expect(nextRun(runs, { firstDue: "2018-03", today: "2018-05" })).toEqual({
      month: "2018-05",
      blockedBy: null,
    });
  },
);

test("the ladder is climbed rung by rung", () => {
  const climbedFrom = (step: RunStep) => nextRung(step);
  expect(climbedFrom("calculating")).toBe("calculated");
  expect(climbedFrom("stopped")).toBe("calculated");
  expect(climbedFrom("calculated")).toBe("checked");
  expect(climbedFrom("sent")).toBe("reconciled");
  expect(climbedFrom("reconciled")).toBeNull();
});

test("a file never lacks the person, the month and the amount, and has no column twice", () => {
  expect(runFieldOrder.safeParse(["nationalId", "month", "baht"]).success).toBe(true);
  expect(runFieldOrder.safeParse(["nationalId", "month"]).success).toBe(false);
  expect(runFieldOrder.safeParse(["nationalId", "month", "baht", "baht"]).success).toBe(false);
});

test("the newest order that has begun names the columns", () => {
  const orders = [
    { fields: ["baht", "nationalId", "month"], fromOn: "2018-05-01" },
    { fields: ["nationalId", "month", "baht"], fromOn: "2018-03-01" },
  ];
  expect(runFieldsOn(orders, "2018-04-30")[0]).toBe("nationalId");
  expect(runFieldsOn(orders, "2018-05-01")[0]).toBe("baht");
  expect(runFieldsOn(orders, "2018-02-01")).toContain("rules");
});
