import { aoAgencyOf } from "@/domain/agencies";
import { type Entitlement, entitlementOf } from "@/domain/assessment/entitlement";
import { differenceOf, type EntitlementDecision } from "@/domain/assessment/entitlement-decision";
import { rulesForForms } from "@/domain/assessment/facts";
import { type IsoDate, monthOf } from "@/domain/calendar";
import { isCounted } from "@/domain/registration";
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

/**
 * The stored decision of the yes that counts (where none counts today, the newest), and what today's reckoning says
 * otherwise. Null: no yes has ever counted. `stored` null: a yes counts and its decision is not there yet.
 */
export function decisionShown(
  { firstYesOn, standing }: Pick<HolderView, "firstYesOn" | "standing">,
  { decisions }: Pick<Casework, "decisions">,
  today: Entitlement,
) {
  const counting = isCounted(standing) ? firstYesOn : null;
  const row = counting ? decisions.find(({ yesOn }) => yesOn === counting) : decisions[0];
  if (!row) return counting ? { stored: null } : null;
  const stored = { ...decisionOf(row), yesOn: row.yesOn, decidedOn: row.decidedOn };
  return { stored, difference: differenceOf(stored, today, standing) };
}
export type DecisionShown = ReturnType<typeof decisionShown>;

function decisionOf(row: Casework["decisions"][number]): EntitlementDecision {
  const { rulesVersion, firstMonth, lastMonth, ...rest } = row;
  return {
    ...rest,
    rules: rulesVersion,
    firstMonth: firstMonth && monthOf(firstMonth),
    lastMonth: lastMonth && monthOf(lastMonth),
  };
}
