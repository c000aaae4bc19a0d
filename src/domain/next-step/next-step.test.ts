import { describe, expect, it, test } from "vitest";
import type { CorrectionField } from "@/domain/correction";
import type { Role } from "@/domain/policy";
import { roundsOf } from "@/domain/rules/rounds";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { Case, NextStep } from "./case";
import { nextStep } from "./next-step";

const today = "2018-03-14";
const rounds = roundsOf(ruleSetsOfCode[0]).map((round) => ({ ...round, doneOn: null }));
const metInJune = rounds.map((round) =>
  round.id === "june" ? { ...round, doneOn: "2018-06-05" } : round,
);

/** Somebody of the account officer's whom nothing waits for: interviewed, the next contact open. */
const settled: Case = {
  holder: { latestAnswer: "yes", departure: null, accountOfficerId: "officer" },
  draft: null,
  intents: [{ confirmation: null, afterDeath: null }],
  assessments: [{ id: "interview", confirmation: null, afterDeath: null }],
  departures: [],
  refusals: [],
  appointments: [],
  corrections: [],
  inquiries: [],
  referrals: [],
  followUp: null,
  ministry: [],
};
const waiting: Partial<Case> = { assessments: [] };
const referral = {
  state: "sent",
  consentWithdrawnOn: null,
  nextOn: "2018-03-20",
  agency: "DSD",
  project: "DSD-01",
  projectName: "a course",
} as const;
const plan = {
  active: true,
  agreedOn: "2018-03-01",
  rounds,
};
const inquiry = { id: "inquiry", answer: null, ownerId: "reader", dueOn: "2018-03-16" };
const correction = { id: "correction", status: "pending", requestedById: "officer" };

type Asked = { of?: Partial<Case>; role?: Role; on?: string };
const stepOf = ({ of = {}, role = "account_officer", on = today }: Asked): NextStep =>
  nextStep({ case: { ...settled, ...of }, reader: { id: "reader", role }, today: on });

/** One case for each thing that may have to be done, the most urgent first, and who finds it theirs. */
const byUrgency: [code: NextStep["code"], of: Partial<Case>, role: Role, step: object][] = [
  [
    "resume_interview",
    { draft: { savedOn: "2018-03-13" } },
    "account_officer",
    { savedOn: "2018-03-13" },
  ],
  [
    "confirm_interview",
    {
      assessments: [{ id: "paper", confirmation: "pending", afterDeath: null }],
    },
    "district_secretary",
    { assessmentId: "paper" },
  ],
  [
    "confirm_intent",
    { intents: [{ confirmation: "pending", afterDeath: null }] },
    "district_secretary",
    {},
  ],
  [
    "confirm_report",
    { departures: [{ kind: "deceased", confirmation: "pending", recordedById: "other" }] },
    "district_chief",
    { reported: "deceased" },
  ],
  [
    "confirm_cancellation",
    {
      departures: [{ kind: "card_cancelled", confirmation: "pending", recordedById: "other" }],
    },
    "provincial_officer",
    {},
  ],
  [
    "review_death",
    {
      departures: [{ kind: "deceased", confirmation: "confirmed", recordedById: "other" }],
      intents: [{ confirmation: null, afterDeath: "undecided" }],
    },
    "district_chief",
    {},
  ],
  [
    "decide_correction",
    { corrections: [{ ...correction, field: "phone" }] },
    "district_secretary",
    { correctionId: "correction", field: "phone" },
  ],
  ["answer_inquiry", { inquiries: [inquiry] }, "account_officer", { dueOn: "2018-03-16" }],
  [
    "consent_taken_back",
    { referrals: [{ ...referral, consentWithdrawnOn: "2018-03-10" }] },
    "account_officer",
    { referrals: 1 },
  ],
  [
    "late_referral",
    { referrals: [{ ...referral, state: "escalated", nextOn: "2018-03-09" }] },
    "account_officer",
    { agency: "DSD", projectName: "a course", dueOn: "2018-03-09" },
  ],
  [
    "send_referrals",
    { referrals: [{ ...referral, state: "draft", nextOn: null }] },
    "account_officer",
    { projects: 1, matters: 0 },
  ],
  [
    "appointment_overdue",
    { ...waiting, appointments: [{ status: "planned", meetOn: "2018-03-13" }] },
    "account_officer",
    { meetOn: "2018-03-13" },
  ],
  ["interview", waiting, "account_officer", {}],
  ["follow_up", { followUp: plan }, "account_officer", { urgent: false }],
  ["nothing", {}, "account_officer", { urgent: false, interviewed: true, nextContactOn: null }],
];

