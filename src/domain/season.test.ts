import { expect, it } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { stageOn } from "./season";

const [rules] = ruleSetsOfCode;

it.each([
  ["2018-01-31", "prepare"],
  ["2018-02-01", "operate"],
  ["2018-04-30", "operate"],
  ["2018-05-01", "follow_up"],
] as const)("%s is a day to %s", (day, stage) => {
  expect(stageOn(rules, day)).toBe(stage);
});
