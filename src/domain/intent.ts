import { z } from "zod";
import type { IsoDate } from "@/domain/calendar";
import type { DeskFault } from "@/domain/fault";
import {
  optionalName,
  optionalPhone,
  optionalText,
  requiredDay,
  requiredName,
  requiredText,
} from "@/domain/fields";
import { isIn } from "@/domain/rules/outreach";
import type { Period, RuleSet } from "@/domain/rules/rule-set";
import { toArabicDigits } from "@/domain/thai";

/** The intent form (annex 2; docs/forms.md 2): what a holder answers at the desk or on a paper form of February. */
export const answers = ["yes", "no"] as const;
export type Answer = (typeof answers)[number];

/** How a form is signed; a thumbprint is beside the names of two witnesses. */
export const intentSignatures = ["signature", "thumbprint"] as const;

/** The consent texts as they were shown (messages `desk.consent…`): a new text is a new version. */
export const consentVersions = ["2018-02"] as const;
export const consentVersion = "2018-02" satisfies (typeof consentVersions)[number];

/** Someone who holds a letter of authority that was handed in; nobody else may say yes for a holder. */
const proxy = z.strictObject({
  name: requiredName(120, "proxyNameMissing", 1),
  relation: requiredName(60, "proxyRelationMissing", 1),
  documentFiled: z.literal(true, { error: "proxyDocumentMissing" }),
});

const form = {
  holderId: z.uuid(),
  answer: z.enum(answers, { error: "answerMissing" }),
  reason: optionalText(200),
  consentFinancial: z.boolean({ error: "consentMissing" }),
  consentContact: z.boolean({ error: "consentMissing" }),
  consentVersion: z.enum(consentVersions),
  phone: optionalPhone,
  currentAddress: optionalText(200),
  currentSubdistrictCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullish()
    .transform((code) => code ?? null),
  nameOnCard: optionalName(120),
  signedBy: z.enum(intentSignatures, { error: "signedByMissing" }),
  witnesses: z.array(requiredName(120, "witnessMissing", 1)).max(2),
  readAloud: z.boolean(),
  proxy: proxy.nullable(),
};

type Form = {
  answer: Answer;
  reason: string | null;
  signedBy: (typeof intentSignatures)[number];
  witnesses: string[];
};

/**
 * What holds between the answers of a form. It is looked at whether or not the rest is right, so that everything that is
 * wrong is told in one round; what could not be read is undefined here.
 */
const between: readonly [
  field: keyof Form,
  fault: DeskFault,
  holds: (form: Partial<Form>) => boolean,
][] = [
  [
    "reason",
    "reasonMissing",
    ({ answer, reason }) => answer !== "no" || reason === undefined || Boolean(reason),
  ],
  ["reason", "reasonOnlyForNo", ({ answer, reason }) => answer !== "yes" || !reason],
  [
    "witnesses",
    "witnessOnlyForThumbprint",
    ({ signedBy, witnesses }) => signedBy !== "signature" || !witnesses?.length,
  ],
  [
    "witnesses",
    "witnessMissing",
    ({ signedBy, witnesses }) => signedBy !== "thumbprint" || !witnesses || witnesses.length === 2,
  ],
  [
    "witnesses",
    "witnessTwice",
    ({ signedBy, witnesses: [one, two] = [] }) => signedBy !== "thumbprint" || !one || one !== two,
  ],
];

