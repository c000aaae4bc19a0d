import fc from "fast-check";
import { expect, test } from "vitest";
import { holderQuery, holdersHref, readHolderFilter, statesIn } from "@/domain/holder-filter";

test("a filter stands in the address and is read back from it", () => {
  const filter = {
    district: "5403",
    subdistrict: "540301",
    moo: 4,
    cohort: "must_reach",
    state: "assigned",
    officer: "0190b4a4-1111-7222-8333-444455556666",
  } as const;
  const address = new URLSearchParams(holderQuery(filter));
  expect(readHolderFilter(Object.fromEntries(address))).toEqual(filter);
});

test("no filter is the plain list", () => {
  expect(holdersHref({})).toBe("/holders");
  expect(statesIn({})).toBeNull();
});

test("what is not understood is left out, of several the first counts", () => {
  expect(
    readHolderFilter({
      state: "x",
      moo: "'; DROP",
      officer: "none",
      age: ["over_60", "up_to_60"],
      y: "1",
    }),
  ).toEqual({ officer: "none", age: "over_60" });
});

test("a state outside its block leaves nobody", () => {
  expect(statesIn({ block: "met", state: "assigned" })).toEqual([]);
  expect(statesIn({ block: "met" })).toEqual(["declined", "interviewed", "met_in_february"]);
});

test("nothing that can be typed into an address breaks the reading", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (given) => {
      const filter = readHolderFilter(given);
      expect(readHolderFilter(filter)).toEqual(filter);
    }),
  );
});
