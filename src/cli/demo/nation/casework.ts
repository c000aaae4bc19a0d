import { type Random, seededRandom } from "@tests/builders/random";
import type { Client } from "pg";
import { districtOf } from "@/domain/areas";
import { addDays, type IsoDate, workingDays } from "@/domain/calendar";
import type { RuleSets } from "@/domain/rules/sets";
import { decideLeftOver } from "@/server/entitlements/decide";
import { askOn } from "@/server/imports/job-connection";
import { type AssignedHolder, type InterviewRows, interviewRows } from "./interviews";
import type { NationOfficer } from "./officers";
import { uuidOf } from "./rows";
import { type NationYes, nationToday } from "./says-yes";
import { withoutForce } from "./without-force";

/** When the secretaries assigned the caseloads, as in the demo. */
const assignedOn = "2018-02-12";

type Work = {
  districtCode: string;
  /** Those of the whole country; the district takes its own. */
  subdistricts: readonly string[];
  officers: readonly NationOfficer[];
  seed: string;
  yes: NationYes;
  ruleSets: RuleSets;
};

const writtenTables = [
  ...["holder", "caseload_move", "assignment", "visit", "appointment", "absence", "assessment"],
  ...["chosen_project", "referral"],
];

/**
 * The casework of one district, in one transaction: caseloads, visits, appointments, interviews with their plans,
 * referrals. The database's own triggers work out what follows from them. A district that was worked before is left as it is.
 * @returns how many interviews were held
 */
export async function workInDistrict(owner: Client, work: Work): Promise<number> {
  const { districtCode, seed } = work;
  const moveId = uuidOf(`nation move ${districtCode}`);
  return withoutForce(owner, writtenTables, async () => {
    const before = await owner.query<{ held: number }>(
      `SELECT (SELECT count(*)::int FROM assessment a WHERE a.district_code = m.district_code) AS held
       FROM caseload_move m WHERE id = $1`,
      [moveId],
    );
    if (before.rows[0]) return before.rows[0].held;
    if ((await assign(owner, moveId, work)) === 0) return 0;
    const { rows: holders } = await owner.query<AssignedHolder>(
      `SELECT h.id, h.must_reach, h.latest_answer, h.first_yes_on::text, h.birth_date::text, h.income_2559_satang,
         h.account_officer_id, h.account_officer_code, h.title, h.first_name, h.last_name, h.moo, h.ministry_phone,
         s.name AS subdistrict, d.name AS district
       FROM holder h JOIN subdistrict s ON s.code = h.subdistrict_code JOIN district d ON d.code = h.district_code
       WHERE h.district_code = $1 AND h.account_officer_id IS NOT NULL ORDER BY h.id`,
      [districtCode],
    );
    const found = findings(seededRandom(`${seed} casework ${districtCode}`), work, holders);
    await writeCalls(owner, districtCode, found.calls);
    for (let start = 0; start < found.interviews.length; start += 200)
      await writeInterviews(owner, districtCode, found.interviews.slice(start, start + 200));
    while ((await decideLeftOver(askOn(owner), "none", work.ruleSets, 500)) > 0);
    return found.interviews.length;
  });
}