/** Two cases in one. */
function together(a: Partial<Case>, b: Partial<Case>): Partial<Case> {
  const lists = Object.entries(a).filter(([, rows]) => Array.isArray(rows));
  return {
    ...b,
    ...a,
    ...Object.fromEntries(
      lists.map(([noun, rows]) => [
        noun,
        [...(rows as unknown[]), ...((b[noun as keyof Case] as unknown[]) ?? [])],
      ]),
    ),
  };
}

describe("what must be done next", () => {
  test.each(byUrgency)("%s is named with its facts", (code, of, role, step) => {
    expect(stepOf({ of, role })).toMatchObject({ code, urgent: true, forReader: true, ...step });
  });

  const pairs = byUrgency.flatMap(([code, of, role], index) =>
    byUrgency.slice(index + 1).map(([second, less]) => ({
      code,
      second,
      role,
      both: together(of, less),
    })),
  );
  test.each(pairs)("$code comes before $second", ({ code, role, both }) => {
    expect(stepOf({ of: both, role }).code).toBe(code);
  });
});

describe("who does it", () => {
  test.each<[code: NextStep["code"], of: Partial<Case>, roles: Role[]]>([
    [
      "confirm_intent",
      { intents: [{ confirmation: "pending", afterDeath: null }] },
      ["district_secretary"],
    ],
    [
      "confirm_report",
      { refusals: [{ confirmation: "pending" }] },
      ["district_chief", "district_secretary"],
    ],
    ["interview", waiting, ["account_officer"]],
    [
      "assign",
      { ...waiting, holder: { ...settled.holder, accountOfficerId: null } },
      ["district_chief", "district_secretary"],
    ],
    ["follow_up", { followUp: plan }, ["account_officer"]],
    ["nothing", {}, ["account_officer"]],
    ["nothing", { holder: { ...settled.holder, departure: "moved_away" } }, []],
  ])("%s", (code, of, roles) => {
    const readers: Role[] = [
      "account_officer",
      "district_chief",
      "district_secretary",
      "provincial_officer",
    ];
    const steps = readers.map((role) => [role, stepOf({ of, role })] as const);
    expect(new Set(steps.map(([, step]) => step.code))).toEqual(new Set([code]));
    expect(steps.filter(([, step]) => step.forReader).map(([role]) => role)).toEqual(roles);
  });

  it("is urgent for the account officer who interviews, and for nobody who waits for that", () => {
    expect(stepOf({ of: waiting }).urgent).toBe(true);
    expect(stepOf({ of: waiting, role: "district_chief" }).urgent).toBe(false);
  });

  it("never decides what they asked for themselves, nor what another level decides", () => {
    const asked = (field: CorrectionField, requestedById = "officer"): Partial<Case> => ({
      corrections: [{ ...correction, field, requestedById }],
    });
    const decides = (of: Partial<Case>, role: Role) =>
      stepOf({ of, role }).code === "decide_correction";
    expect(decides(asked("phone", "reader"), "district_secretary")).toBe(false);
    expect(decides(asked("income_2559"), "district_secretary")).toBe(false);
    expect(decides(asked("income_2559"), "provincial_officer")).toBe(true);
    expect(decides(asked("phone"), "account_officer")).toBe(false);
  });

  it("answers only the inquiries that are theirs and open", () => {
    const answers = (over: object) =>
      stepOf({ of: { inquiries: [{ ...inquiry, ...over }] } }).code === "answer_inquiry";
    expect(answers({})).toBe(true);
    expect(answers({ ownerId: "officer" })).toBe(false);
    expect(answers({ answer: "told" })).toBe(false);
  });
});

