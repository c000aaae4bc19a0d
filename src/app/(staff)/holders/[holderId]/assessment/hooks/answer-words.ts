import type { Answers, QuestionId } from "@/domain/assessment";
import { hasDeclined } from "@/domain/assessment";
import { optionName, type QuestionWords } from "@/domain/assessment/asked";
import { isAnswered, type Question } from "@/domain/assessment/questions";
import { formatThaiDate } from "@/domain/thai-dates";

/** The wording around the answers that belongs to no single question. */
export type AnswerPhrases = {
  declined: string;
  missing: string;
  none: string;
  baht: (amount: number) => string;
  declineReason: (code: string) => string;
  bank: (code: string) => string;
  officer: (id: string) => string;
  project: (code: string) => string;
};

/** The projects are one answer that two pages ask for: if there are any, they are shown once, in the plan. */
export function isShown({ id }: { id: QuestionId }, answers: Answers): boolean {
  return id !== "interest" || hasDeclined(answers, id) || !answers.projects?.length;
}

/** An answer as a sentence or two for the review, the frozen form and a conflict. */
export function answerWords(
  question: Question,
  answers: Answers,
  words: QuestionWords,
  phrases: AnswerPhrases,
): string[] {
  if (question.declinable && hasDeclined(answers, question.id)) return [phrases.declined];
  if (question.kind === "page") return pageWords(question, answers, words, phrases);
  if (!isAnswered(question, answers)) return [phrases.missing];
  const answer = answers[question.fields[0]];
  if (typeof answer === "number") return [phrases.baht(answer)];
  const codes = Array.isArray(answer) ? (answer as string[]) : [String(answer)];
  const named = codes.map((code) => optionName(question, code, words));
  if (question.id !== "causes" || !answers.causeNote) return named;
  // The text of "other cause" follows its option.
  return named.map((name, index) =>
    codes[index] === "other" ? `${name} (${answers.causeNote})` : name,
  );
}

function pageWords(
  { id }: Question,
  answers: Answers,
  words: QuestionWords,
  phrases: AnswerPhrases,
): string[] {
  const told = (parts: (string | false | undefined)[]) => {
    const said = parts.filter((part): part is string => !!part);
    return said.length ? said : [phrases.missing];
  };
  switch (id) {
    case "interest":
    case "plan":
      return answers.projects?.length
        ? answers.projects.map(({ project, reason }) =>
            reason ? `${phrases.project(project)} (${reason})` : phrases.project(project),
          )
        : [phrases.none];
    case "contactPerson":
      return told([answers.contactName, answers.contactPhone]);
    case "wish":
      return told([
        answers.wish && words.option("wish", answers.wish),
        answers.wish === "no" && answers.wishReason && phrases.declineReason(answers.wishReason),
        answers.wish === "no" && answers.wishNote,
      ]);
    case "signature":
      return told([
        answers.signedBy && words.option("signature", answers.signedBy),
        answers.interviewedOn && formatThaiDate(answers.interviewedOn),
        answers.witness1,
        answers.witness2,
        answers.paperNumber,
        answers.lateReason,
      ]);
    case "coInterviewer":
      return answers.coInterviewerId
        ? [phrases.officer(answers.coInterviewerId)]
        : answers.coInterviewerName
          ? told([
              answers.coInterviewerName,
              answers.coInterviewerBank && phrases.bank(answers.coInterviewerBank),
            ])
          : [phrases.none];
    case "nextContact":
      return told([answers.nextContactOn && formatThaiDate(answers.nextContactOn), answers.phone]);
    default:
      return [phrases.missing];
  }
}