/** Four of five subdistricts are given out, village by village, so that the account officers have about as many each. */
async function assign(owner: Client, moveId: string, work: Work): Promise<number> {
  const { districtCode, officers } = work;
  const secretary = officers.find(
    (officer) => officer.role === "district_secretary" && officer.districtCode === districtCode,
  );
  const receiving = officers.flatMap(({ id, codes }) =>
    codes.filter((code) => code.districtCode === districtCode).map(({ code }) => ({ id, code })),
  );
  const given = work.subdistricts
    .filter((code) => districtOf(code) === districtCode)
    .filter((_, index) => index % 5 !== 4);
  const { rowCount } = await owner.query(
    `WITH villages AS (SELECT subdistrict_code, moo, count(*) AS people FROM holder
         WHERE district_code = $1 AND subdistrict_code = ANY ($2) GROUP BY 1, 2),
       dealt AS (SELECT *, sum(people) OVER (ORDER BY subdistrict_code, moo) - people AS earlier, sum(people) OVER () AS everyone
         FROM villages),
       moved AS (INSERT INTO caseload_move (id, province_code, district_code, kind, people, moved_by_id, moved_on)
         SELECT $3, left($1, 2), $1, 'assign', everyone, $4, $5::date FROM dealt LIMIT 1)
     INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code, assigned_by_id, assigned_on)
     SELECT md5('nation assignment ' || h.id)::uuid, $3, h.id, h.province_code, h.district_code, o.id, o.code, $4, $5::date
     FROM holder h JOIN dealt d ON d.subdistrict_code = h.subdistrict_code AND d.moo = h.moo
       JOIN unnest($6::uuid[], $7::text[]) WITH ORDINALITY AS o (id, code, place)
         ON o.place = 1 + floor(d.earlier * cardinality($6::uuid[]) / d.everyone)
     WHERE h.district_code = $1`,
    [
      ...[districtCode, given, moveId, secretary?.id, assignedOn],
      ...[receiving.map(({ id }) => id), receiving.map(({ code }) => code)],
    ],
  );
  return rowCount ?? 0;
}

type Call = {
  id: string;
  holder_id: string;
  officer_id: string;
  kind: "visit" | "appointment" | "absence";
  on: IsoDate;
  outcome: string | null;
};

/** What came of the caseloads: drawn person by person, in order of the list. */
function findings(random: Random, work: Work, holders: readonly AssignedHolder[]) {
  const officers = new Map(work.officers.map((officer) => [officer.id, officer]));
  const banker = work.officers.find(
    (officer) => officer.agency === "BAAC" && officer.districtCode === work.districtCode,
  );
  const interviews: InterviewRows[] = [];
  const calls: Call[] = [];
  const today = nationToday[work.yes];
  for (const holder of holders) {
    const officer = officers.get(holder.account_officer_id);
    const interview = interviewOf(random, work.yes, holder);
    if (interview && officer)
      interviews.push(
        interviewRows(random, work.ruleSets, { holder, officer, banker, ...interview }),
      );
    else if (holder.must_reach && holder.latest_answer !== "no") {
      const call = callOf(random, holder, today);
      if (call) calls.push(call);
    }
  }
  return { interviews, calls };
}

/** The interview of a holder. Where the yes is set, interviews come after it and say yes too. */
function interviewOf(random: Random, yes: NationYes, holder: AssignedHolder) {
  const { latest_answer: answer, must_reach: mustReach, first_yes_on: firstYes } = holder;
  if (yes === "none" || answer === "no" || (yes !== "demo" && answer === null)) return null;
  if (!random.chance(mustReach ? (answer === "yes" ? 0.07 : 0.035) : 0.015)) return null;
  const from = yes === "must-reach-april" ? "2018-04-02" : "2018-02-13";
  const days = workingDays(from, nationToday[yes], []).filter((day) => day > (firstYes ?? ""));
  if (days.length === 0) return null;
  const wish: "yes" | "no" = yes === "demo" && random.chance(0.17) ? "no" : "yes";
  return { wish, on: random.pick(days) };
}

function callOf(random: Random, holder: AssignedHolder, today: IsoDate): Call | null {
  const drawn = random.int(1, 100);
  if (drawn > 8) return null;
  const kind = drawn <= 4 ? "visit" : drawn <= 7 ? "appointment" : "absence";
  return {
    id: uuidOf(`nation ${kind} ${holder.id}`),
    holder_id: holder.id,
    officer_id: holder.account_officer_id,
    kind,
    on: addDays(today, kind === "appointment" ? random.int(1, 9) : -random.int(0, 4)),
    outcome: kind === "visit" ? random.pick(["not_home", "not_home", "word_left"]) : null,
  };
}

