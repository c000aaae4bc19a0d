import {
  addMonths,
  daysInMonth,
  type IsoDate,
  type IsoMonth,
  isoDateOf,
  monthOf,
  partsOf,
} from "@/domain/calendar";

/** What a letter of the Ministry says of the day until which it takes a month's reports (วันตัดยอด). */
export type Cutoff = {
  /** 1 to 31; in a shorter month its last day. */
  day: number;
  /** The first month for which it holds. */
  fromMonth: IsoMonth;
  letterNumber: string;
  letterOn: IsoDate;
};

/** The days of a month that a letter can name. */
export const cutoffDays = Array.from({ length: 31 }, (_, index) => String(index + 1));

function dayIn(month: IsoMonth, day: number): IsoDate {
  const { year, month: number } = partsOf(`${month}-01`);
  return isoDateOf(year, number, Math.min(day, daysInMonth(year, number))) ?? `${month}-01`;
}

/**
 * The next cut-off day, today's among them, and the letter that names it; given the newest first. Null where no letter has
 * begun or will: no day is guessed.
 */
export function nextCutoff<Given extends Cutoff>(
  cutoffs: readonly Given[],
  today: IsoDate,
): (Given & { on: IsoDate }) | null {
  const now = monthOf(today);
  const ahead = cutoffs.map(({ fromMonth }) => fromMonth).filter((month) => month > now);
  for (const month of [now, addMonths(now, 1), ...ahead].sort()) {
    const cutoff = cutoffs.find(({ fromMonth }) => fromMonth <= month);
    const on = cutoff && dayIn(month, cutoff.day);
    if (on && on >= today) return { ...cutoff, on };
  }
  return null;
}
