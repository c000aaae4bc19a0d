import { type Question, questions } from "./questions";

/** At most this many questions stand on one page of a wide screen. */
const mostTogether = 4;
/** A question with more options than this has a page of its own. */
const shortList = 6;

/** Answered by one press, a few ticks or one number. */
function isShort({ id, kind, options = [] }: Question): boolean {
  // Its options are the causes that were ticked: few, whatever the length of the list.
  if (id === "mainCause" || kind === "number") return true;
  return (kind === "choice" || kind === "choices") && options.length <= shortList;
}

function standTogether(page: readonly Question[], next: Question): boolean {
  const last = page.at(-1);
  return (
    last !== undefined &&
    page.length < mostTogether &&
    last.step === next.step &&
    isShort(last) &&
    isShort(next)
  );
}

/** All questions in their pages: the same whatever is answered, so that no page changes under the hand. */
const widePages = questions.reduce<Question[][]>((pages, question) => {
  const page = pages.at(-1);
  if (page && standTogether(page, question)) page.push(question);
  else pages.push([question]);
  return pages;
}, []);

/**
 * How the questions are laid out: one a page; on a wide screen (from 1,280 px) neighbouring short ones of a step together;
 * or all on one page in the order of the paper form, to be keyed from it.
 */
export type Layout = "single" | "wide" | "paper";

/** The pages of the interview. */
export function pagesOf(asked: readonly Question[], layout: Layout): Question[][] {
  if (layout === "single") return asked.map((question) => [question]);
  if (layout === "paper") return [[...asked]];
  const ids = new Set(asked.map(({ id }) => id));
  return widePages
    .map((page) => page.filter(({ id }) => ids.has(id)))
    .filter((page) => page.length > 0);
}
