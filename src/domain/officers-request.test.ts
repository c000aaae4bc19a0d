import { expect, test } from "vitest";
import { asksForAll, proposeAsked, readRequest, requestAbout } from "./officers-request";

test("the letters together ask for what is missing, proposed all from the first agency", () => {
  expect(proposeAsked(7)).toEqual({ BAAC: 7, GSB: 0, CDD: 0 });
  expect(asksForAll(proposeAsked(7), 7)).toBe(true);
  expect(asksForAll({ BAAC: 3, GSB: 2, CDD: 2 }, 7)).toBe(true);
  expect(asksForAll({ BAAC: 7, GSB: 7, CDD: 7 }, 7)).toBe(false);
});

test.each([
  [requestAbout("GSB", 3), { agency: "GSB", officers: 3 }],
  ["BAAC", { agency: "BAAC", officers: 7 }],
  [requestAbout("CDD", 0), null],
  [requestAbout("CDD", 8), null],
  ["DSD-1", null],
  ["x", null],
])("a letter about %s, where seven are missing", (about, read) => {
  expect(readRequest(about, 7)).toEqual(read);
});
