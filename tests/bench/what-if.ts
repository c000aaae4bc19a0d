import { Client } from "pg";
import type { IncomeBand, RuleSet } from "@/domain/rules/rule-set";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import type { WhatIf } from "@/domain/what-if";
import { askOn, type JobClient } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import { compareDraft } from "@/server/what-if/compare";
import { keepWhatIf } from "@/server/what-if/result";
import { type Took, took } from "./timing";
import { whatIfRowByRow } from "./what-if-rows";

/** A count and a sum of everybody by district: what an answer about everybody costs at the least. The middle one of three. */
export async function bareAggregate(adminUrl: string): Promise<Took | undefined> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const times: Took[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      times.push(
        await took(() =>
          admin.query(
            "SELECT district_code, income_band, count(*), sum(income_2559_satang) FROM holder GROUP BY 1, 2",
          ),
        ),
      );
    return times.sort((one, next) => one.seconds - next.seconds)[1];
  } finally {
    await admin.end();
  }
}

/** More for one band, less for the other, another limit of age, a month later from the twentieth on. */
function draftOf(inForce: RuleSet): RuleSet {
  const { mustReach, topUp } = inForce;
  const [low, ...others] = inForce.incomeBands;
  const paying = (band: IncomeBand, baht: number): IncomeBand => ({
    ...band,
    monthlyTopUp: { ...band.monthlyTopUp, value: baht },
  });
  return {
    ...inForce,
    incomeBands: [paying(low, 300), ...others.map((band) => paying(band, 50))],
    mustReach: { ...mustReach, ageUpTo: { ...mustReach.ageUpTo, value: 65 } },
    topUp: { ...topUp, cutOffDay: { ...topUp.cutOffDay, value: 20 } },
  };
}

/**
 * What the set in force itself and what a draft would change, over everybody and over the largest district; then the same draft
 * person by person, which must be the same answer. Throws where it is not.
 */
export async function measureWhatIf(client: JobClient, progress: (text: string) => void) {
  const sets = await loadRuleSets(askOn(client));
  const { asOf, district } = await dayAndDistrict(client);
  const inForce = rulesOn(sets, asOf);
  const draft = draftOf(inForce);
  const compared = async (of: RuleSet, area: string | null) => {
    const found: WhatIf[] = [];
    const comparing = await took(async () => {
      found.push(await compareDraft(client, sets, of, { asOf, area }));
    });
    return { took: comparing, found };
  };
  const same = await compared(inForce, null);
  const changed = await compared(draft, null);
  const here = await compared(draft, district);
  progress("compared");
  const [everybody] = changed.found;
  if (!everybody) throw new Error("Nothing was compared");
  return {
    everybody: changed.took,
    district: here.took,
    identity: numbers(same.found),
    draft: numbers(changed.found),
    here: numbers(here.found),
    rows: await checked(client, sets, draft, everybody, progress),
  };
}

const numbers = (found: readonly WhatIf[]) =>
  found[0] &&
  Object.fromEntries(Object.entries(found[0].all).map(([name, sum]) => [name, Number(sum)]));

async function dayAndDistrict(client: JobClient) {
  await client.query("BEGIN; SET LOCAL ROLE r_job");
  const { rows } = await client.query<{ asOf: string; district: string }>(
    `SELECT app.programme_today()::text AS "asOf",
       (SELECT district_code FROM holder GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS district`,
  );
  await client.query("COMMIT");
  return rows[0] ?? { asOf: "", district: "" };
}

async function checked(
  client: JobClient,
  sets: RuleSets,
  draft: RuleSet,
  counted: WhatIf,
  progress: (text: string) => void,
) {
  const alone: WhatIf[] = [];
  const deciding = await took(async () => {
    alone.push(await whatIfRowByRow(client, sets, draft, counted.asOf, progress));
  });
  const [rows] = alone;
  if (
    !rows ||
    JSON.stringify(keepWhatIf(rows, false, new Map())) !==
      JSON.stringify(keepWhatIf(counted, false, new Map()))
  )
    throw new Error("Person by person a draft changes something else than what was counted");
  return { people: Number(rows.all.people), took: deciding };
}