async function writeCalls(owner: Client, districtCode: string, calls: readonly Call[]) {
  const of = (kind: Call["kind"]) => [
    JSON.stringify(calls.filter((call) => call.kind === kind)),
    districtCode,
  ];
  const rows = `jsonb_to_recordset($1::jsonb) AS c (id uuid, holder_id uuid, officer_id uuid, "on" date, outcome text)`;
  await owner.query(
    `INSERT INTO visit (id, holder_id, province_code, district_code, visited_on, outcome, recorded_by_id, recorded_on)
     SELECT c.id, c.holder_id, left($2, 2), $2, c.on, c.outcome, c.officer_id, c.on FROM ${rows}`,
    of("visit"),
  );
  await owner.query(
    `INSERT INTO appointment (id, holder_id, province_code, district_code, officer_id, meet_on, kind, recorded_by_id, recorded_on)
     SELECT c.id, c.holder_id, left($2, 2), $2, c.officer_id, c.on, 'home', c.officer_id, c.on - 9 FROM ${rows}`,
    of("appointment"),
  );
  await owner.query(
    `INSERT INTO absence (id, holder_id, province_code, district_code, away_province_code, return_on, source, noted_on, recorded_by_id, recorded_on)
     SELECT c.id, c.holder_id, left($2, 2), $2, '10', c.on + 45, 'relative', c.on, c.officer_id, c.on FROM ${rows}`,
    of("absence"),
  );
}

async function writeInterviews(
  owner: Client,
  districtCode: string,
  interviews: readonly InterviewRows[],
) {
  const given = (rows: readonly object[]) => [JSON.stringify(rows), districtCode];
  await owner.query(
    `INSERT INTO assessment (id, holder_id, province_code, district_code, interviewed_on, form_version, questions, answers, decision,
       rules_version, current_group, target_group, main_cause, answer, reason, consent_referral, co_interviewer_id, warnings,
       next_contact_on, phone, officer_code, recorded_by_id, recorded_on)
     SELECT a.id, a.holder_id, left($2, 2), $2, a.interviewed_on, a.form_version, a.questions, a.answers, a.decision, a.rules_version,
       a.current_group, a.target_group, a.main_cause, a.answer, a.reason, a.consent_referral, a.co_interviewer_id, a.warnings,
       a.next_contact_on, a.phone, a.officer_code, a.recorded_by_id, a.interviewed_on
     FROM jsonb_to_recordset($1::jsonb) AS a (id uuid, holder_id uuid, interviewed_on date, form_version text, questions jsonb,
       answers jsonb, decision jsonb, rules_version text, current_group text, target_group text, main_cause text, answer text,
       reason text, consent_referral boolean, co_interviewer_id uuid, warnings text[], next_contact_on date, phone text,
       officer_code text, recorded_by_id uuid)`,
    given(interviews.map(({ assessment }) => assessment)),
  );
  await owner.query(
    `INSERT INTO chosen_project (assessment_id, holder_id, province_code, project, dimension, category, priority, off_menu, reason)
     SELECT p.assessment_id, p.holder_id, left($2, 2), p.project, p.dimension, p.category, p.priority, p.off_menu, p.reason
     FROM jsonb_to_recordset($1::jsonb) AS p (assessment_id uuid, holder_id uuid, project text, dimension smallint, category text,
       priority smallint, off_menu boolean, reason text)`,
    given(interviews.flatMap(({ projects }) => projects)),
  );
  const referrals = interviews.flatMap((each) => each.referrals);
  await owner.query(
    `INSERT INTO referral (id, holder_id, province_code, district_code, assessment_id, project, agency, next_on, changed_on,
       changed_by_id, recorded_by_id, recorded_on)
     SELECT r.id, r.holder_id, left($2, 2), $2, r.assessment_id, r.project, r.agency, r.next_on, r.on, r.by_id, r.by_id, r.on
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, holder_id uuid, assessment_id uuid, project text, agency text,
       next_on date, "on" date, by_id uuid)`,
    given(referrals),
  );
  // A referral begins as a draft, always: sending it is a change of its own.
  await owner.query(
    `UPDATE referral f SET state = 'sent', step = 'send', sent_on = r.on, next_on = r.sent_next_on, holder_name = r."holderName",
       holder_place = r."holderPlace", holder_phone = r."holderPhone", sender_name = r."senderName", sender_phone = r."senderPhone",
       answers = r.answers
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "on" date, sent_next_on date, "holderName" text, "holderPlace" text,
       "holderPhone" text, "senderName" text, "senderPhone" text, answers jsonb)
     WHERE f.id = r.id AND f.district_code = $2`,
    given(referrals.filter(({ sent }) => sent)),
  );
}
