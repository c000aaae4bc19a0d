import { buildAnswers, buildContext } from "@tests/builders/answers";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Answers, causes, mainCauseOf, questionIds, workStatuses } from "./assessment";
import { answersSchema } from "./assessment/answers";
import { currentGroupOf, groupOf, targetGroupOf } from "./assessment/groups";
import {
  isAnswered,
  questionOf,
  questionOfField,
  questions,
  questionsFor,
  relevantAnswers,
  stepsDone,
} from "./assessment/questions";
import { faultsByField, needsConfirmation, submissionSchema } from "./assessment/submission";
import { warningsOf } from "./assessment/warnings";
import { codesIn } from "./rules/code-lists";
import { occupationListed } from "./rules/listed-occupation";
import { ruleSetsOfCode } from "./rules/rule-sets";

const [rules2018] = ruleSetsOfCode;
const occupationCodes = codesIn(rules2018, "occupations");
const context = buildContext();
const anyMenu = () => true;
const ids = (answers: Answers, over = {}) =>
  questionsFor(answers, buildContext(over)).map(({ id }) => id);

function faultsOf(answers: Answers, over = {}, onMenu: () => boolean = anyMenu) {
  const parsed = submissionSchema(buildContext(over), onMenu).safeParse(answers);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

it("tells every fault in one round: a value of the wrong shape hides no other", () => {
  const answers = { ...buildAnswers({ monthlyIncome: Number.NaN }), land: undefined };
  const schema = submissionSchema(buildContext({}), anyMenu);
  expect(Object.fromEntries(faultsByField(schema, answers))).toEqual({
    monthlyIncome: "errorBaht",
    land: "errorAnswerNeeded",
  });
});

describe("the form", () => {
  it("asks every question once, in the order of docs/forms.md 3.1 and step after step", () => {
    expect(questions.map(({ id }) => id)).toEqual([...questionIds]);
    const stepNumbers = questions.map(({ step }) =>
      ["occupation", "cause", "direction", "measures"].indexOf(step),
    );
    expect(stepNumbers).toEqual([...stepNumbers].sort());
  });

  it("offers to withhold everything but identity, the willingness and what belongs to the yes", () => {
    const firm = questions.filter(({ declinable }) => !declinable).map(({ id }) => id);
    expect(firm).toEqual([
      "identity",
      "willing",
      "plan",
      "wish",
      "consentReferral",
      "signature",
      "coInterviewer",
    ]);
  });

  it("has no field for what is never asked", () => {
    const parsed = answersSchema.parse({
      ...buildAnswers(),
      nationalId: "1",
      accountNumber: "1",
      religion: "x",
    });
    expect(parsed).toEqual(buildAnswers());
  });

  it("ends where the holder is not willing", () => {
    expect(ids(buildAnswers({ willing: "no" }))).toEqual(["identity", "respondent", "willing"]);
  });

  it("asks for debt only where debt is ticked, and last of step 2", () => {
    expect(ids(buildAnswers())).not.toContain("debtKind");
    const asked = questionsFor(buildAnswers({ causes: ["market", "debt"] }), context);
    expect(asked.filter(({ step }) => step === "cause").map(({ id }) => id)).toEqual([
      "causes",
      "mainCause",
      "debtKind",
      "debtBurden",
    ]);
    expect(ids(buildAnswers({ causes: ["debt"], declined: ["debtKind"] }))).not.toContain(
      "debtBurden",
    );
  });

  it("asks for a main cause only where there are several", () => {
    expect(ids(buildAnswers({ causes: ["debt"] }))).not.toContain("mainCause");
    expect(mainCauseOf({ causes: ["debt"] })).toBe("debt");
    expect(mainCauseOf({ causes: ["debt", "skill"], mainCause: "market" })).toBeNull();
  });

  test.each([
    { project: "BAAC-03", question: "baacCustomer" },
    { project: "MOAC-01", question: "farmerRegistry" },
    { project: "NSF-01", question: "socialSecurity" },
    { project: "DOE-01", question: "contactPerson" },
  ])("asks for $question only once $project is chosen", ({ project, question }) => {
    expect(ids(buildAnswers({ projects: [] }))).not.toContain(question);
    expect(ids(buildAnswers({ projects: [{ project }] }))).toContain(question);
  });

  it("asks for a co-interviewer only where the officer is of no bank", () => {
    expect(ids(buildAnswers())).not.toContain("coInterviewer");
    expect(ids(buildAnswers(), { agency: "DOPA" })).toContain("coInterviewer");
  });

  it("counts what is answered in each step", () => {
    expect(stepsDone(buildAnswers(), context)[0]).toEqual({
      step: "occupation",
      asked: 11,
      answered: 11,
    });
    expect(stepsDone({ declined: ["skills"] }, context)[0]).toMatchObject({ answered: 1 });
  });

  it("sends every field of the answers to the page of a question", () => {
    for (const question of questions)
      for (const field of question.fields) expect(questionIds).toContain(questionOfField(field));
    expect(questionOfField("projects")).toBe("plan");
    expect(questionOfField("witness2")).toBe("signature");
  });
});

describe("the groups", () => {
  test.each([
    ["own_account", "6111", "farmer"],
    ["unpaid_family", "6121", "farmer"],
    ["employee", "9211", "employed"],
    ["employee", "6111", "employed"],
    ["own_account", "5211", "self_employed"],
    ["employer", "7522", "self_employed"],
    ["own_account", "9999", "not_working"],
    ["not_working", undefined, "not_working"],
    [undefined, "9999", "not_working"],
    [undefined, "6111", null],
    ["own_account", undefined, null],
  ] as const)("%s in %s is %s", (status, code, group) => {
    expect(groupOf(rules2018, status, code)).toBe(group);
  });

  test.each([
    ["ทำนา", "6111"],
    ["ทำไร่ข้าวโพด", "6111"],
    ["รับจ้างทั่วไป", "9622"],
    ["รับจ้างในไร่นา", "9211"],
    ["ไม่ได้ประกอบอาชีพ", "9999"],
    ["ค้าขาย", "5211"],
    ["นักบิน", null],
    [null, null],
  ])("reads %s of the list as %s", (words, code) => {
    expect(occupationListed(ruleSetsOfCode, rules2018, words)).toBe(code);
  });

  it("never makes an employee a farmer, nor anybody outside agriculture", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...workStatuses),
        fc.constantFrom(...occupationCodes),
        (status, code) => {
          const group = groupOf(rules2018, status, code);
          expect(group).not.toBeNull();
          if (group === "farmer") expect(code.startsWith("6") && status !== "employee").toBe(true);
        },
      ),
    );
  });

  it("follows the wish, and today's work where the wish is to go on or not said", () => {
    const farmer = { occupation: "6111", occupationStatus: "own_account" } as const;
    expect(targetGroupOf(rules2018, farmer)).toBe("farmer");
    expect(targetGroupOf(rules2018, { ...farmer, wantedOccupation: "same" })).toBe("farmer");
    expect(
      targetGroupOf(rules2018, {
        ...farmer,
        wantedOccupation: "5211",
        wantedStatus: "own_account",
      }),
    ).toBe("self_employed");
    expect(
      targetGroupOf(rules2018, { ...farmer, wantedOccupation: "5414", wantedStatus: "employee" }),
    ).toBe("employed");
    expect(targetGroupOf(rules2018, { ...farmer, wantedOccupation: "9999" })).toBe("not_working");
    expect(targetGroupOf(rules2018, { occupation: "9999", wantedOccupation: "6111" })).toBe(
      "farmer",
    );
    expect(currentGroupOf(rules2018, {})).toBeNull();
    expect(targetGroupOf(rules2018, {})).toBeNull();
  });
});

