import type { AoAgency } from "@/domain/agencies";
import { counts, factsOf } from "@/domain/assessment/facts";
import { decide } from "@/domain/rules/decide";
import { rules2018 } from "@/domain/rules/rules-2018";
import { topUpOverMonths } from "@/domain/rules/top-up";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** What the rules say of this holder today, from the stored forms, and the months each income pays. */
export function reckon(holder: HolderView, { intents, assessments, ...casework }: Casework) {
  const stored = {
    holder: {
      income2559Satang: holder.correctedIncomeSatang ?? holder.income2559Satang,
      birthDate: holder.birthDate,
    },
    intents: intents.map((intent) => ({ ...intent, intentOn: iso(intent.intentOn) })),
    assessments: assessments.map((assessment) => ({
      ...assessment,
      interviewedOn: iso(assessment.interviewedOn),
    })),
    aoAgency: (holder.accountOfficer?.agency ?? null) as AoAgency | null,
  };
  const facts = factsOf(rules2018, stored);
  const inOrder = incomesOf(casework);
  return {
    facts,
    decision: decide(rules2018, facts),
    incomes: inOrder,
    topUp: topUpOverMonths(
      rules2018,
      facts,
      inOrder.map(({ satang, countsFrom }) => ({
        incomeSatang: satang,
        from: countsFrom?.slice(0, 7) ?? null,
      })),
    ),
    somethingPending: [...intents, ...assessments].some((form) => form.confirmation === "pending"),
    latestAssessment: assessments.find(counts) ?? null,
  };
}
export type Reckoning = ReturnType<typeof reckon>;

/** Every income that has decided or will: the Ministry's and the approved corrections, the earliest first. */
function incomesOf({ incomes, corrections }: Pick<Casework, "incomes" | "corrections">) {
  const ministry = incomes.map(({ income2559Satang, countsFrom, batch }) => ({
    satang: income2559Satang,
    countsFrom: countsFrom && iso(countsFrom),
    batch: batch.number as number | null,
  }));
  const corrected = corrections.flatMap(({ field, status, newValue, countsFrom }) =>
    field === "income_2559" && countsFrom && (status === "approved" || status === "closed")
      ? [
          {
            satang: (newValue as { satang: number }).satang,
            countsFrom: iso(countsFrom),
            batch: null,
          },
        ]
      : [],
  );
  return [...ministry, ...corrected].sort((a, b) =>
    (a.countsFrom ?? "") < (b.countsFrom ?? "") ? -1 : 1,
  );
}
