import { describe, expect, test } from "vitest";
import { optionalPhone } from "@/domain/fields";
import {
  type Answer,
  deskIntentInput,
  deskRefusal,
  isTypedLater,
  paperDecisionInput,
  paperIntentInput,
  placeInput,
  sameAnswerIn,
  usualPlaceDays,
} from "@/domain/intent";

const id = "018f0000-0000-7000-8000-000000000001";
const ordinary = {
  holderId: id,
  deskId: id,
  identityChecked: true,
  answer: "yes",
  reason: "",
  consentFinancial: true,
  consentContact: false,
  consentVersion: "2018-02",
  phone: "๐๖๐-๑๒๓ ๔๕๖๗",
  currentAddress: "",
  currentSubdistrictCode: null,
  nameOnCard: "  นาง คำปัน   อินต๊ะวงศ์ ",
  signedBy: "signature",
  witnesses: [],
  readAloud: false,
  proxy: null,
};

/** Field → message of everything that is wrong. */
function faults(input: Record<string, unknown>) {
  const read = deskIntentInput.safeParse({ ...ordinary, ...input });
  return read.success
    ? {}
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message]));
}

describe("the intent form", () => {
  test("an ordinary form is read, empty fields as not filled in", () => {
    expect(deskIntentInput.parse(ordinary)).toMatchObject({
      phone: "0601234567",
      reason: null,
      currentAddress: null,
      nameOnCard: "นาง คำปัน อินต๊ะวงศ์",
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["an answer", { answer: null }, { answer: "answerMissing" }],
    ["who it is", { identityChecked: false }, { identityChecked: "identityMissing" }],
    ["both consents", { consentContact: null }, { consentContact: "consentMissing" }],
    ["a reason of a no", { answer: "no" }, { reason: "reasonMissing" }],
    ["no reason of a yes", { reason: "ทำงานแล้ว" }, { reason: "reasonOnlyForNo" }],
    ["how it was signed", { signedBy: null }, { signedBy: "signedByMissing" }],
    ["two witnesses of a thumbprint", { signedBy: "thumbprint" }, { witnesses: "witnessMissing" }],
    [
      "both names of the witnesses",
      { signedBy: "thumbprint", witnesses: ["นายแดง ใจดี", " "] },
      { "witnesses.1": "witnessMissing" },
    ],
    [
      "two different witnesses",
      { signedBy: "thumbprint", witnesses: ["นายแดง ใจดี", "นายแดง  ใจดี"] },
      { witnesses: "witnessTwice" },
    ],
    [
      "no witnesses of a signature",
      { witnesses: ["นายแดง ใจดี"] },
      { witnesses: "witnessOnlyForThumbprint" },
    ],
    [
      "the proxy's letter of authority",
      { proxy: { name: "นายดำ ใจดี", relation: "บุตร", documentFiled: false } },
      { "proxy.documentFiled": "proxyDocumentMissing" },
    ],
    ["a telephone number or none", { phone: "12345" }, { phone: "phone" }],
    [
      "known consent texts",
      { consentVersion: "2560-9" },
      { consentVersion: expect.anything() as never },
    ],
  ])("asks for %s", (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  test("everything that is wrong is told in one round", () => {
    expect(
      faults({
        identityChecked: false,
        answer: "no",
        consentFinancial: null,
        consentContact: null,
        phone: "12",
        signedBy: "thumbprint",
        witnesses: ["", ""],
      }),
    ).toEqual({
      identityChecked: "identityMissing",
      reason: "reasonMissing",
      consentFinancial: "consentMissing",
      consentContact: "consentMissing",
      phone: "phone",
      "witnesses.0": "witnessMissing",
      "witnesses.1": "witnessMissing",
    });
  });

  test("takes nothing that it does not know", () => {
    expect(deskIntentInput.safeParse({ ...ordinary, intentOn: "2018-02-01" }).success).toBe(false);
    expect(deskIntentInput.safeParse({ ...ordinary, confirmation: "confirmed" }).success).toBe(
      false,
    );
  });

  test("a paper needs its number, place and a date that exists", () => {
    const { deskId, identityChecked, ...form } = ordinary;
    const paper = {
      ...form,
      placeId: id,
      intentOn: "2018-02-12",
      paperNumber: "12/2561",
      lateReason: "",
    };
    expect(paperIntentInput.parse(paper)).toMatchObject({ lateReason: null });
    for (const wrong of [{ paperNumber: " " }, { intentOn: "2018-02-29" }, { placeId: "" }])
      expect(paperIntentInput.safeParse({ ...paper, ...wrong }).success).toBe(false);
  });

  test("a rejected paper needs a note, a confirmed one does not", () => {
    const input = { intentId: id, note: null };
    expect(paperDecisionInput.safeParse({ ...input, decision: "confirmed" }).success).toBe(true);
    expect(paperDecisionInput.safeParse({ ...input, decision: "rejected" }).success).toBe(false);
    expect(paperDecisionInput.safeParse({ ...input, decision: "pending" }).success).toBe(false);
  });

  test("a place does not end before it begins", () => {
    const place = { name: "หอประชุม", opensOn: "2018-02-05", closesOn: "2018-02-05" };
    expect(placeInput.safeParse(place).success).toBe(true);
    expect(placeInput.safeParse({ ...place, closesOn: "2018-02-04" }).success).toBe(false);
  });

  test.each([
    ["0601234567", "0601234567"],
    ["054-534-119", "054534119"],
    ["", null],
    [undefined, null],
  ])("telephone %s is %s", (typed, read) => {
    expect(optionalPhone.parse(typed)).toBe(read);
  });
});

describe("the window of the desk", () => {
  const window = { from: "2018-02-01", until: "2018-02-28" };
  test.each([
    ["2018-01-31", "2018-01-31", true, "OUTSIDE_WINDOW"],
    ["2018-02-01", "2018-02-01", true, null],
    ["2018-02-28", "2018-02-28", true, null],
    ["2018-02-28", "2018-02-28", false, "DESK_NOT_OPEN"],
    ["2018-03-01", "2018-03-01", true, "OUTSIDE_WINDOW"],
    ["2018-02-27", "2018-02-28", false, null],
    ["2018-02-28", "2018-02-27", true, "OUTSIDE_WINDOW"],
    ["2018-02-01", "2018-11-30", false, null],
    ["2018-01-31", "2018-03-05", false, "OUTSIDE_WINDOW"],
    ["2018-03-04", "2018-03-05", false, "OUTSIDE_WINDOW"],
  ])("a form of %s on %s, desk open: %s → %s", (intentOn, today, deskIsOpen, refusal) => {
    expect(deskRefusal(window, { intentOn, today, deskIsOpen })).toBe(refusal);
  });
  test("only a paper of an earlier day needs a second officer", () => {
    expect(isTypedLater("2018-02-10", "2018-02-10")).toBe(false);
    expect(isTypedLater("2018-02-10", "2018-02-11")).toBe(true);
  });
});

describe("the same answer twice", () => {
  const form = (answer: Answer, intentOn: string) => ({ answer, intentOn });
  test.each([
    ["nothing stands", [], form("yes", "2018-02-10"), null],
    ["yes, then yes", [form("yes", "2018-02-05")], form("yes", "2018-02-10"), "2018-02-05"],
    ["yes, then no", [form("yes", "2018-02-05")], form("no", "2018-02-10"), null],
    [
      "yes, no, then yes",
      [form("no", "2018-02-08"), form("yes", "2018-02-05")],
      form("yes", "2018-02-10"),
      null,
    ],
    ["a paper before a yes", [form("yes", "2018-02-20")], form("yes", "2018-02-10"), "2018-02-20"],
    [
      "twice on one day, changed in between",
      [form("yes", "2018-02-10"), form("no", "2018-02-10")],
      form("yes", "2018-02-10"),
      "2018-02-10",
    ],
    ["no after yes of the same day", [form("yes", "2018-02-10")], form("no", "2018-02-10"), null],
  ])("%s", (_, earlier, next, on) => {
    expect(sameAnswerIn(earlier, next)?.intentOn ?? null).toBe(on);
  });
});

test.each([
  ["before the desks open", "2018-01-20", "2018-02-01"],
  ["on a day of them, from that day", "2018-02-14", "2018-02-14"],
  ["on their last day", "2018-02-28", "2018-02-28"],
  ["once they are closed, of a place that was open then", "2018-03-05", "2018-02-01"],
])("a place that is announced %s", (_, today, from) => {
  const walkIn = { from: "2018-02-01", until: "2018-02-28" };
  expect(usualPlaceDays(walkIn, today)).toEqual({ from, until: "2018-02-28" });
});
