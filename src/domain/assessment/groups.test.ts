import { expect, it } from "vitest";
import { rules2018 } from "@/domain/rules/rules-2018";
import { intendedOccupation } from "./groups";

it("names the occupation that a holder means to have, that of today where it is to stay, and none where there is none", () => {
  expect(intendedOccupation(rules2018, { occupation: "9211", wantedOccupation: "same" })).toBe(
    "9211",
  );
  expect(intendedOccupation(rules2018, { occupation: "9211", wantedOccupation: "7531" })).toBe(
    "7531",
  );
  expect(
    intendedOccupation(rules2018, { occupation: "9211", wantedOccupation: "9999" }),
  ).toBeNull();
  expect(
    intendedOccupation(rules2018, { occupation: "9999", wantedOccupation: "same" }),
  ).toBeNull();
  expect(intendedOccupation(rules2018, { occupation: "9211" })).toBeNull();
});
