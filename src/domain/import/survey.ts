import type { ImportAnswers } from "@/domain/import/answers";
import { type DateColumn, isSerial, orderOf } from "@/domain/import/birth-date";
import type { ColumnChoice } from "@/domain/import/columns";
import { saysNothing } from "@/domain/import/nothing";
import { readTitle, splitTitle } from "@/domain/names";

/** What the rows of a file show together, before any of them is judged. */
export type Survey = {
  /** Birth dates that can only have the day, or only the month, first; that could have either; day numbers; all. */
  dates: { day_first: number; month_first: number; either: number; serial: number; all: number };
  /** Rows with a title of their own, and those of them whose given name begins with it again. */
  titles: { all: number; repeated: number };
};

export function emptySurvey(): Survey {
  return {
    dates: { day_first: 0, month_first: 0, either: 0, serial: 0, all: 0 },
    titles: { all: 0, repeated: 0 },
  };
}

/** Counts one row into the survey. */
export function surveyRow(
  survey: Survey,
  cells: readonly string[],
  { birthDate, title, firstName }: ColumnChoice,
): void {
  const written = cells[birthDate ?? -1] ?? "";
  if (!saysNothing(written)) {
    survey.dates.all += 1;
    if (isSerial(written)) survey.dates.serial += 1;
    const order = orderOf(written);
    if (order) survey.dates[order] += 1;
  }
  const own = cells[title ?? -1] ?? "";
  if (saysNothing(own)) return;
  survey.titles.all += 1;
  if (splitTitle(cells[firstName ?? -1] ?? "").title === readTitle(own))
    survey.titles.repeated += 1;
}

/** What holds for whole columns of a file. */
export type Judgement = { dates: DateColumn; titlesRepeated: boolean };
export const usualJudgement: Judgement = {
  dates: { order: "day_first", serials: false },
  titlesRepeated: false,
};

/** A slip of the pen is rarer than this share of the dates that are surely written the other way. */
const slips = 1 / 10;

/**
 * One judgement for each column. Dates are read day first, unless some can only be month first: then nobody knows what the
 * others are, until an officer says it.
 */
export function judge({ dates, titles }: Survey, { dateOrder }: ImportAnswers): Judgement {
  const doubtful = dates.month_first > dates.day_first * slips;
  return {
    dates: {
      order: dateOrder ?? (doubtful ? null : "day_first"),
      serials: dates.serial * 2 >= dates.all && dates.serial > 0,
    },
    titlesRepeated: titles.repeated * 2 > titles.all,
  };
}
