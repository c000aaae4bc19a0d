import { describe, expect, test } from "vitest";
import {
  askedBefore,
  isFinal,
  mayStep,
  nextDayOf,
  ownerOf,
  type ReferralState,
  referralStateOn,
  referralStates,
  referralStatesInOrder,
  referralStepNames,
  referralSteps,
  type StoredReferralState,
  stepsFrom,
  storedReferralStates,
} from "./referral";

const today = "2018-03-14";

/** Everything that may follow on a state: what people do, and that time passes. */
function followers(state: ReferralState): ReferralState[] {
  const byPeople = stepsFrom(state).map((step): ReferralState => referralSteps[step].to);
  const nextOn = "2018-03-01";
  const byTime: ReferralState =
    state === "escalated"
      ? state
      : referralStateOn({ state: state as StoredReferralState, nextOn }, today);
  return [...byPeople, byTime];
}

test("a list names each state once, so that its numbers add up to the list", () => {
  expect([...referralStatesInOrder].sort()).toEqual([...referralStates].sort());
});

/** Every state that can be reached from one, itself included. */
function reachable(from: ReferralState): Set<ReferralState> {
  const seen = new Set<ReferralState>([from]);
  const open = [from];
  for (let state = open.pop(); state; state = open.pop())
    for (const next of followers(state))
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
  return seen;
}

describe("an exhaustive walk of the machine", () => {
  test("reaches every state from the draft", () => {
    expect([...reachable("draft")].sort()).toEqual([...referralStates].sort());
  });

  test.each(referralStates)(
    "%s has an owner, a next day and a way to an end, or is the end",
    (state) => {
      const end = isFinal(state);
      expect(ownerOf(state) === null).toBe(end);
      expect(stepsFrom(state).length > 0).toBe(!end);
      expect([...reachable(state)].some(isFinal)).toBe(true);
      if (end) expect([...reachable(state)]).toEqual([state]);
      const stored = state === "escalated" ? "sent" : state;
      expect(nextDayOf(stored, today, 14) === null).toBe(end);
    },
  );

  test("gives the owner of every open state a step of his own", () => {
    for (const state of referralStates.filter((each) => !isFinal(each))) {
      const own = stepsFrom(state).filter((step) => referralSteps[step].by === ownerOf(state));
      expect(own, state).not.toEqual([]);
    }
  });

  test("lets the account officer take back whatever has not ended", () => {
    for (const state of referralStates) expect(mayStep(state, "withdraw")).toBe(!isFinal(state));
  });

  test("knows no step that leads nowhere or comes from nowhere", () => {
    for (const step of referralStepNames) {
      expect(referralSteps[step].from.length).toBeGreaterThan(0);
      expect(storedReferralStates).toContain(referralSteps[step].to);
      for (const state of referralSteps[step].from) expect(isFinal(state)).toBe(false);
    }
  });
});

describe("an answer that does not come", () => {
  test.each([
    ["2018-03-14", "sent"],
    ["2018-03-13", "escalated"],
  ])("due on %s is %s on 14 March", (nextOn, state) => {
    expect(referralStateOn({ state: "sent", nextOn }, today)).toBe(state);
  });

  test("escalates only what waits for an answer", () => {
    for (const state of storedReferralStates.filter((each) => each !== "sent"))
      expect(referralStateOn({ state, nextOn: "2018-01-01" }, today)).toBe(state);
  });

  test("may still come, and the chief may ask again; before that he may not", () => {
    expect(stepsFrom("escalated")).toEqual([
      "accept",
      "wait_list",
      "begin",
      "refuse",
      "withdraw",
      "remind",
    ]);
    expect(stepsFrom("sent")).not.toContain("remind");
    expect(ownerOf("escalated")).toBe("district_chief");
  });

  test("is due after the province's days, or on the day that was given", () => {
    expect(nextDayOf("sent", "2018-02-26", 14)).toBe("2018-03-12");
    expect(nextDayOf("accepted", "2018-02-26", 14, "2018-05-23")).toBe("2018-05-23");
  });
});

test("an agency was asked before by what was sent to it, whatever became of it; a draft asks nothing", () => {
  const row = (id: string, agency: string, sentOn: string | null) => ({ id, agency, sentOn });
  const referrals = [
    row("draft", "BAAC", null),
    row("sent", "BAAC", "2018-03-05"),
    row("other", "DSD", "2018-03-05"),
  ];
  expect(askedBefore(referrals, ["BAAC"]).map(({ id }) => id)).toEqual(["sent"]);
  expect(askedBefore(referrals, [])).toEqual([]);
});
