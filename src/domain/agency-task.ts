import { z } from "zod";
import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { longText } from "@/domain/announcement";
import type { IsoDate } from "@/domain/calendar";
import { optionalText, requiredDay, requiredText } from "@/domain/fields";
import type { RuleSet } from "@/domain/rules/rule-set";

/** What an agency answers to a task of the governor: รับดำเนินการ, ดำเนินการแล้ว, ดำเนินการไม่ได้. */
export const taskOutcomes = ["accepted", "done", "refused"] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];
/** How far a task is: sent, or what the agency answered last. */
export type TaskState = "sent" | TaskOutcome;

const next: Record<TaskState, readonly TaskOutcome[]> = {
  sent: ["accepted", "done", "refused"],
  accepted: ["done", "refused"],
  done: [],
  refused: [],
};

/** What the agency may answer from here; nothing once it is done or refused. */
export function answersFrom(state: TaskState): readonly TaskOutcome[] {
  return next[state];
}

/** The state after these answers, the newest first. */
export function taskStateOf(answers: readonly { outcome: TaskOutcome }[]): TaskState {
  return answers[0]?.outcome ?? "sent";
}

/** Whether the task is late: neither done nor refused, and its day has passed. */
export function isOverdue(state: TaskState, dueOn: IsoDate, today: IsoDate): boolean {
  return answersFrom(state).length > 0 && dueOn < today;
}

export const agencyCodes = projectAgencyCodes;

/** A task as it is prepared. */
export const taskInput = z.strictObject({
  agency: z.enum(agencyCodes, { error: "choose" }),
  project: z
    .string()
    .nullish()
    .transform((code) => code || null),
  subject: requiredText(200),
  asked: longText(2000),
  dueOn: requiredDay,
});

/** Whether a task may be asked of this agency: one without a project of any, else of an owner of the project. */
export function mayBeAsked(
  { projects }: RuleSet,
  { agency, project }: { agency: ProjectAgency; project: string | null },
): boolean {
  return project === null || (projects[project]?.agencies.includes(agency) ?? false);
}

/** An answer in words; what was not done says why, what was done says the result. */
export const taskAnswer = z
  .strictObject({
    taskId: z.uuid(),
    outcome: z.enum(taskOutcomes, { error: "choose" }),
    answer: optionalText(500),
  })
  .refine(({ outcome, answer }) => outcome === "accepted" || answer !== null, {
    path: ["answer"],
    message: "missing",
  });
