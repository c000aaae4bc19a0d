import type { IsoDate } from "@/domain/calendar";
import type { CorrectionField, CorrectionValue } from "@/domain/correction";
import { type Incomes, incomeCountsFromDay } from "@/domain/income-in-force";
import type { Prisma } from "@/server/generated/prisma/client";

/** What `incomesOf` reads of a holder. */
export const incomeColumns = {
  income2559Satang: true,
  registration: { select: { incomeSatang: true } },
  incomes: {
    select: { income2559Satang: true, countsFrom: true, batch: { select: { number: true } } },
  },
  corrections: {
    where: { field: "income_2559", status: { in: ["approved", "closed"] } },
    select: {
      field: true,
      status: true,
      newValue: true,
      countsFrom: true,
      recordedAt: true,
      closedBatch: { select: { programmeOn: true } },
    },
  },
} satisfies Prisma.HolderSelect;

type StoredIncomes = {
  income2559Satang: number;
  registration: { incomeSatang: number | null } | null;
  incomes: readonly {
    income2559Satang: number;
    countsFrom: IsoDate | null;
    batch: { number: number };
  }[];
  corrections: readonly {
    field: CorrectionField;
    status: string;
    newValue: CorrectionValue;
    countsFrom: IsoDate | null;
    recordedAt: Date;
    closedBatch: { programmeOn: IsoDate } | null;
  }[];
};

/**
 * Every income that decided or will decide: the Ministry's and the approved corrections. What was stated at a registration
 * stands until a list brings one from the beginning; who is on no list yet has that one only.
 */
export function incomesOf(holder: StoredIncomes): Incomes {
  const listed = holder.incomes.map(({ income2559Satang, countsFrom, batch }) => ({
    satang: income2559Satang,
    countsFrom,
    batch: batch.number,
  }));
  const satang =
    holder.registration?.incomeSatang ?? (listed.length === 0 ? holder.income2559Satang : null);
  const stands = satang !== null && listed.every(({ countsFrom }) => countsFrom !== null);
  const ministry = stands
    ? [{ satang, countsFrom: null, batch: "stated" as const }, ...listed]
    : listed;
  const approved = holder.corrections
    .filter(
      ({ field, status }) =>
        field === "income_2559" && (status === "approved" || status === "closed"),
    )
    // Of two from the same day the later request decides.
    .toSorted((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime());
  const corrected = approved.flatMap(({ newValue, countsFrom, closedBatch }) => {
    const { satang } = newValue;
    if (satang === undefined || !countsFrom) return [];
    const endsOn = closedBatch && incomeCountsFromDay(closedBatch.programmeOn);
    return [{ satang, countsFrom, endsOn }];
  });
  return { ministry, corrected };
}
