import type { Client } from "pg";
import { entitlementOf } from "@/domain/assessment/entitlement";
import { rulesForForms } from "@/domain/assessment/facts";
import { addMonths, type IsoDate } from "@/domain/calendar";
import type { Actor } from "@/domain/policy";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";
import { storedForms } from "@/server/assessments/stored";
import { incomeColumns, incomesOf } from "@/server/holders/incomes";
import { withJobClient } from "@/server/imports/job-connection";
import { isoDays } from "@/server/iso-days";
import { countMoney } from "@/server/money/totals";
import { scoped } from "@/server/scope";

/** The totals of the command, and the same sums from case files, in one shape. */
export const totalsOn = (asOf: IsoDate, districtCode: string | null = null) =>
  withJobClient((client) => countMoney(client, { asOf, area: districtCode }));

/** What is due to everybody, case file by case file, from the database as it stands on this day: baht and months of each amount. */
export async function dueByCaseFiles(
  day: IsoDate,
  by: Actor,
  districtCode?: string,
  sets: RuleSets = ruleSetsOfCode,
) {
  const weight = { answer: true, confirmation: true, afterDeath: true } as const;
  const holders = await scoped(by, ({ tx }) =>
    tx.holder.findMany({
      where: districtCode ? { districtCode } : {},
      select: {
        id: true,
        ...incomeColumns,
        standing: true,
        birthDate: true,
        intents: { select: { ...weight, intentOn: true } },
        assessments: { select: { ...weight, interviewedOn: true, targetGroup: true } },
        departures: { select: { kind: true, confirmation: true, departedOn: true, source: true } },
      },
    }),
  );
  return holders.map((holder) => {
    const read = isoDays(holder);
    const forms = storedForms({ ...read, incomes: incomesOf(read) }, null);
    const { topUp } = entitlementOf(rulesForForms(sets, forms, day), forms, day);
    const paid = topUp.parts.flatMap((part) => part.paid ?? []);
    return { id: holder.id, paid, total: topUp.total, ends: forms.holder.ends };
  });
}

/** The same sums case file by case file, from the database as it stands on this day. */
export async function byCaseFiles(...of: Parameters<typeof dueByCaseFiles>) {
  const persons: Record<number, number> = { 100: 0, 200: 0 };
  const months: Record<string, Record<number, number>> = {};
  let total = 0;
  for (const { paid, total: sum } of await dueByCaseFiles(...of)) {
    for (const { monthly, from, until } of paid)
      for (let month = from; month <= until; month = addMonths(month, 1)) {
        months[month] ??= { 100: 0, 200: 0 };
        (months[month] as Record<number, number>)[monthly] = (months[month]?.[monthly] ?? 0) + 1;
      }
    const last = paid.at(-1);
    if (last) persons[last.monthly] = (persons[last.monthly] ?? 0) + 1;
    total += sum;
  }
  return { persons, months, total };
}

/** The same sums from what is kept as due now, and from its counters. */
export async function byEntitlements(client: Client, table: "entitlement" | "entitlement_tally") {
  const { rows } = await client.query<{
    from: string;
    until: string;
    baht: number;
    last: boolean;
    people: number;
  }>(
    `SELECT to_char(first_month, 'YYYY-MM') AS from, to_char(last_month, 'YYYY-MM') AS until, (satang_a_month / 100)::int AS baht, last,
       ${table === "entitlement" ? "1" : "people"} AS people FROM ${table}`,
  );
  const persons: Record<number, number> = { 100: 0, 200: 0 };
  const months: Record<string, Record<number, number>> = {};
  let total = 0;
  for (const { from, until, baht, last, people } of rows) {
    if (last) persons[baht] = (persons[baht] ?? 0) + people;
    for (let month = from; month <= until; month = addMonths(month, 1)) {
      const due = months[month] ?? { 100: 0, 200: 0 };
      months[month] = { ...due, [baht]: (due[baht] ?? 0) + people };
      total += baht * people;
    }
  }
  return { persons, months, total };
}

/** Totals as plain numbers, without the months in which nobody is due anything. */
export function plain({ persons, months, total }: Awaited<ReturnType<typeof totalsOn>>) {
  const numbers = (rates: ReadonlyMap<number, bigint>) =>
    Object.fromEntries([...rates].map(([rate, people]) => [rate, Number(people)]));
  const due = [...months].filter(([, { baht }]) => baht > 0n);
  return {
    persons: numbers(persons),
    months: Object.fromEntries(due.map(([month, { people }]) => [month, numbers(people)])),
    total: Number(total),
  };
}
