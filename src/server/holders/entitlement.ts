import { aoAgencyOf } from "@/domain/agencies";
import { entitlementOf } from "@/domain/assessment/entitlement";
import { rulesForForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import type { RuleSets } from "@/domain/rules/sets";
import { storedForms } from "@/server/assessments/stored";
import type { Casework } from "./casework";
import { incomesOf } from "./incomes";
import type { HolderView } from "./queries";

/** What the rules decide for this holder today, from the stored forms. */
export function entitlementOn(
  today: IsoDate,
  ruleSets: RuleSets,
  holder: HolderView,
  casework: Casework,
) {
  const aoAgency = aoAgencyOf(holder.accountOfficer?.agency ?? null);
  const incomes = incomesOf({ ...holder, ...casework });
  const forms = storedForms({ ...holder, ...casework, incomes }, aoAgency);
  return entitlementOf(rulesForForms(ruleSets, forms, today), forms, today);
}
