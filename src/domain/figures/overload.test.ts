import { describe, expect, it } from "vitest";
import { type Load, overloaded } from "./overload";

const load = (name: string, left: number, more: Partial<Load> = {}): Load => ({
  officerId: name,
  name,
  left,
  subdistricts: 1,
  districts: 1,
  ...more,
});
const named = (loads: Load[], days: number) =>
  overloaded(loads, { interviewsADay: 6, days }).map(({ name, beyond }) => [name, beyond]);

describe("account officers who need help", () => {
  it("are those with more people than days hold, the most first", () => {
    expect(named([load("ก", 61), load("ข", 60), load("ค", 90)], 10)).toEqual([
      ["ค", 30],
      ["ก", 1],
    ]);
  });

  it("have only their part of a day for a district where they work in several", () => {
    expect(named([load("ก", 31, { districts: 2 })], 10)).toEqual([["ก", 1]]);
    expect(named([load("ก", 30, { districts: 2 })], 10)).toEqual([]);
  });

  it("come first where they go farther about, among equals", () => {
    const loads = [load("ก", 70), load("ข", 70, { subdistricts: 4 })];
    expect(named(loads, 10)).toEqual([
      ["ข", 10],
      ["ก", 10],
    ]);
  });

  it("are all who have anybody left on the last day", () => {
    expect(named([load("ก", 1), load("ข", 0)], 0)).toEqual([["ก", 1]]);
  });
});
