import type { Action } from "@/domain/policy";
import type { Scoped } from "./scope";

/**
 * Whether the actor does this to this subject for the first time today: a draft is recorded in the audit at its first save of
 * the day and not at each keystroke.
 */
export async function firstToday({ tx }: Scoped, action: Action, subjectId: string) {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT audit.done_today(${action}, ${subjectId}) AS done`;
  return !row?.done;
}
