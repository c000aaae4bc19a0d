import type { Answers, InterviewContext } from "@/domain/assessment";

export type AssessmentWarning = "co_interviewer_missing" | "no_project";

/** What is missing without being forbidden; stored with the submission. */
export function warningsOf(answers: Answers, context: InterviewContext): AssessmentWarning[] {
  const warnings: AssessmentWarning[] = [];
  if (context.coInterviewerRequired && !answers.coInterviewerId && !answers.coInterviewerName)
    warnings.push("co_interviewer_missing");
  if (answers.wish === "yes" && !answers.projects?.length) warnings.push("no_project");
  return warnings;
}
