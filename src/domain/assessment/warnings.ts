import type { Answers, InterviewContext } from "@/domain/assessment";
import { isCoInterviewerRequired } from "./questions";

export type AssessmentWarning = "co_interviewer_missing" | "no_project";

/** What is missing without being forbidden; stored with the submission. */
export function warningsOf(answers: Answers, context: InterviewContext): AssessmentWarning[] {
  const warnings: AssessmentWarning[] = [];
  const named = answers.coInterviewerId || answers.coInterviewerName;
  if (!named && isCoInterviewerRequired(answers, context)) warnings.push("co_interviewer_missing");
  if (answers.wish === "yes" && !answers.projects?.length) warnings.push("no_project");
  return warnings;
}