describe("an appointment", () => {
  const meeting = (meetOn: string, status = "planned") =>
    stepOf({ of: { ...waiting, appointments: [{ status, meetOn }] } });

  test.each([
    ["2018-03-13", "appointment_overdue", true],
    ["2018-03-14", "appointment", true],
    ["2018-03-15", "appointment", false],
  ])("on %s is %s on 14 March", (meetOn, code, urgent) => {
    expect(meeting(meetOn)).toMatchObject({ code, meetOn, urgent });
  });

  it("that is over leaves the interview; after a no nobody is to be interviewed", () => {
    expect(meeting("2018-03-13", "kept").code).toBe("interview");
    const no = { ...waiting, holder: { ...settled.holder, latestAnswer: "no" } };
    expect(stepOf({ of: no })).toMatchObject({ code: "nothing", interviewed: false });
  });
});

describe("referrals", () => {
  it("name the agency that is late the longest", () => {
    const late = (nextOn: string, agency: "DSD" | "BAAC") =>
      ({ ...referral, state: "escalated", nextOn, agency }) as const;
    const referrals = [late("2018-03-09", "DSD"), late("2018-03-02", "BAAC"), referral];
    expect(stepOf({ of: { referrals } })).toMatchObject({ agency: "BAAC", dueOn: "2018-03-02" });
  });

  it("that are closed need no consent; without a yes nothing is sent", () => {
    const closed = { ...referral, state: "completed", consentWithdrawnOn: "2018-03-10" } as const;
    expect(stepOf({ of: { referrals: [closed] } }).code).toBe("nothing");
    const draft = { ...referral, state: "draft" } as const;
    const no = { ...settled.holder, latestAnswer: "no" };
    expect(stepOf({ of: { referrals: [draft], holder: no } }).code).toBe("nothing");
  });
});

describe("a plan in force is followed up", () => {
  const followed = (over: object, on: string, of: Partial<Case> = {}) =>
    stepOf({ of: { ...of, followUp: { ...plan, ...over } }, on });

  test.each([
    ["before the round, no day named", {}, "2018-05-31", { code: "follow_up", urgent: false }],
    [
      "a day ahead",
      {},
      "2018-05-01",
      { code: "next_contact", urgent: false },
      { appointments: [{ status: "planned", meetOn: "2018-05-02" }] },
    ],
    [
      "the day itself",
      {},
      "2018-05-02",
      { code: "next_contact", urgent: true },
      { appointments: [{ status: "planned", meetOn: "2018-05-02" }] },
    ],
    ["in the round", {}, "2018-06-30", { code: "round_due", round: { id: "june" }, urgent: true }],
    ["after it", {}, "2018-07-04", { code: "follow_up", urgent: false }],
    [
      "in the second, whatever became of the first",
      {},
      "2018-09-14",
      { code: "round_due", round: { id: "september" } },
    ],
    ["met in it", { rounds: metInJune }, "2018-07-04", { code: "follow_up" }],
    ["agreed after it had begun", { agreedOn: "2018-06-02" }, "2018-07-04", { code: "follow_up" }],
    ["in the second round", { rounds: metInJune }, "2018-09-01", { code: "round_due" }],
  ])("%s", (_, over, on, step, of: Partial<Case> = {}) => {
    expect(followed(over, on, of)).toMatchObject(step);
  });

  it("by what the Ministry sent back first of all", () => {
    const ministry = [
      { state: "reported", reason: null },
      { state: "bounced", reason: "no such person" },
    ];
    expect(followed({}, "2018-07-04", { ministry })).toMatchObject({
      code: "report_bounced",
      reason: "no such person",
      urgent: true,
    });
  });

  it("in its round before the referrals, which the month is not for", () => {
    const referrals = [{ ...referral, state: "draft", nextOn: null } as const];
    expect(followed({}, "2018-06-20", { referrals }).code).toBe("round_due");
    expect(followed({}, "2018-05-31", { referrals }).code).toBe("send_referrals");
    expect(followed({ rounds: metInJune }, "2018-06-20", { referrals }).code).toBe(
      "send_referrals",
    );
  });

  it("on the planned day; once it has ended the day is only told", () => {
    const appointments = [{ status: "planned", meetOn: "2018-03-28" }];
    expect(followed({}, "2018-03-20", { appointments })).toMatchObject({ on: "2018-03-28" });
    expect(followed({ active: false }, "2018-03-20", { appointments })).toMatchObject({
      code: "nothing",
      nextContactOn: "2018-03-28",
    });
    const kept = [{ status: "kept", meetOn: "2018-03-28" }];
    expect(followed({}, "2018-03-20", { appointments: kept })).toMatchObject({ code: "follow_up" });
  });
});
