import { normalizeThai, tidyThai, toArabicDigits } from "@/domain/thai";
import { offeredTitles, splitTitle, titleNamed } from "@/domain/titles";

export { splitTitle };

/** The titles a form offers, the usual ones first. */
export const nameTitles = offeredTitles;

/** The usual spelling of a title written alone (`น.ส.` and `นส` are นางสาว); others stay as they are. */
export function readTitle(text: string): string {
  return titleNamed(text) ?? tidyThai(text);
}

export type FullName = {
  title: string;
  firstName: string;
  lastName: string;
  /** A title that is in no list. */
  unknown?: true;
};

/** Title, given name and surname; the surname may be empty, and may have spaces (ณ เชียงใหม่). */
export function splitFullName(text: string): FullName {
  const { title, rest, ...more } = splitTitle(text);
  const [firstName = "", ...others] = rest.split(" ");
  const last = others.at(-1);
  // "สมชาย ใจดี นาย": the title was written last.
  const behind = title === "" && last !== undefined ? titleNamed(last) : undefined;
  if (behind) return { title: behind, firstName, lastName: others.slice(0, -1).join(" ") };
  return { title, firstName, lastName: others.join(" "), ...more };
}

/** What a stored name is searched by: no spaces or dots, one form of every letter and digit. */
export function nameSearchKey(firstName: string, lastName: string): string {
  return squeeze(`${firstName}${lastName}`);
}

/** What an officer typed, in the form of `nameSearchKey`; a title before the name is left out. */
export function nameQueryKey(text: string): string {
  return squeeze(splitTitle(text).rest);
}

/** A name whose surname was written first (`ยะปา สมชาย`, `ยะปา, นายสมชาย`), in its usual order; null where it is one word. */
export function surnameLast(text: string): string | null {
  const words = splitTitle(text)
    .rest.split(/[\s,]+/)
    .filter(Boolean);
  const given = words.pop();
  return given && words.length > 0 ? `${given} ${words.join(" ")}` : null;
}

function squeeze(text: string): string {
  return toArabicDigits(normalizeThai(text))
    .replace(/[\s.,\-\u2010-\u2015'"’“”()]/g, "")
    .toLowerCase();
}
