import fc from "fast-check";
import { expect, test } from "vitest";
import {
  eachAsked,
  holderQuery,
  holdersHref,
  meansPicked,
  readHolderFilter,
  roundAsked,
} from "@/domain/holder-filter";

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
});

test.each([
  ["june_open", { id: "june", progress: "open" }],
  ["rainy_2562_done", { id: "rainy_2562", progress: "done" }],
] as const)("a round of any rule set is asked for as %s", (round, asked) => {
  expect(readHolderFilter({ round })).toEqual({ round });
  expect(roundAsked(round)).toEqual(asked);
});

test.each(["june", "june_late", "_open", "' OR_open"])("%s is no round", (round) => {
  expect(readHolderFilter({ round })).toEqual({});
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

test("what narrows is told key by key, what is left out is not", () => {
  const filter = { moo: 4, answer: "none", officer: undefined } as const;
  expect(eachAsked(filter, (key, value) => [key, value])).toEqual([
    ["moo", 4],
    ["answer", "none"],
  ]);
});

test("nothing that can be typed into an address breaks the reading", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (given) => {
      const filter = readHolderFilter(given);
      expect(readHolderFilter(filter)).toEqual(filter);
    }),
  );
});

test.each([
  [{}, true],
  [{ picked: "1" }, true],
  [{ village: "broken" }, true],
  [{ everybody: "1" }, false],
  [{ moo: "4" }, false],
] as const)("an address with %j moves only who was picked: %s", (given, picked) => {
  expect(meansPicked(given)).toBe(picked);
});
