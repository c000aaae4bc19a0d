import { expect, test } from "vitest";
import { contactsEach } from "@/domain/follow-up";
import { hasBegun, incomeUpOf, resultsOf } from "@/domain/results";

const sum = {
  people: 135,
  contacts: 0,
  dose: { 0: 135, 1: 0, 2: 0, 3: 0 },
  ...{ jobs: 0, loans: 0, trained: 0, incomeUp: 0 },
  ...{ incomePeople: 0, incomeThen: 0, incomeNow: 0 },
};

test("where nobody was asked a result is not known, and no 0", () => {
  expect(resultsOf(sum)).toEqual({ jobs: null, loans: null, trained: null });
  expect(incomeUpOf(sum)).toBeNull();
  expect(contactsEach(sum)).toBeNull();
});

test("a result is of those who were asked: 0 of 12 who were contacted is an answer", () => {
  const asked = { ...sum, contacts: 14, dose: { 0: 123, 1: 10, 2: 2, 3: 0 }, jobs: 3 };
  expect(resultsOf(asked)).toEqual({
    jobs: { count: 3, of: 12 },
    loans: { count: 0, of: 12 },
    trained: { count: 0, of: 12 },
  });
  const told = { ...asked, incomePeople: 5, incomeThen: 10_000, incomeNow: 12_000, incomeUp: 2 };
  expect(incomeUpOf(told)).toEqual({ count: 2, of: 5 });
  expect(contactsEach(asked)).toBe(0.1);
});

test("nobody is behind in a round before its first day", () => {
  const june = { from: "2018-06-01" };
  expect([hasBegun(june, "2018-05-31"), hasBegun(june, "2018-06-01")]).toEqual([false, true]);
});
