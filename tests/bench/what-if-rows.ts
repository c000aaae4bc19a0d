import { randomUUID } from "node:crypto";
import { rulesForForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import { type PlanningGroup, planningGroups } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";
import { addChanges, type Changes, noChanges, rulesAnswer, type WhatIf } from "@/domain/what-if";
import { formsNow } from "@/server/entitlements/decide";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";

type Person = { id: string; district: string; group: string; birthDate: IsoDate | null };

const aPage = 5000;
const pageSql = `
  SELECT id::text, district_code AS district, occupation_group AS "group", coalesce(corrected_birth_date, birth_date)::text AS "birthDate"
  FROM holder h WHERE h.id > $1::uuid AND counted ORDER BY h.id LIMIT ${aPage}`;

/** The same answer as a what-if's, from everybody's own forms, incomes and birth: each decided twice, and added up one by one. */
export async function whatIfRowByRow(
  client: JobClient,
  sets: RuleSets,
  draft: RuleSet,
  asOf: IsoDate,
  progress: (text: string) => void,
): Promise<WhatIf> {
  const all = noChanges();
  const by = { district: sums(), band: sums(), age: sums(), group: sums() };
  for await (const { people, forms } of pages(client, progress))
    for (const { id, district, group: named, birthDate } of people) {
      const stored = forms.get(id);
      if (!stored) throw new Error(`${id} has no forms`);
      const person = { ...stored, holder: { ...stored.holder, birthDate } };
      const group = groupNamed(named);
      const now = rulesAnswer(rulesForForms(sets, person, asOf), person, { group, asOf, once: 0 });
      const then = rulesAnswer(draft, person, { group, asOf, once: 0 });
      const changes: Changes = {
        people: 1n,
        gain: one(then.baht > now.baht),
        lose: one(then.baht < now.baht),
        bahtAMonth: BigInt(then.bahtAMonth - now.bahtAMonth),
        baht: BigInt(then.baht - now.baht),
        visitMore: one(then.visit && !now.visit),
        visitLess: one(now.visit && !then.visit),
        menu: one(then.menu !== now.menu),
      };
      addChanges(all, changes);
      addTo(by.district, district, changes);
      addTo(by.band, now.band, changes);
      addTo(by.age, now.age, changes);
      addTo(by.group, group, changes);
    }
  return { asOf, draft: draft.version, all, by, changed: [], once: [] };
}

async function* pages(client: JobClient, progress: (text: string) => void) {
  const actor = { jobId: randomUUID(), officerId: "" };
  let last = "00000000-0000-0000-0000-000000000000";
  for (let done = 0; ; ) {
    const page = await asJob(client, actor, async () => {
      const { rows } = await client.query<Person>(pageSql, [last]);
      const ids = rows.map(({ id }) => id);
      return { people: rows, forms: await formsNow(askOn(client), "r_job", ids) };
    });
    const end = page.people.at(-1);
    if (!end) return;
    yield page;
    last = end.id;
    done += page.people.length;
    progress(`${done} decided one by one`);
  }
}

const sums = () => new Map<string, Changes>();
const one = (met: boolean) => (met ? 1n : 0n);
const groupNamed = (name: string): PlanningGroup =>
  planningGroups.find((group) => group === name) ?? "unknown";

function addTo(of: Map<string, Changes>, key: string, changes: Changes) {
  const sums = of.get(key) ?? noChanges();
  addChanges(sums, changes);
  of.set(key, sums);
}
