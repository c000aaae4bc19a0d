import { expect, test } from "vitest";
import { programmeNumbers } from "./programme";

test("the nine numbers are those of the printed table", () => {
  expect(programmeNumbers).toEqual({
    youngLow: 5_272_881,
    youngHigh: 2_573_145,
    young: 7_846_026,
    oldLow: 3_075_811,
    oldHigh: 547_347,
    old: 3_623_158,
    low: 8_348_692,
    high: 3_120_492,
    people: 11_469_184,
  });
});
