import { z } from "zod";
import { type IsoMonth, monthAfter } from "@/domain/calendar";

/** The ladder of a month run, as its page shows it; the treasury's words are in `runs.rung_<rung>`. */
export const rungs = ["calculated", "checked", "certified", "sent", "reconciled"] as const;
export type Rung = (typeof rungs)[number];

/** What is recorded of a run: a calculation that was begun or stopped, and the rungs. */
export const runSteps = ["calculating", "stopped", ...rungs] as const;
export type RunStep = (typeof runSteps)[number];

/** Why a calculation stopped: people whose sum is not decided yet, or a fault of ours. */
export const runBlocks = ["undecided", "unexpected"] as const;
export type RunBlock = (typeof runBlocks)[number];

/** Whether a run may still book: nobody has certified it. */
export const mayBook = (step: RunStep): boolean =>
  step !== "certified" && step !== "sent" && step !== "reconciled";

/** How many rungs a run has climbed: 0 while it is calculated. */
export const climbed = (step: RunStep): number =>
  step === "calculating" || step === "stopped" ? 0 : rungs.indexOf(step) + 1;

/** The rung that comes next, or null where the ladder ends. */
export const nextRung = (step: RunStep): Rung | null => rungs[climbed(step)] ?? null;

type Run = { month: IsoMonth; step: RunStep };

/** The run that may be calculated: its month, and what stands in its way. */
export type NextRun = { month: IsoMonth; blockedBy: "notBegun" | null };

/**
 * The month to calculate, given the runs of the province with the newest first: the open one again, else the month after it;
 * before there is a run the first month in which anything is due. Null: nothing is due to anybody.
 */
export function nextRun(
  [newest]: readonly Run[],
  { firstDue, today }: { firstDue: IsoMonth | null; today: IsoMonth },
): NextRun | null {
  const month = newest
    ? mayBook(newest.step)
      ? newest.month
      : monthAfter(newest.month)
    : firstDue;
  return month ? { month, blockedBy: month > today ? "notBegun" : null } : null;
}

/** What the file of a run may say of each entry; the Ministry's columns are not public (docs/decisions/0039). */
export const runFields = [
  "nationalId",
  "title",
  "firstName",
  "lastName",
  "district",
  "month",
  "kind",
  "benefit",
  "baht",
  "rules",
] as const;
export type RunField = (typeof runFields)[number];

/** An order of columns as the treasury sets it: none twice, and what the Ministry cannot do without. */
export const runFieldOrder = z
  .array(z.enum(runFields, { error: "fieldName" }))
  .min(1, "missing")
  .refine((fields) => new Set(fields).size === fields.length, "twice")
  .refine((fields) => needed.every((field) => fields.includes(field)), "runFieldsNeeded");
const needed: readonly RunField[] = ["nationalId", "month", "baht"];

/** Stored names of an order, what is not known left out. */
export function readRunFields(stored: readonly string[]): RunField[] {
  return stored.flatMap((name) => runFields.find((field) => field === name) ?? []);
}

/** The newest order that has begun, given the newest first; before there is one, the order above. */
export function runFieldsOn(
  orders: readonly { fields: readonly string[]; fromOn: string }[],
  today: string,
): readonly RunField[] {
  const order = orders.find(({ fromOn }) => fromOn <= today);
  return order ? readRunFields(order.fields) : runFields;
}
