import { aoAgencyOf } from "@/domain/agencies";
import { entitlementOf } from "@/domain/assessment/entitlement";
import { rulesForForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import { type Incomes, incomeCountsFromDay } from "@/domain/income-in-force";
import type { RuleSets } from "@/domain/rules/sets";
import { storedForms } from "@/server/assessments/stored";
import type { Casework } from "./casework";
import type { HolderView } from "./queries";

/** What the rules decide for this holder today, from the stored forms. */
export function entitlementOn(
  today: IsoDate,
  ruleSets: RuleSets,
  holder: HolderView,
  casework: Casework,
) {
  const aoAgency = aoAgencyOf(holder.accountOfficer?.agency ?? null);
  const forms = storedForms({ ...holder, ...casework }, aoAgency);
  const incomes = incomesOf(casework, holder.registration?.incomeSatang ?? null);
  return entitlementOf(rulesForForms(ruleSets, forms, today), forms, incomes);
}

/**
 * Every income that decided or will decide: the Ministry's and the approved corrections. What was stated at a registration
 * stands until a list brings one from the beginning.
 */
function incomesOf({ incomes, corrections }: Casework, statedSatang: number | null): Incomes {
  const listed = incomes.map(({ income2559Satang, countsFrom, batch }) => ({
    satang: income2559Satang,
    countsFrom,
    batch: batch.number,
  }));
  const stands = statedSatang !== null && listed.every(({ countsFrom }) => countsFrom !== null);
  const ministry = stands
    ? [{ satang: statedSatang, countsFrom: null, batch: "stated" as const }, ...listed]
    : listed;
  const approved = corrections.filter(
    ({ field, status }) =>
      field === "income_2559" && (status === "approved" || status === "closed"),
  );
  const corrected = approved.flatMap(({ newValue, countsFrom, closedBatch }) => {
    const { satang } = newValue;
    if (satang === undefined || !countsFrom) return [];
    const endsOn = closedBatch && incomeCountsFromDay(closedBatch.programmeOn);
    return [{ satang, countsFrom, endsOn }];
  });
  // The file lists the newest request first; of two from the same day the later request decides.
  return { ministry, corrected: corrected.reverse() };
}