describe("a submission", () => {
  it("is taken when everything that is asked is answered", () => {
    expect(faultsOf(buildAnswers())).toEqual([]);
  });

  it("names each question that is missing", () => {
    const { land, travel, ...others } = buildAnswers();
    expect(faultsOf(others)).toEqual(["land: errorAnswerNeeded", "travel: errorAnswerNeeded"]);
    expect(faultsOf({ ...others, declined: ["land", "travel"] })).toEqual([]);
  });

  it("cannot withhold identity or the yes", () => {
    const { identity, wish, consentReferral, ...others } = buildAnswers();
    const faults = faultsOf({ ...others, declined: ["identity", "wish"] });
    expect(faults).toContain("identity: errorAnswerNeeded");
    expect(faults).toContain("wish: errorAnswerNeeded");
  });

  it("takes facts from a relative, but neither the yes nor the no", () => {
    const byRelative = buildAnswers({ respondent: "relative" });
    expect(faultsOf(byRelative)).toEqual(["wishByHolder: errorWishByHolder"]);
    expect(faultsOf({ ...byRelative, wishByHolder: true })).toEqual([]);
    expect(faultsOf({ ...byRelative, wish: "no", wishReason: "no_time" })).toEqual([
      "wishByHolder: errorWishByHolder",
    ]);
  });

  it("asks for the reason of a no, and for no consent", () => {
    const { consentReferral, ...others } = buildAnswers({ wish: "no" });
    expect(faultsOf(others)).toEqual(["wishReason: errorReasonNeeded"]);
    expect(faultsOf({ ...others, wishReason: "other" })).toEqual(["wishNote: errorReasonNeeded"]);
    expect(faultsOf({ ...others, wishReason: "too_far" })).toEqual([]);
  });

  it("cannot be taken from who is not willing", () => {
    expect(faultsOf(buildAnswers({ willing: "no" }))).toContain("willing: errorNotWilling");
  });

  test.each([
    { on: "2018-01-31", faults: ["interviewedOn: errorBeforeMeasure"] },
    { on: "2018-03-15", faults: ["interviewedOn: errorInFuture"] },
    { on: "2018-02-01", faults: [] },
    { on: "2018-03-14", faults: [] },
  ])("on $on, typed on 14 March: $faults", ({ on, faults }) => {
    const paper = { paperNumber: "12/2561", lateReason: "ไม่มีสัญญาณ" };
    expect(faultsOf(buildAnswers({ interviewedOn: on, ...paper }))).toEqual(faults);
  });

  it("of an earlier day needs the paper's number and why it is late", () => {
    expect(faultsOf(buildAnswers({ interviewedOn: "2018-03-13" }))).toEqual([
      "paperNumber: errorPaperNumber",
      "lateReason: errorLateReason",
    ]);
  });

  it("with a thumbprint needs two witnesses, and that it was read aloud", () => {
    const printed = buildAnswers({ signedBy: "thumbprint", witness1: "นายแสง ใจดี" });
    expect(faultsOf(printed)).toEqual(["witness2: errorWitness", "readAloud: errorReadAloud"]);
    expect(faultsOf(buildAnswers({ signedBy: "not_signed" }))).toEqual([
      "signedBy: errorSignatureNeeded",
    ]);
  });

  it("explains a project outside the menu", () => {
    expect(faultsOf(buildAnswers(), {}, () => false)).toEqual(["projects: errorOffMenuReason"]);
    const explained = buildAnswers({
      projects: [{ project: "GSB-05", reason: "ทำงานบริษัทในเมือง" }],
    });
    expect(faultsOf(explained, {}, () => false)).toEqual([]);
  });

  it("refuses a main cause that was not ticked, and an option twice or beside 'none'", () => {
    expect(faultsOf(buildAnswers({ mainCause: "debt" }))).toContain("mainCause: errorAnswerNeeded");
    expect(faultsOf(buildAnswers({ dependants: ["none", "child"] }))).toEqual([
      "dependants: errorChoice",
    ]);
    expect(faultsOf(buildAnswers({ dependants: ["child", "child"] }))).toEqual([
      "dependants: errorChoice",
    ]);
  });

  it("goes through without a co-interviewer, with a warning that stays", () => {
    const required = buildContext({ agency: "DOPA" });
    expect(faultsOf(buildAnswers(), { agency: "DOPA" })).toEqual([]);
    expect(warningsOf(buildAnswers(), required)).toEqual(["co_interviewer_missing"]);
    expect(
      warningsOf(buildAnswers({ coInterviewerName: "นายทอง", coInterviewerBank: "GSB" }), required),
    ).toEqual([]);
    expect(faultsOf(buildAnswers({ coInterviewerName: "นายทอง" }), { agency: "DOPA" })).toEqual([
      "coInterviewerBank: errorBank",
    ]);
    expect(warningsOf(buildAnswers({ projects: [] }), context)).toEqual(["no_project"]);
  });

  it("keeps only what was asked", () => {
    const left = buildAnswers({
      causes: ["market"],
      debtKind: "informal",
      baacCustomer: "yes",
      coInterviewerName: "นายทอง",
      declined: ["land", "identity"],
    });
    const kept = relevantAnswers(left, context);
    for (const field of ["debtKind", "baacCustomer", "coInterviewerName", "mainCause", "land"])
      expect(kept).not.toHaveProperty(field);
    expect(kept.declined).toEqual(["land"]);
  });

  it("keeps nothing of a question that is not asked, whatever was answered", () => {
    const some = fc.record(
      {
        declined: fc.subarray([...questionIds]),
        willing: fc.constantFrom("yes" as const, "no" as const),
        occupation: fc.constantFrom(...occupationCodes),
        occupationStatus: fc.constantFrom(...workStatuses),
        causes: fc.subarray([...causes]),
        mainCause: fc.constantFrom(...causes),
        debtKind: fc.constantFrom("formal" as const, "both" as const),
        debtBurden: fc.constantFrom("light" as const),
        projects: fc.subarray([
          { project: "BAAC-01" },
          { project: "NSF-01" },
          { project: "DOE-01" },
        ]),
        baacCustomer: fc.constantFrom("yes" as const, "no" as const),
        socialSecurity: fc.constantFrom("yes" as const),
        contactName: fc.constantFrom("นางแก้ว"),
        wish: fc.constantFrom("yes" as const, "no" as const),
        consentReferral: fc.constantFrom("yes" as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, (answers) => {
        const kept = relevantAnswers(answers, context);
        const asked = questionsFor(kept, context);
        const fields = new Set<string>(asked.flatMap((question) => question.fields));
        for (const field of Object.keys(kept))
          if (field !== "declined") expect(fields).toContain(field);
        expect(relevantAnswers(kept, context)).toEqual(kept);
        for (const id of kept.declined ?? []) expect(isAnswered(questionOf(id), kept)).toBe(true);
      }),
    );
  });

  test.each([
    { on: "2018-02-28", wish: "yes", recordedOn: "2018-03-01", needed: true },
    { on: "2018-03-01", wish: "yes", recordedOn: "2018-03-31", needed: false },
    { on: "2018-02-28", wish: "no", recordedOn: "2018-03-01", needed: false },
  ] as const)(
    "a $wish of $on typed on $recordedOn awaits confirmation: $needed",
    ({ on, wish, recordedOn, needed }) => {
      const answers = { wish, interviewedOn: on, signedBy: "signature" } as const;
      expect(needsConfirmation(answers, recordedOn)).toBe(needed);
    },
  );
});
