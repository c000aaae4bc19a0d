import { aoAgencyOf } from "@/domain/agencies";
import { type DecidingIncome, entitlementOf } from "@/domain/assessment/entitlement";
import { rules2018 } from "@/domain/rules/rules-2018";
import { storedForms } from "@/server/assessments/stored";
import type { Casework } from "./casework";
import type { HolderView } from "./queries";

/** What the rules say of this holder today, from the stored forms. */
export function entitlementToday(holder: HolderView, casework: Casework) {
  const aoAgency = aoAgencyOf(holder.accountOfficer?.agency ?? null);
  const forms = storedForms({ ...holder, ...casework }, aoAgency);
  return entitlementOf(rules2018, forms, incomesOf(casework));
}

/** Every income that has decided or will: the Ministry's and the approved corrections. */
function incomesOf({ incomes, corrections }: Casework): DecidingIncome[] {
  const ministry = incomes.map(({ income2559Satang, countsFrom, batch }) => ({
    satang: income2559Satang,
    countsFrom,
    batch: batch.number,
  }));
  const corrected = corrections.flatMap(({ field, status, newValue, countsFrom }) =>
    field === "income_2559" &&
    newValue.satang !== undefined &&
    countsFrom &&
    (status === "approved" || status === "closed")
      ? [{ satang: newValue.satang, countsFrom, batch: null }]
      : [],
  );
  return [...ministry, ...corrected];
}
