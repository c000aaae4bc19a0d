import { expect, test } from "vitest";
import type { HomeCard } from "./card";
import { inOrder } from "./waiting";

const card = (key: HomeCard["key"]): HomeCard => ({ key, count: 1, href: "/" });

test("what the bank's officers confirm waits for others, and what the reader confirms for the reader", () => {
  const cards = [card("coInterviewsToAttest"), card("coInterviewsOwn"), card("reportsToConfirm")];
  const { waiting, owed } = inOrder(cards, [], {
    role: "district_secretary",
    duty: "interview",
  });
  expect(owed.map(({ key }) => key)).toEqual(["coInterviewsToAttest"]);
  expect(waiting.map(({ key }) => key)).toEqual(["coInterviewsOwn", "reportsToConfirm"]);
});
