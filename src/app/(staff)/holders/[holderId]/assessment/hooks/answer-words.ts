import type { Answers, QuestionId } from "@/domain/assessment";
import { hasDeclined } from "@/domain/assessment";
import type { QuestionWords } from "@/domain/assessment/asked";
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
  const named = codes.map((code) => words.option(question.id, code));
  if (question.id !== "causes" || !answers.causeNote) return named;
  // The text of "other cause" follows its option.
  return named.map((name, index) =>
    codes[index] === "other" ? `${name} (${answers.causeNote})` : name,
  );
}

type Said = (string | false | undefined)[];

/** What the pages with several answers say; null: nothing was to be chosen there. */
const pageSays: Partial<
  Record<
    QuestionId,
    (answers: Answers, phrases: AnswerPhrases, words: QuestionWords) => Said | null
  >
> = {
  interest: chosenProjects,
  plan: chosenProjects,
  contactPerson: ({ contactName, contactPhone }) => [contactName, contactPhone],
  wish: ({ wish, wishReason, wishNote }, phrases, words) => [
    wish && words.option("wish", wish),
    wish === "no" && wishReason && phrases.declineReason(wishReason),
    wish === "no" && wishNote,
  ],
  signature: ({ signedBy, interviewedOn, ...rest }, _, words) => [
    signedBy && words.option("signature", signedBy),
    interviewedOn && formatThaiDate(interviewedOn),
    rest.witness1,
    rest.witness2,
    rest.paperNumber,
    rest.lateReason,
  ],
  coInterviewer: ({ coInterviewerId, coInterviewerName, coInterviewerBank }, phrases) => {
    if (coInterviewerId) return [phrases.officer(coInterviewerId)];
    if (!coInterviewerName) return null;
    return [coInterviewerName, coInterviewerBank && phrases.bank(coInterviewerBank)];
  },
  nextContact: ({ nextContactOn, phone }) => [
    nextContactOn && formatThaiDate(nextContactOn),
    phone,
  ],
};

function chosenProjects({ projects }: Answers, phrases: AnswerPhrases): Said | null {
  if (!projects?.length) return null;
  return projects.map(({ project, reason }) =>
    reason ? `${phrases.project(project)} (${reason})` : phrases.project(project),
  );
}

function pageWords(
  { id }: Question,
  answers: Answers,
  words: QuestionWords,
  phrases: AnswerPhrases,
): string[] {
  const told = pageSays[id]?.(answers, phrases, words);
  if (told === null) return [phrases.none];
  const said = (told ?? []).filter((part): part is string => !!part);
  return said.length > 0 ? said : [phrases.missing];
}
