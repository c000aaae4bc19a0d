import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "@/domain/calendar";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import {
  attemptsInRound,
  contactInput,
  contactsEach,
  type FollowUpRow,
  meanIncomes,
  obstacles,
  placeInRound,
  possibleObstacles,
  roundDoneOn,
  roundEnded,
  roundNow,
  roundOfContact,
  roundStateOf,
  roundStates,
  stateByReferral,
  sumFollowUps,
  timeOfRound,
  whyNoIncome,
} from "./follow-up";

const [rules] = ruleSetsOfCode;

const rounds = rules.followUpRounds.value;
const [june, september] = rounds;
if (!june || !september) throw new Error("The rules have two rounds.");

const day = fc.nat({ max: 330 }).map((days) => addDays("2018-02-01", days));

describe("a round", () => {
  it("has everybody in exactly one state on any day, and only asks who agreed before it began", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ agreedOn: day, contacts: fc.array(day) })),
        day,
        (people, today) => {
          for (const round of rounds) {
            const states = people.map(({ agreedOn, contacts }) => {
              const doneOn =
                contacts.find((each) => roundOfContact(each, rounds)?.id === round.id) ?? null;
              return roundStateOf(round, { agreedOn, doneOn, today });
            });
            const sizes = roundStates.map((state) => states.filter((one) => one === state).length);
            expect(sizes.reduce((a, b) => a + b, 0)).toBe(people.length);
            for (const [index, state] of states.entries())
              if (state === "due" || state === "closed" || state === "ahead")
                expect(placeInRound(round, people[index]?.agreedOn ?? "")).toBe("asked");
          }
        },
      ),
    );
  });

  test.each([
    ["2018-05-31", "ahead"],
    ["2018-06-01", "due"],
    ["2018-06-30", "due"],
    ["2018-07-01", "closed"],
  ])("of June is on %s: %s", (today, state) => {
    expect(roundStateOf(june, { agreedOn: "2018-03-14", doneOn: null, today })).toBe(state);
  });

  test.each([
    ["2018-06-01", "met"],
    ["2018-06-30", "met"],
    ["2018-07-01", "later"],
    ["2018-08-14", "later"],
  ])("does not ask who was interviewed on %s: %s, whatever was heard since", (agreedOn, state) => {
    for (const doneOn of [null, "2018-08-20"])
      expect(roundStateOf(june, { agreedOn, doneOn, today: "2018-08-30" })).toBe(state);
    expect(roundStateOf(september, { agreedOn, doneOn: null, today: "2018-08-30" })).toBe("ahead");
  });

  test.each([
    ["2018-05-31", null],
    ["2018-06-01", "june"],
    ["2018-08-31", "june"],
    ["2018-09-01", "september"],
    ["2018-12-30", "september"],
  ])("a contact of %s counts for %s: late in a round, never for the next", (on, round) => {
    expect(roundOfContact(on, rounds)?.id ?? null).toBe(round);
  });

  it("takes an attempt of exactly the days on which a contact counts for it", () => {
    fc.assert(
      fc.property(fc.array(day), (days) => {
        for (const round of rounds) {
          const own = days.filter((each) => roundOfContact(each, rounds)?.id === round.id);
          const tried = attemptsInRound(
            { time: timeOfRound(round, rounds) },
            days.map((attemptedOn) => ({ attemptedOn })),
          );
          expect(tried).toEqual(
            own.length === 0 ? null : { count: own.length, lastOn: own.toSorted().at(-1) },
          );
        }
      }),
    );
  });

  test("is done on the day of its first contact", () => {
    const contacts = [
      { round: "june", contactedOn: "2018-07-03" },
      { round: "june", contactedOn: "2018-06-20" },
      { round: null, contactedOn: "2018-05-02" },
    ];
    expect(roundDoneOn(june, "2018-03-14", contacts)).toBe("2018-06-20");
    expect(roundDoneOn(september, "2018-03-14", contacts)).toBeNull();
    expect(roundDoneOn(june, "2018-07-01", contacts)).toBeNull();
  });

  test.each([
    ["2018-04-01", null, null],
    ["2018-06-15", { id: "june", daysLeft: 15 }, null],
    ["2018-06-30", { id: "june", daysLeft: 0 }, null],
    ["2018-07-02", null, "june"],
    ["2018-09-14", { id: "september", daysLeft: 16 }, "june"],
    ["2018-10-01", null, "september"],
  ])("on %s: which runs, with the days that are left, and which ended last", (on, runs, ended) => {
    const now = roundNow(on, rounds);
    expect(now && { id: now.id, daysLeft: now.daysLeft }).toEqual(runs);
    expect(roundEnded(on, rounds)?.id ?? null).toBe(ended);
  });

  it("is somebody's work on exactly the days on which it runs", () => {
    fc.assert(
      fc.property(day, day, (agreedOn, today) => {
        const due = rounds.filter(
          (round) => roundStateOf(round, { agreedOn, doneOn: null, today }) === "due",
        );
        const now = roundNow(today, rounds);
        expect(due.map(({ id }) => id)).toEqual(
          now && placeInRound(now, agreedOn) === "asked" ? [now.id] : [],
        );
      }),
    );
  });
});

