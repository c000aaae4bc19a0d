import { expect, test } from "vitest";
import { comparedWith, readAnswer } from "./run-answer";

const row = (
  rowNumber: number,
  person: string | null,
  satang: bigint | null,
  code: string | null,
) => ({
  rowNumber,
  person,
  satang,
  code,
});
const known = { toppedUpCodes: ["00"], otherCodes: ["99"] };

test("each person once; who is named twice with something else is nobody's guess", async () => {
  const read = await readAnswer(
    [
      row(2, "a", 20_000n, "00"),
      row(3, "a", 20_000n, "00"),
      row(4, "b", 20_000n, "00"),
      row(5, "b", 10_000n, "00"),
      row(6, null, 20_000n, "00"),
      row(7, "c", 20_000n, "12"),
    ],
    known,
  );
  expect([...read.people.keys()]).toEqual(["a", "c"]);
  expect(read.twice).toEqual([3, 5]);
  expect(read.unknown).toEqual([6]);
  expect([...read.codes]).toEqual([["12", 1]]);
});

test("without a column of codes whom an amount is named for was topped up", async () => {
  const none = { toppedUpCodes: [], otherCodes: [] };
  const { people } = await readAnswer([row(2, "a", 20_000n, null), row(3, "b", 0n, null)], none);
  expect([...people.values()].map(({ toppedUp }) => toppedUp)).toEqual([true, false]);
});

test.each([
  [20_000n, { toppedUp: true, satang: 20_000n }, "same"],
  [20_000n, { toppedUp: true, satang: null }, "same"],
  [20_000n, { toppedUp: true, satang: 10_000n }, "other_amount"],
  [20_000n, { toppedUp: false, satang: null }, "not_topped_up"],
  [20_000n, null, "not_answered"],
  [0n, { toppedUp: true, satang: 20_000n }, "not_booked"],
  [0n, { toppedUp: false, satang: null }, null],
  [0n, null, null],
])("%s booked beside %o is %s", (booked, answered, outcome) => {
  expect(comparedWith(booked, answered)).toBe(outcome);
});
