import type { AoAgency } from "@/domain/agencies";
import { counts, factsOf } from "@/domain/assessment/facts";
import { decide } from "@/domain/rules/decide";
import { rules2018 } from "@/domain/rules/rules-2018";
import { topUpOverMonths } from "@/domain/rules/top-up";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** What the rules say of this holder today, from the stored forms, and the months each income pays. */
export function reckon(holder: HolderView, { intents, assessments, incomes }: Casework) {
  const stored = {
    holder: { income2559Satang: holder.income2559Satang, birthDate: holder.birthDate },
    intents: intents.map((intent) => ({ ...intent, intentOn: iso(intent.intentOn) })),
    assessments: assessments.map((assessment) => ({
      ...assessment,
      interviewedOn: iso(assessment.interviewedOn),
    })),
    aoAgency: (holder.accountOfficer?.agency ?? null) as AoAgency | null,
  };
  const facts = factsOf(rules2018, stored);
  const inOrder = [...incomes].sort(
    (a, b) => (a.countsFrom?.getTime() ?? 0) - (b.countsFrom?.getTime() ?? 0),
  );
  return {
    facts,
    decision: decide(rules2018, facts),
    incomes: inOrder,
    topUp: topUpOverMonths(
      rules2018,
      facts,
      inOrder.map(({ income2559Satang, countsFrom }) => ({
        incomeSatang: income2559Satang,
        from: countsFrom ? iso(countsFrom).slice(0, 7) : null,
      })),
    ),
    somethingPending: [...intents, ...assessments].some((form) => form.confirmation === "pending"),
    latestAssessment: assessments.find(counts) ?? null,
  };
}
export type Reckoning = ReturnType<typeof reckon>;