const row = (over: Partial<FollowUpRow>): FollowUpRow => ({
  agreedMonth: "2018-03",
  dose: 0,
  roundsDone: [],
  people: 1,
  contacts: 0,
  incomePeople: 0,
  incomeThen: 0,
  incomeNow: 0,
  incomeUp: 0,
  jobs: 0,
  loans: 0,
  loanBaht: 0,
  trained: 0,
  trainingHours: 0,
  projects: 0,
  takenUp: 0,
  takers: 0,
  ...over,
});

describe("sums", () => {
  it("of doses are everybody, and of a round everybody whom it asks", () => {
    const counters = fc.array(
      fc.record({
        agreedMonth: fc.constantFrom("2018-02", "2018-05", "2018-06", "2018-09"),
        dose: fc.constantFrom(0, 1, 2, 3),
        roundsDone: fc.subarray(["june", "september"]),
        people: fc.nat({ max: 50 }),
      }),
    );
    fc.assert(
      fc.property(counters, (given) => {
        const sum = sumFollowUps(given.map(row), rounds);
        const people = given.reduce((total, each) => total + each.people, 0);
        expect(sum.dose[0] + sum.dose[1] + sum.dose[2] + sum.dose[3]).toBe(people);
        const asked = given
          .filter(({ agreedMonth }) => agreedMonth < "2018-06")
          .reduce((total, each) => total + each.people, 0);
        const [first] = sum.rounds;
        expect(first).toMatchObject({ id: "june", asked });
        expect((first?.done ?? 0) + (first?.open ?? 0)).toBe(asked);
        expect(first?.done).toBe(
          given
            .filter(
              ({ agreedMonth, roundsDone }) => agreedMonth < "2018-06" && roundsDone[0] === "june",
            )
            .reduce((total, each) => total + each.people, 0),
        );
      }),
    );
  });

  it("say contacts a person and mean incomes of those who told both", () => {
    expect(contactsEach({ contacts: 5, people: 3 })).toBe(1.7);
    expect(contactsEach({ contacts: 0, people: 0 })).toBeNull();
    expect(meanIncomes(row({ incomePeople: 2, incomeThen: 5000, incomeNow: 6001 }))).toEqual({
      before: 2500,
      now: 3001,
    });
    expect(meanIncomes(row({}))).toBeNull();
  });
});

test("another obstacle needs its words", () => {
  const given = {
    holderId: "0192e4a0-0000-7000-8000-000000000001",
    contactedOn: "2018-06-15",
    channel: "phone",
    projects: {},
    incomeBaht: null,
    gotJob: "no",
    loanBaht: null,
    trainingHours: null,
    obstacles: ["other"],
  };
  expect(contactInput.safeParse(given).error?.issues[0]?.path).toEqual(["obstacleNote"]);
  expect(contactInput.safeParse({ ...given, obstacleNote: "น้ำท่วม" }).success).toBe(true);
});

test.each([
  ["completed", "succeeded", "finished"],
  ["completed", "dropped_out", "gave_up"],
  ["refused", null, "refused"],
  ["in_progress", null, "taking_part"],
  ["sent", null, null],
] as const)("a referral that is %s (%s) proposes %s", (state, result, proposed) => {
  expect(stateByReferral(state, result)).toBe(proposed);
});

test("that an agency does not answer hinders only once one was asked", () => {
  expect(possibleObstacles(0)).toEqual(obstacles.filter((each) => each !== "no_answer"));
  expect(possibleObstacles(1)).toEqual(obstacles);
});

test.each([
  [0, "notKnown"],
  [1, "notTold"],
] as const)("after %d contacts an income of now that is not there is %s", (contacts, why) => {
  expect(whyNoIncome({ contacts })).toBe(why);
});
