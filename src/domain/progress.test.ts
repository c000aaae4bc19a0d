import { expect, test } from "vitest";
import { roles } from "@/domain/policy";
import {
  nextReportStatuses,
  receivedLevelOf,
  reportLevelOf,
  reportLevels,
  reportMonths,
  reportStatuses,
} from "./progress";

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
  expect(reportMonths("2018-03", (back) => `2018-0${3 - back}`)).toEqual(["2018-03", "2018-02"]);
});
