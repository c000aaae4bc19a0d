import type { Answers, InterviewContext } from "@/domain/assessment";
import { type CodeListName, codeUnder } from "@/domain/rules/code-lists";
import { rulesOfForm } from "./questions";

/**
 * The answers with their codes in the lists of the day of the interview, which may be others than those they were chosen
 * from. A code stands for the one that it was mapped to; of one that is mapped to none the question is asked again.
 */
export function inListsOfDay(answers: Answers, context: InterviewContext): Answers {
  const { ruleSets } = context;
  const to = rulesOfForm(context, answers);
  // A draft from before drafts named their lists has those of the first set.
  const from = ruleSets.find(({ version }) => version === answers.codesOf) ?? ruleSets[0];
  if (from === to) return answers;
  const under = (list: CodeListName, code: string) => codeUnder(ruleSets, list, code, { from, to });
  const occupation = (code: string | undefined) =>
    (code && (code === "same" ? code : under("occupations", code))) || undefined;
  const skills = (codes: readonly string[] | undefined) =>
    codes && [
      ...new Set(codes.flatMap((code) => (code === "none" ? code : (under("skills", code) ?? [])))),
    ];
  return {
    ...answers,
    codesOf: to.version,
    occupation: occupation(answers.occupation),
    wantedOccupation: occupation(answers.wantedOccupation),
    skills: skills(answers.skills),
    training: skills(answers.training),
  };
}
