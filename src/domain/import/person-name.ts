import type { ListField } from "@/domain/import/columns";
import { saysNothing, saysNothingOrZero } from "@/domain/import/nothing";
import type { Repair } from "@/domain/import/repairs";
import { nameTitles, readTitle, splitFullName, splitTitle } from "@/domain/names";
import { tidyThai } from "@/domain/thai";
import { titleNamed } from "@/domain/titles";

type Name = { title: string; firstName: string; lastName: string };
export type ReadName = { value: Name; repairs: Repair[] };

/** A cell with nothing but one of these has no name in it. */
const titlesAlone = new Set(nameTitles);
/** A remark in brackets behind a name: (ตาย), (ไม่มีนามสกุล). */
const bracketed = /\s*[([]([^()[\]]*)[)\]]\s*$/;

/**
 * Title, given name and surname, from their own cells or from one; null where there is no given name. A title that is in no
 * list is kept as it is written and told, unless `titles` says what it is.
 * @param repeated in this file the title stands again before the given name
 */
export function readName(
  cell: (field: ListField) => string,
  titles: Readonly<Record<string, string>>,
  repeated: boolean,
): ReadName | null {
  const [first, last] = [cell("firstName"), cell("lastName")];
  const whole = saysNothingOrZero(first) && saysNothingOrZero(last);
  const text = whole ? cell("fullName") : `${first} ${last}`;
  const remark = bracketed.exec(tidyThai(text))?.[1];
  const parts = whole
    ? splitFullName(tidyThai(text).replace(bracketed, ""))
    : { ...splitGiven(cell("title"), first.replace(bracketed, ""), repeated), lastName: last };
  const titled = readTitleOf(cell("title"), parts, titles);
  if (saysNothingOrZero(titled.firstName) || titlesAlone.has(titled.firstName)) return null;
  const lastName = tidyThai(parts.lastName).replace(bracketed, "");
  const value = {
    title: titled.title,
    firstName: withoutStrayQuote(titled.firstName),
    lastName: saysNothingOrZero(lastName) ? "" : withoutStrayQuote(lastName),
  };
  return { value, repairs: [...titled.repairs, ...remarkOf(text, remark)] };
}

/** One quote alone encloses no nickname: a hand or a program left it behind. */
function withoutStrayQuote(name: string): string {
  return name.split('"').length % 2 === 0 ? tidyThai(name.replaceAll('"', "")) : name;
}

function remarkOf(text: string, remark: string | undefined): Repair[] {
  const told = remark !== undefined && !saysNothing(remark) ? remark : null;
  if (told !== null) return [{ field: "nameRemark", from: tidyThai(text), to: told }];
  // Two lines in one cell: what stands in the second is seldom part of a name.
  return /\S[^\S\r\n]*[\r\n]+\s*\S/.test(text)
    ? [{ field: "nameRemark", from: tidyThai(text), to: tidyThai(text) }]
    : [];
}

type Given = { title: string; firstName: string; unknown?: true };

/** The title as the file has it, as it is usual, or as the officer has said; what is in no list is told. */
function readTitleOf(own: string, given: Given, titles: Readonly<Record<string, string>>) {
  const alone = !saysNothingOrZero(own);
  const written = alone ? usualTitle(own) : given.title;
  const unknown = alone ? titleNamed(own) === undefined : given.unknown === true;
  if (!unknown) return { title: written, firstName: given.firstName, repairs: [] };
  const said = titles[written];
  if (said === undefined)
    return {
      title: written,
      firstName: given.firstName,
      repairs: [{ field: "titleUnknown" as const, from: written, to: given.firstName }],
    };
  // "" says that it is no title: it belongs to the name.
  const firstName = said === "" && !alone ? `${written}${given.firstName}` : given.firstName;
  return { title: said, firstName, repairs: [] };
}

/**
 * A title before the given name is taken off where its own cell has none, or the same one: parted by a space or a dot, or
 * glued where the whole file has it so. นาง + นางนวล is นางนวล.
 */
function splitGiven(own: string, first: string, repeated: boolean): Given {
  const { title, rest, ...more } = splitTitle(first);
  if (saysNothingOrZero(own)) return { title, firstName: rest, ...more };
  const tidy = tidyThai(first);
  const parted = /[\s.]/.test(tidy.slice(0, tidy.length - rest.length));
  const again = title !== "" && title === usualTitle(own) && (parted || repeated);
  return { title: "", firstName: again ? rest : tidy };
}

const usualTitles = new Map<string, string>();

/** A list has a handful of titles and a hundred thousand rows. */
function usualTitle(text: string): string {
  const known = usualTitles.get(text) ?? readTitle(text);
  if (usualTitles.size < 500) usualTitles.set(text, known);
  return known;
}
