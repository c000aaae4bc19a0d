import { z } from "zod";
import { beyond } from "@/domain/fault";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** What a code of the Ministry's return file means for a line, and how it says it. */
export type ReturnCode = { code: string; means: "accepted" | "bounced"; words: string };

/** A code as it is compared: digits and letters however they were typed. */
export const returnCode = (text: string) => toArabicDigits(tidyThai(text)).toUpperCase();

/** Codes as the treasury types them, one a line: the code, a space, its words. */
const codeLines = z
  .string()
  .nullish()
  .transform((text) => text ?? "")
  .pipe(z.string().max(4000, beyond("tooLong", 4000)))
  .transform((text) => text.split("\n").map(tidyThai).filter(Boolean))
  .refine((lines) => lines.every((line) => /^\S+ \S/.test(line)), "codeLine")
  .transform((lines) =>
    lines.map((line) => {
      const [code = "", ...words] = line.split(" ");
      return { code: returnCode(code), words: words.join(" ") };
    }),
  );
export const acceptedCodes = codeLines.refine((codes) => codes.length > 0, "missing");
export const bouncedCodes = codeLines;

/** A row of a return file as far as it was read: what names its line, and the code. */
export type ReturnRow = {
  rowNumber: number;
  /** Whose the ID is, as a key that `SentLine` has too; null where there is none. */
  person: string | null;
  /** Null where the row has none, undefined where the file has no such column. */
  position: number | null | undefined;
  code: string;
};
/** A line of the file that was sent. */
export type SentLine = { entryId: string; position: number; person: string };

export type MatchedReturn = {
  answers: { entryId: string; code: string }[];
  /** Rows that name no line of the file. */
  unknown: number[];
  /** Rows whose line another row names too: with the same code once more, or with another, and then none is taken. */
  twice: number[];
  /** Rows of somebody with several lines: which of them is meant is not guessed. */
  unclear: number[];
};

/**
 * The lines that a return file answers. A position names one line, and an ID beside it must be of that line's person. In a file
 * without positions an ID names the person's one line, or all of them where each has its row and all say the same.
 */
export function matchReturn(rows: readonly ReturnRow[], lines: readonly SentLine[]): MatchedReturn {
  const byPosition = new Map(lines.map((line) => [line.position, line]));
  const byPerson = grouped(lines, ({ person }) => person);
  const named = grouped(rows, ({ person, position }) => {
    if (position === undefined) return ids(byPerson.get(person ?? "") ?? []);
    const line = byPosition.get(position ?? 0);
    return line && (person ?? line.person) === line.person ? ids([line]) : "";
  });
  const found: MatchedReturn = { answers: [], unknown: [], twice: [], unclear: [] };
  for (const [key, same] of named) takeRows(found, key.split(" ").filter(Boolean), same);
  return found;
}

const ids = (lines: readonly SentLine[]) => lines.map(({ entryId }) => entryId).join(" ");

/** Rows that name the same entries: what they answer, or why they are left. */
function takeRows(found: MatchedReturn, entryIds: string[], rows: readonly ReturnRow[]) {
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  const [code = "", ...others] = new Set(rows.map((row) => row.code));
  const agreed = others.length === 0;
  if (entryIds.length === 0) found.unknown.push(...numbers);
  else if (entryIds.length > 1 && !(agreed && rows.length === entryIds.length))
    found.unclear.push(...numbers);
  else if (!agreed) found.twice.push(...numbers);
  else {
    found.answers.push(...entryIds.map((entryId) => ({ entryId, code })));
    found.twice.push(...numbers.slice(entryIds.length));
  }
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Codes of rows that are in no list, with how many rows have each: they are told, never guessed. */
export function unknownCodes(answers: MatchedReturn["answers"], known: readonly ReturnCode[]) {
  const counts = new Map<string, number>();
  for (const { code } of answers)
    if (!known.some((each) => each.code === code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, rows]) => ({ code, rows }));
}
