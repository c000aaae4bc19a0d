import { expect, it } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { rulesOn } from "@/domain/rules/sets";
import { intendedOccupation } from "./groups";

const firstRules = rulesOn(ruleSetsOfCode, "2018-02-26");

it("names the occupation that a holder means to have, that of today where it is to stay, and none where there is none", () => {
  expect(intendedOccupation(firstRules, { occupation: "9211", wantedOccupation: "same" })).toBe(
    "9211",
  );
  expect(intendedOccupation(firstRules, { occupation: "9211", wantedOccupation: "7531" })).toBe(
    "7531",
  );
  expect(
    intendedOccupation(firstRules, { occupation: "9211", wantedOccupation: "9999" }),
  ).toBeNull();
  expect(
    intendedOccupation(firstRules, { occupation: "9999", wantedOccupation: "same" }),
  ).toBeNull();
  expect(intendedOccupation(firstRules, { occupation: "9211" })).toBeNull();
});
