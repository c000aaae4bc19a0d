import { expect, it } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { seasonOf, stageOn } from "./season";

const [{ walkIn, homeVisits }] = ruleSetsOfCode;

it.each([
  ["2018-01-31", "prepare"],
  ["2018-02-01", "operate"],
  ["2018-04-30", "operate"],
  ["2018-05-01", "follow_up"],
] as const)("%s is a day to %s", (day, stage) => {
  expect(stageOn(day, walkIn.value, homeVisits.value)).toBe(stage);
});

it("a province whose visits end earlier follows up from the day after", () => {
  const earlier = { ...homeVisits.value, until: "2018-04-20" };
  expect(["2018-04-20", "2018-04-21"].map((day) => seasonOf(day, earlier))).toEqual([
    "open",
    "over",
  ]);
  expect(stageOn("2018-04-21", walkIn.value, earlier)).toBe("follow_up");
});
