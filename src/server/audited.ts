import type { Action } from "@/domain/policy";
import { systemDate } from "./clock";
import type { Scoped } from "./scope";

/** What is known to be in the audit of today; emptied with the day. It only saves the question: a process forgets it at will. */
const known = { day: "", done: new Set<string>() };
const mostKnown = 50_000;

/**
 * Whether the actor does this to this subject for the first time today: a draft is recorded in the audit at its first save of
 * the day and not at each keystroke.
 */
export async function firstToday({ tx, actor }: Scoped, action: Action, subjectId: string) {
  const day = systemDate();
  if (known.day !== day || known.done.size > mostKnown)
    Object.assign(known, { day, done: new Set() });
  const key = `${action}/${actor.id}/${subjectId}`;
  if (known.done.has(key)) return false;
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT audit.done_today(${action}, ${subjectId}) AS done`;
  // Remembered only once it stands in the audit: the transaction that writes it now may yet be undone.
  if (row?.done) known.done.add(key);
  return !row?.done;
}
