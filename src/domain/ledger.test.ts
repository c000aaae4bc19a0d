import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths } from "./calendar";
import { type Booking, bookedOf, bookingsOf, type DueMonths } from "./ledger";

const march: DueMonths = [{ firstMonth: "2018-03", lastMonth: "2018-12", satang: 20_000n }];

test("the run of a month books each month that is due until then, once", () => {
  const first = bookingsOf(march, [], "2018-04");
  expect(first).toEqual([
    { month: "2018-03", number: 0, satang: 20_000n },
    { month: "2018-04", number: 0, satang: 20_000n },
  ]);
  expect(bookingsOf(march, first, "2018-04")).toEqual([]);
});

test("after a death the months that were not due are booked back one by one, and none that was never booked", () => {
  const ledger = bookingsOf(march, [], "2018-05");
  const due: DueMonths = [{ firstMonth: "2018-03", lastMonth: "2018-03", satang: 20_000n }];
  expect(bookingsOf(due, ledger, "2018-06")).toEqual([
    { month: "2018-04", number: 1, satang: -20_000n },
    { month: "2018-05", number: 1, satang: -20_000n },
  ]);
});

test("another income books the difference, and its end books it back", () => {
  const ledger = bookingsOf(march, [], "2018-03");
  const less: DueMonths = [{ firstMonth: "2018-03", lastMonth: "2018-12", satang: 10_000n }];
  const difference = bookingsOf(less, ledger, "2018-03");
  expect(difference).toEqual([{ month: "2018-03", number: 1, satang: -10_000n }]);
  expect(bookingsOf(march, [...ledger, ...difference], "2018-03")).toEqual([
    { month: "2018-03", number: 2, satang: 10_000n },
  ]);
});

const month = fc.integer({ min: 0, max: 11 }).map((later) => addMonths("2018-01", later));
const due = fc.oneof(
  fc.constant<DueMonths>([]),
  fc
    .record({ months: fc.tuple(month, month), satang: fc.constantFrom(10_000n, 20_000n) })
    .map(({ months, satang }): DueMonths => {
      const [firstMonth = "", lastMonth = ""] = [...months].sort();
      return [{ firstMonth, lastMonth, satang }];
    }),
);
const runs = fc.array(fc.record({ due, until: month }), { minLength: 1, maxLength: 6 });

test("whatever was due before, after a run every month until it is booked as it is due, and the same run books nothing more", () => {
  fc.assert(
    fc.property(runs, (each) => {
      const ledger: Booking[] = [];
      for (const { due, until } of each) {
        ledger.push(...bookingsOf(due, ledger, until));
        expect(bookingsOf(due, ledger, until)).toEqual([]);
        for (let month = "2018-01"; month <= until; month = addMonths(month, 1))
          expect(bookedOf(ledger, month) ?? 0n).toBe(
            due.find((part) => part.firstMonth <= month && month <= part.lastMonth)?.satang ?? 0n,
          );
      }
      // Each month has one entitlement, and its differences have no gap.
      for (const { month, number } of ledger)
        expect(
          ledger.filter((row) => row.month === month && row.number === Math.max(0, number - 1)),
        ).toHaveLength(1);
    }),
    { numRuns: 2000 },
  );
});
