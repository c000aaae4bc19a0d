import {
  type HolderRow,
  holderRow,
  insert,
  officer,
  officerRow,
  onDatabase,
} from "@tests/security/world";
import { absenceRow, assessmentRow, departureRow, visitRow } from "@tests/security/world-casework";
import { contactRow } from "@tests/security/world-followups";
import { referralRow } from "@tests/security/world-referrals";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { type FigureArea, figureArea } from "@/domain/figures/area";
import {
  atOrBeyond,
  type FunnelCohort,
  type FunnelPart,
  type FunnelStage,
  type FunnelStep,
  funnelCohorts,
  funnelSteps,
  type LeftBy,
  leftBys,
  partsOfFunnel,
} from "@/domain/figures/funnel";
import { sentStates, takeUpParts } from "@/domain/figures/take-up";
import { type HolderFilter, holderQuery, readHolderFilter } from "@/domain/holder-filter";
import {
  type ReferralFilter,
  readReferralFilter,
  referralsHref,
  sentAges,
} from "@/domain/referral-filter";
import { countHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { type Funnel, getFunnel } from "@/server/figures/funnel";
import { getTakeUp } from "@/server/figures/take-up";
import { listReferrals } from "@/server/referrals/queries";
import { disconnect, type Scoped, scoped } from "@/server/scope";
import { batch, colleague, interviewer, saveOfficers } from "./coverage-care";
import { asSuperuser } from "./demo-world";
import { setToday } from "./desk-world";

/**
 * Every mark of the funnel and of the take-up is the number of the list that it opens, and both are what plain SQL counts from the papers: all marks that
 * are not zero, for every head, of every area in reach, of every cohort, told apart in every way.
 */
const heads = {
  chief: officer("district_chief", "5401"),
  secretary: officer("district_secretary", "5402"),
  governor: officer("governor", "54"),
  treasury: officer("provincial_officer", "54"),
};
const asked = {
  chief: ["5401"],
  secretary: ["5402"],
  governor: ["", "5402"],
  treasury: ["", "5401"],
};

beforeAll(async () => {
  await saveOfficers();
  await setToday("2018-03-12");
  await onDatabase(async (client) => {
    for (const head of Object.values(heads)) await insert(client, "officer", officerRow(head));
    for (let nth = 0; nth < 120; nth += 1) await goesOn(client, nth);
  });
});
afterAll(disconnect);

const titles = ["นาง", "นาย", "นางสาว", "พระ", "ว่าที่ ร.ต.หญิง"];
const answers = [
  ["sent", "send"],
  ["accepted", "accept"],
  ["in_progress", "begin"],
  ["completed", "complete"],
] as const;

/** One more person, who goes as many steps as the number says, and whom something stops now and then. */
async function goesOn(client: pg.Client, nth: number) {
  const district = nth % 4 === 0 ? "5402" : "5401";
  const row = holderRow(district, batch, {
    title: titles[nth % titles.length],
    subdistrict_code: district === "5401" && nth % 2 ? "540103" : `${district}01`,
    birth_date: nth % 7 === 0 ? "1940-05-01" : "1980-05-01",
    ministry_occupation: nth % 2 ? "ทำนา" : "ค้าขาย",
    income_2559_satang: nth % 5 === 0 ? 5_000_000 : 2_000_000,
  });
  await insert(client, "holder", row);
  const holder = { id: row.id, provinceCode: "54", districtCode: district } as HolderRow;
  const steps = nth % 9;
  if (nth % 7 === 1) await insert(client, "absence", absenceRow(holder, interviewer.id));
  if (nth % 11 === 2)
    await insert(client, "departure", {
      ...departureRow(holder, interviewer.id, { kind: "moved_away" }),
      ...{ confirmation: "confirmed", confirmed_by_id: colleague.id, confirmed_on: "2018-03-14" },
    });
  if (steps >= 1)
    await insert(client, "visit", visitRow(holder, interviewer.id, { outcome: "met" }));
  if (steps < 2) return;
  const no = steps === 2 ? { answer: "no", reason: "ไม่มีเวลา" } : {};
  const interview = assessmentRow(holder, interviewer.id, no);
  await insert(client, "assessment", interview);
  if (steps < 4) return;
  const chosen = { assessment_id: interview.id, holder_id: holder.id, province_code: "54" };
  const project = { ...chosen, project: "BAAC-01", dimension: 2, priority: 1 };
  await insert(client, "chosen_project", project);
  const draft = referralRow(holder, interview.id, interviewer.id);
  await insert(client, "referral", draft);
  for (const [at, [state, step]] of answers.slice(0, steps - 4).entries())
    await client.query(
      `UPDATE referral SET state = $2, step = $3, changed_on = $4, sent_on = '2018-03-01', holder_name = 'ก',
         result = CASE $2 WHEN 'completed' THEN 'partly' END, next_on = CASE WHEN $2 <> 'completed' THEN $4::date + 7 END
       WHERE id = $1`,
      [draft.id, state, step, addDays("2018-03-01", at * 3)],
    );
  if (nth % 2)
    await insert(client, "contact", contactRow(interview, interviewer.id, { income_baht: 3000 }));
}

type Mark = { shown: number; filter: HolderFilter; sql: string };

/** What of the papers tells that somebody has come to a step. */
const told: Record<FunnelStep, string> = {
  listed: "true",
  met: `EXISTS (SELECT FROM intent x WHERE x.holder_id = h.id AND counts) OR EXISTS (SELECT FROM visit x WHERE x.holder_id = h.id AND outcome = 'met')
    OR EXISTS (SELECT FROM interview_refusal x WHERE x.holder_id = h.id AND confirmation = 'confirmed')`,
  interviewed: "interviewed_on IS NOT NULL",
  willing:
    "EXISTS (SELECT FROM assessment x WHERE x.holder_id = h.id AND counts AND answer = 'yes')",
  planned: `EXISTS (SELECT FROM assessment x JOIN chosen_project c ON c.assessment_id = x.id
    WHERE x.holder_id = h.id AND counts AND answer = 'yes')`,
  referred: "EXISTS (SELECT FROM referral x WHERE x.holder_id = h.id AND sent_on IS NOT NULL)",
  accepted: `EXISTS (SELECT FROM referral_event x WHERE x.holder_id = h.id AND state = 'accepted')`,
  started: `EXISTS (SELECT FROM referral_event x WHERE x.holder_id = h.id AND state = 'in_progress')`,
  completed: `EXISTS (SELECT FROM referral_event x WHERE x.holder_id = h.id AND state = 'completed' AND result <> 'dropped_out')`,
  above_line: `EXISTS (SELECT FROM referral_event x WHERE x.holder_id = h.id AND state = 'completed' AND result <> 'dropped_out')
    AND EXISTS (SELECT FROM contact x WHERE x.holder_id = h.id AND income_baht * 12 > 30000)`,
};
const toldFrom = (step: FunnelStep) =>
  step === "listed"
    ? "true"
    : `(${atOrBeyond(step)
        .map((each) => told[each])
        .join(" OR ")})`;
const notBeyond = (step: FunnelStep) => {
  const [, next] = atOrBeyond(step);
  return next ? ` AND NOT ${toldFrom(next)}` : "";
};
const states: Record<LeftBy, string> = {
  declined: "'declined'",
  away: "'away'",
  refused: "'refused_twice', 'refused_interview'",
  deceased: "'deceased'",
  moved_away: "'moved_away'",
  card_cancelled: "'card_cancelled'",
};
const columns: Record<FunnelPart, string> = {
  age: "age_class",
  group: "occupation_group",
  sex: "CASE title WHEN 'นาย' THEN 'male' WHEN 'นาง' THEN 'female' WHEN 'นางสาว' THEN 'female' ELSE 'unknown' END",
  district: "district_code",
  subdistrict: "subdistrict_code",
};

function marksOf({ area, cohort, by, stages, parts }: Funnel): Mark[] {
  const within: HolderFilter = {
    ...("districtCode" in area && { district: area.districtCode }),
    ...(cohort !== "all" && { cohort }),
  };
  const where = [
    "counted",
    "districtCode" in area
      ? `district_code = '${area.districtCode}'`
      : `province_code = '${area.provinceCode}'`,
    ...(cohort === "all" ? [] : [cohort === "must_reach" ? "must_reach" : "NOT must_reach"]),
  ].join(" AND ");
  const ofStages = (of: readonly FunnelStage[], filter: HolderFilter, sql: string): Mark[] => [
    ...of.map(({ step, people }) => ({
      shown: people,
      filter: { ...filter, ...(step !== "listed" && { reached: step }) },
      sql: `${sql} AND ${toldFrom(step)}`,
    })),
    ...leftBys.map((leftBy) => ({
      shown: of.reduce((sum, { left }) => sum + left[leftBy], 0),
      filter: { ...filter, leftBy },
      sql: `${sql} AND state IN (${states[leftBy]})`,
    })),
  ];
  return [
    ...ofStages(stages, within, where),
    ...stages.flatMap(({ step, left }) =>
      leftBys.map((leftBy) => ({
        shown: left[leftBy],
        filter: { ...within, furthest: step, leftBy },
        sql: `${where} AND state IN (${states[leftBy]}) AND ${toldFrom(step)}${notBeyond(step)}`,
      })),
    ),
    ...parts.flatMap(({ part, stages: own }) =>
      ofStages(
        own,
        { ...within, ...readHolderFilter({ [by]: part }) },
        `${where} AND ${columns[by]} = '${part}'`,
      ),
    ),
  ].filter(({ shown }) => shown > 0);
}

const cases = (["chief", "secretary", "governor", "treasury"] as const).flatMap((head) =>
  asked[head].flatMap((district) =>
    funnelCohorts.map((cohort) => [head, district, cohort] as const),
  ),
);

it.each(cases)(
  "%s sees of %s marks of %s that are their lists, and what SQL counts",
  async (head, district, cohort) => {
    const found = await scoped(heads[head], async (scope) => {
      const area = figureArea(scope.actor, district ? { district } : {});
      if (!area) throw new Error(`${head} may not see ${district}`);
      const all = [];
      for (const by of partsOfFunnel(area)) all.push(...(await readMarks(scope, area, cohort, by)));
      return all;
    });
    expect(found.length).toBeGreaterThan(40);
    expect(
      found.filter(({ shown, listed, counted }) => shown !== listed || shown !== counted),
    ).toEqual([]);
  },
);

const takeUpCases = (["chief", "secretary", "governor", "treasury"] as const).flatMap((head) =>
  asked[head].flatMap((district) => takeUpParts.map((by) => [head, district, by] as const)),
);

it.each(takeUpCases)(
  "%s sees of %s the take-up by %s as its lists have it, and as SQL counts it",
  async (head, district, by) => {
    const found = await scoped(heads[head], async (scope) => {
      const area = figureArea(scope.actor, district ? { district } : {});
      const takeUp = area && (await getTakeUp(scope, area, by));
      if (!takeUp) throw new Error(`${head} may not see ${district}`);
      const within = "districtCode" in takeUp.area ? { district: takeUp.area.districtCode } : {};
      const where = within.district
        ? `r.district_code = '${within.district}'`
        : "r.province_code = '54'";
      const marks = [
        ...takeUp.parts.flatMap(({ part, sent, states }) => {
          const own: ReferralFilter = { ...within, ...readReferralFilter({ [by]: part }) };
          const sql = `${where} AND ${partSql[by]} = '${part}'`;
          return [
            {
              shown: sent,
              filter: { ...own, sent: "yes" as const },
              sql: `${sql} AND sent_on IS NOT NULL`,
            },
            ...sentStates.map((state) => ({
              shown: states[state],
              filter: {
                ...own,
                ...(state === "sent"
                  ? { answer: "awaited" as const }
                  : { state, sent: "yes" as const }),
              },
              sql: `${sql} AND sent_on IS NOT NULL AND state = '${state}'`,
            })),
          ];
        }),
        ...takeUp.agencies.flatMap(({ agency, ages }) =>
          sentAges.map(({ id, from, to }) => ({
            shown: ages[id],
            filter: { ...within, agency, answer: "awaited" as const, sentAge: id },
            sql: `${where} AND agency = '${agency}' AND state = 'sent' AND '${takeUp.today}'::date - sent_on BETWEEN ${from} AND ${to}`,
          })),
        ),
      ];
      const read = [];
      for (const { shown, filter, sql } of marks) {
        const { total } = await listReferrals(scope, filter, 1, 1);
        const [row] = await asSuperuser<{ matters: number }>(
          `SELECT count(*)::int AS matters FROM referral r JOIN chosen_project c USING (assessment_id, project) WHERE ${sql}`,
        );
        read.push({ of: referralsHref(filter), shown, listed: total, counted: row?.matters });
      }
      for (const { part, chosen } of by === "project" ? takeUp.parts : [])
        expect(await countHolders(scope, { ...within, chosen: part })).toBe(chosen);
      return read;
    });
    expect(found.filter(({ shown }) => shown > 0).length).toBeGreaterThan(4);
    expect(
      found.filter(({ shown, listed, counted }) => shown !== listed || shown !== counted),
    ).toEqual([]);
  },
);

const partSql = {
  project: "project",
  dimension: "c.dimension::text",
  category: "coalesce(c.category, 'none')",
};

it("has people at every step, so that no mark is always zero", async () => {
  const rows = await asSuperuser("SELECT DISTINCT furthest FROM holder");
  expect(rows.map(({ furthest }) => furthest).sort()).toEqual([...funnelSteps].sort());
});

async function readMarks(scope: Scoped, area: FigureArea, cohort: FunnelCohort, by: FunnelPart) {
  const funnel = await getFunnel(scope, area, { cohort, by });
  if (!funnel) throw new Error(`no funnel of ${JSON.stringify(area)}`);
  const marks = marksOf(funnel);
  // One statement for all of them: the papers are read once a mark, not asked once a mark.
  const counts = await asSuperuser<{ people: number }>(
    marks
      .map(({ sql }) => `(SELECT count(*)::int AS people FROM holder h WHERE ${sql})`)
      .join(" UNION ALL "),
  );
  const read = [];
  for (const [at, { filter, shown }] of marks.entries()) {
    const listed = await scope.tx.holder.count({ where: holdersMatching(scope, filter) });
    expect(await countHolders(scope, filter)).toBe(listed);
    read.push({ of: holderQuery(filter), shown, listed, counted: counts[at]?.people ?? 0 });
  }
  return read;
}
