/** What the Ministry's answer says of a person, beside what the run booked; `same` needs nobody. */
export const answerOutcomes = [
  "same",
  "other_amount",
  "not_topped_up",
  "not_answered",
  "not_booked",
] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

/** A row of an answer as far as it was read. Satang as the file has it; null where it has no amount. */
export type AnswerRow = {
  rowNumber: number;
  /** Whose the ID is, as a key; null where there is none. */
  person: string | null;
  satang: bigint | null;
  /** Null where the file has no column of codes: whom it names with an amount was topped up. */
  code: string | null;
};

/** One person of an answer: whether topped up, and the amount with the base allowance, if any is named. */
export type Answered = { rowNumber: number; toppedUp: boolean; satang: bigint | null };

export type ReadAnswer = {
  people: Map<string, Answered>;
  /** Rows without an ID. */
  unknown: number[];
  /** Rows that name somebody once more; where they say something else nobody of them is taken. */
  twice: number[];
  /** Codes that are in no list, with how many rows have each. */
  codes: Map<string, number>;
};

type Known = { toppedUpCodes: readonly string[]; otherCodes: readonly string[] };

/** The people of an answer, each once; no row is kept. A code that the treasury has not recorded is named, never guessed. */
export async function readAnswer(
  rows: AsyncIterable<AnswerRow> | Iterable<AnswerRow>,
  known: Known,
): Promise<ReadAnswer> {
  const read: ReadAnswer = { people: new Map(), unknown: [], twice: [], codes: new Map() };
  const codes = new Set([...known.toppedUpCodes, ...known.otherCodes]);
  const disputed = new Set<string>();
  for await (const row of rows) {
    const { code, person } = row;
    if (code !== null && !codes.has(code)) read.codes.set(code, (read.codes.get(code) ?? 0) + 1);
    if (person === null) read.unknown.push(row.rowNumber);
    else takeRow(read, disputed, person, { ...row, toppedUp: isToppedUp(row, known) });
  }
  for (const person of disputed) read.people.delete(person);
  return read;
}

const isToppedUp = ({ code, satang }: AnswerRow, { toppedUpCodes }: Known) =>
  code === null ? (satang ?? 0n) > 0n : toppedUpCodes.includes(code);

function takeRow(
  { people, twice }: ReadAnswer,
  disputed: Set<string>,
  person: string,
  { rowNumber, toppedUp, satang }: Answered,
) {
  const before = people.get(person);
  if (!before) people.set(person, { rowNumber, toppedUp, satang });
  else {
    twice.push(rowNumber);
    if (before.toppedUp !== toppedUp || before.satang !== satang) disputed.add(person);
  }
}

/** How an answer stands to what is booked, both in satang without the base allowance; null: neither has the person. */
export function comparedWith(
  booked: bigint,
  answered: Omit<Answered, "rowNumber"> | null,
): AnswerOutcome | null {
  if (!answered) return booked === 0n ? null : "not_answered";
  if (!answered.toppedUp) return booked === 0n ? null : "not_topped_up";
  if (booked === 0n) return "not_booked";
  return answered.satang === null || answered.satang === booked ? "same" : "other_amount";
}
