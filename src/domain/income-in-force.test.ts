import { expect, test } from "vitest";
import { type Incomes, incomeCountsFromDay, incomeOn, incomesInForce } from "./income-in-force";

const ministry = (batch: number, satang: number, countsFrom: string | null) => ({
  batch,
  satang,
  countsFrom,
});
const corrected = (satang: number, countsFrom: string, endsOn: string | null = null) => ({
  satang,
  countsFrom,
  endsOn,
});
const inOrder = (incomes: Incomes) =>
  incomesInForce(incomes).map(({ satang, countsFrom }) => [countsFrom, satang]);

test("an income counts from the month after its import or approval", () => {
  expect(incomeCountsFromDay("2018-02-01")).toBe("2018-03-01");
  expect(incomeCountsFromDay("2018-12-31")).toBe("2019-01-01");
});

test("until its month begins the earlier income decides", () => {
  const incomes = {
    ministry: [ministry(1, 2_000_000, null), ministry(2, 4_000_000, "2018-04-01")],
    corrected: [],
  };
  expect(incomeOn(incomes, "2018-03-31")).toMatchObject({ satang: 2_000_000, batch: 1 });
  expect(incomeOn(incomes, "2018-04-01")).toMatchObject({ satang: 4_000_000, batch: 2 });
});

test("of two imports of one month the later decides", () => {
  expect(
    inOrder({
      ministry: [
        ministry(3, 1_000_000, "2018-04-01"),
        ministry(1, 2_000_000, null),
        ministry(2, 4_000_000, "2018-04-01"),
      ],
      corrected: [],
    }),
  ).toEqual([
    [null, 2_000_000],
    ["2018-04-01", 1_000_000],
  ]);
});

test("another value of the Ministry's leaves a correction standing; the newest correction decides", () => {
  expect(
    inOrder({
      ministry: [ministry(1, 2_000_000, null), ministry(2, 1_000_000, "2018-06-01")],
      corrected: [corrected(4_000_000, "2018-04-01"), corrected(5_000_000, "2018-08-01")],
    }),
  ).toEqual([
    [null, 2_000_000],
    ["2018-04-01", 4_000_000],
    ["2018-08-01", 5_000_000],
  ]);
});

test("a correction that an import has brought ends there, and later imports decide again", () => {
  expect(
    inOrder({
      ministry: [
        ministry(1, 2_000_000, null),
        ministry(2, 4_000_000, "2018-06-01"),
        ministry(3, 1_000_000, "2018-09-01"),
      ],
      corrected: [corrected(4_000_000, "2018-04-01", "2018-06-01")],
    }),
  ).toEqual([
    [null, 2_000_000],
    ["2018-04-01", 4_000_000],
    ["2018-06-01", 4_000_000],
    ["2018-09-01", 1_000_000],
  ]);
});

test("nobody has an income in force before the first", () => {
  expect(incomeOn({ ministry: [], corrected: [] }, "2018-03-01")).toBeNull();
  expect(incomesInForce({ ministry: [], corrected: [] })).toEqual([]);
});
