import { expect, test } from "vitest";
import { roles } from "@/domain/policy";
import {
  monthsUnreported,
  nextReportStatuses,
  receivedLevelOf,
  reportFigures,
  reportLevelOf,
  reportLevels,
  reportMonths,
  reportStatuses,
} from "./report";

test("no report stands still before it has arrived, and none moves afterwards", () => {
  const last = { officer: "acknowledged", district: "acknowledged", province: "sent" } as const;
  for (const level of reportLevels) {
    const reached = new Set<string>([level === "officer" ? "submitted" : "draft"]);
    for (const status of reportStatuses)
      if (reached.has(status))
        for (const next of nextReportStatuses(level, status)) reached.add(next);
    expect(reached).toContain(last[level]);
    for (const status of reached)
      if (nextReportStatuses(level, status as "draft").length === 0)
        expect([last[level], "returned"]).toContain(status);
  }
});

test("each level reports to the next, and the next receives it", () => {
  for (const role of roles) {
    const received = receivedLevelOf(role);
    if (received)
      expect(reportLevels.indexOf(received)).toBe(
        reportLevels.indexOf(reportLevelOf(role) ?? "officer") - 1,
      );
  }
  expect(reportLevelOf("agency_officer")).toBeUndefined();
});

test("nobody reports for a month before the measure", () => {
  expect(reportMonths("2018-03", "2018-02")).toEqual(["2018-03", "2018-02"]);
});

test("a month of long ago stays in sight until it is reported", () => {
  const months = reportMonths("2018-09", "2018-02");
  expect(months.at(-1)).toBe("2018-02");
  const own = [
    { period: "2018-03", status: "submitted" },
    { period: "2018-04", status: "draft" },
    { period: "2018-05", status: "returned" },
    { period: "2018-06", status: "acknowledged" },
  ] as const;
  expect(monthsUnreported(months, "2018-09", own)).toEqual([
    ...["2018-02", "2018-04", "2018-05", "2018-07", "2018-08"],
  ]);
});

test("a report's figures are read back by the rounds that were asked for when it was made", () => {
  const rounds = {
    june: { asked: 12, done: 9, open: 3 },
    september: { asked: 12, done: 0, open: 12 },
  };
  const kept = {
    asOf: "2018-06-29",
    time: "16:30",
    coverage: { total: 40, met: 30, toMeet: 8, released: 2 },
    dose: { 0: 3, 1: 9, 2: 0, 3: 0 },
    rounds,
    income: { people: 5, before: 4000, now: 4500, up: 3 },
    ministry: { unreported: 1, reported: 20, bounced: 0 },
    below: { expected: 8, received: 7 },
    ...{ people: 12, contacts: 9, jobs: 2, loans: 1, loanBaht: 20_000 },
    ...{ trained: 3, trainingHours: 54, projects: 20, takenUp: 6, takers: 5 },
  };
  expect(reportFigures.parse(kept)).toEqual(kept);
});