function wholeForm<Schema extends z.ZodObject>(schema: Schema): Schema {
  return between.reduce(
    (checked, [field, fault, holds]) =>
      checked.refine((form) => holds(form as Partial<Form>), {
        path: [field],
        error: fault,
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    schema,
  );
}

const identityChecked = z.literal(true, { error: "identityMissing" });

/** The form as taken at the office of whom it has just registered: its date is the day itself. */
export const officeIntentInput = wholeForm(z.strictObject({ ...form, identityChecked }));

/** The form as taken at an open desk: its date is the day itself. */
export const deskIntentInput = wholeForm(
  z.strictObject({
    ...form,
    deskId: z.uuid({ error: "deskMissing" }),
    identityChecked,
  }),
);
export type DeskIntentInput = z.input<typeof deskIntentInput>;

/** A paper form typed later: its own date, the place that took it, its number, and why it is typed late. */
export const paperIntentInput = wholeForm(
  z.strictObject({
    ...form,
    placeId: z.uuid({ error: "placeMissing" }),
    intentOn: requiredDay,
    paperNumber: requiredText(40, "paperNumberMissing", 1).transform(toArabicDigits),
    lateReason: optionalText(200),
  }),
);
export type PaperIntentInput = z.input<typeof paperIntentInput>;

/** What a second officer says of a paper form after comparing it with the record. */
export const paperDecisionInput = z
  .strictObject({
    intentId: z.uuid(),
    decision: z.enum(["confirmed", "rejected"]),
    note: optionalText(200),
  })
  .superRefine(({ decision, note }, context) => {
    if (decision === "rejected" && !note)
      context.addIssue({ code: "custom", path: ["note"], message: "noteMissing" });
  });

/** Paper forms that a second officer has held against their sheets, confirmed in one go. */
export const paperConfirmationInput = z.strictObject({
  intentIds: z.array(z.uuid()).min(1).max(500),
});

/** A place that receives holders, announced by the district for days of the window. */
export const placeInput = z
  .strictObject({
    name: requiredName(120, "placeNameMissing", 1),
    opensOn: requiredDay,
    closesOn: requiredDay,
  })
  .superRefine(({ opensOn, closesOn }, context) => {
    if (closesOn < opensOn)
      context.addIssue({
        code: "custom",
        path: ["closesOn"],
        message: "placeEndsBeforeStart",
      });
  });
export type PlaceInput = z.input<typeof placeInput>;

export type DeskRefusal = "OUTSIDE_WINDOW" | "DESK_NOT_OPEN";

/**
 * Whether a form of this date may be recorded today, or why not. Today's date is taken only inside the
 * window and at an open desk; earlier dates of the window are paper forms, at any later time; others never
 * (docs/forms.md 2.4: after the window the desk takes only back-dated paper forms).
 */
export function deskRefusal(
  window: Period,
  { intentOn, today, deskIsOpen }: { intentOn: IsoDate; today: IsoDate; deskIsOpen: boolean },
): DeskRefusal | null {
  if (intentOn > today || !isIn(window, intentOn)) return "OUTSIDE_WINDOW";
  return intentOn === today && !deskIsOpen ? "DESK_NOT_OPEN" : null;
}

/** A paper form dated before the day it is typed counts only after a second officer has confirmed it. */
export function isTypedLater(intentOn: IsoDate, today: IsoDate): boolean {
  return intentOn < today;
}

/** A form that is stored already, oldest first where several are given. */
export type EarlierForm = { answer: Answer; intentOn: IsoDate };

/**
 * The form that already says the same, or null. Rejected forms are not given. Holders may change their
 * mind, so only the neighbours in time (and the same day) are looked at: yes, no, yes are three answers,
 * yes and yes are one (docs/programme.md 4.3).
 */
export function sameAnswerIn(
  earlier: readonly EarlierForm[],
  { answer, intentOn }: EarlierForm,
): EarlierForm | null {
  const sorted = [...earlier].sort((a, b) => (a.intentOn < b.intentOn ? -1 : 1));
  const before = sorted.filter((form) => form.intentOn < intentOn).at(-1);
  const sameDay = sorted.filter((form) => form.intentOn === intentOn);
  const after = sorted.find((form) => form.intentOn > intentOn);
  const neighbours = sameDay.length > 0 ? sameDay : [before, after];
  return neighbours.find((form) => form?.answer === answer) ?? null;
}

/**
 * By when a form on paper is to be compared and to count: before the desks close, like every other form of its month. What
 * waits after that day is late.
 */
export function paperDueOn({ walkIn }: RuleSet): IsoDate {
  return walkIn.value.until;
}

/**
 * The days for which a place is announced unless its form says otherwise: what is left of the window from today. Once the
 * window is over a place is recorded that was open in it, and nobody knows yet since when: all of it.
 */
export function usualPlaceDays(walkIn: Period, today: IsoDate): Period {
  const begun = isIn(walkIn, today);
  return { from: begun ? today : walkIn.from, until: walkIn.until };
}

/** Of the papers that wait for a second officer: those that the reader typed, or those of others. */
export type PapersOf = "own" | "others";

/** Reads them from an address; undefined: all. */
export function readPapersOf(given: Record<string, unknown>): PapersOf | undefined {
  return (["own", "others"] as const).find((whose) => given[whose] === "1");
}
