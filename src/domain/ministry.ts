import { z } from "zod";

/** What an entry of the Ministry's list rests on: a holder's first yes, an interview, a contact, or a no. */
const reportedActs = ["wish", "interview", "contact", "decline"] as const;
export type MinistrySource = (typeof reportedActs)[number];

/** The kinds as the Ministry's list has them: what changed after its report is a kind of its own. */
export const ministryKinds = [...reportedActs, "amendment"] as const;
export type MinistryKind = (typeof ministryKinds)[number];

/** The kind of an entry. */
export const ministryKindOf = (entry: { kind: MinistrySource; amends: boolean }): MinistryKind =>
  entry.amends ? "amendment" : entry.kind;

/** Lines of one file at most, all in one transaction (3,600 were seen to take 5 of its 15 seconds); the next file has the rest. */
export const linesAFile = 5000;

/** Where an entry is on its way into the Ministry's database: exactly one of these. */
export const ministryStates = ["unreported", "reported", "accepted", "bounced"] as const;
export type MinistryState = (typeof ministryStates)[number];

/** What the list shows: one state, or all of them together. */
export const ministryShown = [...ministryStates, "all"] as const;
export type MinistryShown = (typeof ministryShown)[number];

/**
 * What the Ministry's screen may ask of one contact. Its real screen is not public: these are what the role table asks
 * for ("สถานการณ์พัฒนาตนเอง … ทุกครั้งที่พบหรือติดต่อ") and what annexes 2 and 3 know of a person (docs/decisions/0019).
 */
export const ministryFields = [
  "nationalId",
  "title",
  "firstName",
  "lastName",
  "officerCode",
  "occurredOn",
  "kind",
  "channel",
  "occupationGroup",
  "incomeYear2559",
  "incomeAtInterview",
  "incomeNow",
  "gotJob",
  "loanBaht",
  "trainingHours",
  "projects",
  "obstacles",
  "note",
  "nextOn",
  "phone",
] as const;
export type MinistryField = (typeof ministryFields)[number];

/** The files for the Ministry, each with an order of its columns. */
export type MinistryFileKind = "entries" | "month_run";

/** An order as the treasury sets it: no field twice, the person's ID never left out. */
export const fieldOrder = z
  .array(z.enum(ministryFields, { error: "fieldName" }))
  .min(1, "missing")
  .refine((fields) => new Set(fields).size === fields.length, "twice")
  .refine((fields) => fields.includes("nationalId"), "nationalIdNeeded");

/** Stored names of an order, what is not known left out. */
export function readFieldOrder(stored: readonly string[]): MinistryField[] {
  return stored.flatMap((name) => ministryFields.find((field) => field === name) ?? []);
}

/**
 * The newest order that has begun, given the newest first. Before there is one, the order above: who, when, how, the
 * result, what next, as on the paper forms.
 */
export function orderInForce(
  orders: readonly { fields: readonly string[]; fromOn: string }[],
  today: string,
): readonly MinistryField[] {
  const order = orders.find(({ fromOn }) => fromOn <= today);
  return order ? readFieldOrder(order.fields) : ministryFields;
}

/** States in which the Ministry has an entry: its answer is awaited, or it has accepted it. */
export const inTheMinistry = ["reported", "accepted"] as const satisfies readonly MinistryState[];

/** Values of one row, as text; null where there is none. */
export type MinistryValues = Partial<Record<MinistryField, string | null>>;

/** The row as it is pasted into a spreadsheet: one tab between two values, nothing that breaks the line. */
export function rowText(fields: readonly MinistryField[], values: MinistryValues): string {
  return fields.map((field) => (values[field] ?? "").replace(/\s+/g, " ").trim()).join("\t");
}

/** Rows of a page of the list. */
export const entriesAPage = 50;

/** The address of the wishes in one state or all, of one district where the reader has several. */
export const wishesHref = (state: MinistryShown, district: string | null = null) =>
  `/ministry?kind=wish${state === "unreported" ? "" : `&state=${state}`}${district ? `&district=${district}` : ""}`;
