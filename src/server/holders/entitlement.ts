import { aoAgencyOf } from "@/domain/agencies";
import { type Entitlement, entitlementOf } from "@/domain/assessment/entitlement";
import { differenceOf } from "@/domain/assessment/entitlement-decision";
import { rulesForForms, type StoredForms } from "@/domain/assessment/facts";
import { type IsoDate, monthOf } from "@/domain/calendar";
import { isCounted } from "@/domain/registration";
import { decidesAgain, type RuleSets, rulesOfVersion } from "@/domain/rules/sets";
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
  return entitlementOf(rulesJudging(ruleSets, forms, today, casework), forms, today);
}

/** Who was decided again by a later version is judged by it from then on. */
function rulesJudging(
  ruleSets: RuleSets,
  forms: StoredForms,
  today: IsoDate,
  { decisions: [newest] }: Pick<Casework, "decisions">,
) {
  const rules = rulesForForms(ruleSets, forms, today);
  if (!newest?.yesOn) return rules;
  const decided = rulesOfVersion(ruleSets, newest.rulesVersion);
  return decidesAgain(decided, rules, newest.yesOn) ? decided : rules;
}

/**
 * The stored decisions, the newest first, and what today's reckoning says otherwise than that one. Null: no yes has ever counted.
 * `newest` null: a yes counts and its decision is not there yet.
 */
export function decisionsShown(
  { firstYesOn, standing }: Pick<HolderView, "firstYesOn" | "standing">,
  { decisions }: Pick<Casework, "decisions">,
  today: Entitlement,
) {
  const counting = isCounted(standing) ? firstYesOn : null;
  const [newest, ...earlier] = decisions.map(decisionOf);
  if (!newest || newest.yesOn !== counting) return counting ? { newest: null } : null;
  return { newest, earlier, difference: differenceOf(newest, today, standing) };
}
export type DecisionsShown = ReturnType<typeof decisionsShown>;
export type DecisionShown = ReturnType<typeof decisionOf>;

function decisionOf({
  rulesVersion,
  firstMonth,
  lastMonth,
  ...row
}: Casework["decisions"][number]) {
  return {
    ...row,
    rules: rulesVersion,
    firstMonth: firstMonth && monthOf(firstMonth),
    lastMonth: lastMonth && monthOf(lastMonth),
  };
}
