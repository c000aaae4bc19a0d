import { expect, test } from "vitest";
import { nextOfWish, type WishTold, whoAnswers } from "./not-received";

const told: WishTold = {
  saidOn: "2018-02-20",
  state: "reported",
  counted: true,
  ended: false,
  firstMonth: "2018-03",
  toppedUpOn: null,
};

test.each([
  ["a card that is cancelled", { ended: true }, "ended", "district"],
  ["no yes", { saidOn: null, state: null }, "say_yes", "district"],
  ["a registration that awaits its confirmation", { counted: false }, "confirm", "province"],
  ["a yes that is not reported", { state: "unreported" }, "report", "district"],
  ["a yes that the Ministry sent back", { state: "bounced" }, "correct", "district"],
  ["a yes for which no month is left", { firstMonth: null }, "no_month", "province"],
  ["a yes before its first month", { firstMonth: "2018-05" }, "too_early", "district"],
  ["a yes that is reported", {}, "await_answer", "province"],
  ["a yes that the Ministry accepted", { state: "accepted" }, "await_top_up", "province"],
  [
    "a card that the Ministry says it topped up",
    { toppedUpOn: "2018-04-02" },
    "topped_up",
    "province",
  ],
] as const)("after %s comes that next, and its office is rung", (_, more, next, office) => {
  expect(nextOfWish({ ...told, ...more }, "2018-04-10")).toBe(next);
  expect(whoAnswers(next)).toBe(office);
});
