import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { decide } from "@/domain/rules/decide";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { demoDataDir, onDemoDatabase } from "./demo-database";
import { type ProvincePapers, plantPapers, uprootPapers } from "./matrix-province";

const [rules] = ruleSetsOfCode;

/** The records that the matrix opens. The demo has one province; a second one, with one holder, is added and removed. */
export type Planted = {
  disabledLogin: string;
  disable: () => Promise<unknown>;
  countReads: (ids: string[]) => Promise<number>;
  /** Holders: of baac.mueang in 5401; of another officer there; in 5402; in province 55. */
  holders: Places;
  /** Intents, registrations and assessments by the same four places. */
  intents: Places;
  registrations: Places;
  /** What each role that registers has registered today; the answer belongs to the same visit. */
  registered: Readonly<Record<string, string>>;
  assessments: Places;
  batches: Places;
  /** Account officers of 5401, of 5402 and of the second province. */
  officers: Places;
  reports: Places;
  runs: Places;
  inquiries: Places;
  /** What stands behind the `?` of a page that shows one thing of the own district or caseload. */
  questions: Readonly<Record<string, string>>;
} & ProvincePapers;
type Places = { own: string; neighbour: string; elsewhere: string; abroad: string };

const abroad = {
  officer: randomUUID(),
  batch: randomUUID(),
  holder: randomUUID(),
  job: randomUUID(),
};
const disabled = { id: randomUUID(), login: `matrix.${randomUUID().slice(0, 8)}` };
const jobs = new Map<string, string>();
const assessments: string[] = [];
const reports: string[] = [];
const runs = { own: randomUUID(), abroad: randomUUID() };
const inquiries: string[] = [];
const registrationAbroad = randomUUID();
const intentAbroad = randomUUID();

export async function plant(logins: Record<string, string>): Promise<Planted> {
  return onDemoDatabase(async (client) => {
    const one = async (sql: string, values: unknown[] = []) =>
      (await client.query(sql, values)).rows[0]?.id as string;
    await client.query(
      `INSERT INTO officer (id, login, name, role, position, province_code) VALUES ($1, $2, 'นางต่างจังหวัด', 'provincial_officer', 'คลังจังหวัด', '55')`,
      [abroad.officer, `${disabled.login}.abroad`],
    );
    await client.query(
      `INSERT INTO import_batch (id, province_code, number, file_name, file_sha256, file_bytes, programme_on, created_by_id)
       VALUES ($1, '55', 1, 'x.csv', '00', 1, '2018-02-01', $2)`,
      [abroad.batch, abroad.officer],
    );
    await client.query(
      `INSERT INTO holder (id, province_code, district_code, subdistrict_code, national_id_enc, national_id_index, national_id_last4,
         title, first_name, last_name, income_2559_satang, search_name, created_batch_id, changed_batch_id)
       VALUES ($1, '55', '5501', '550101', $2, $3, '1234', 'นาง', 'บุญมี', 'ใจดี', 100, 'บุญมี ใจดี', $4, $4)`,
      [abroad.holder, randomBytes(42), randomBytes(32), abroad.batch],
    );
    for (const [role, login] of [
      ...Object.entries(logins),
      ["abroad", `${disabled.login}.abroad`],
    ]) {
      jobs.set(role as string, role === "abroad" ? abroad.job : randomUUID());
      await plantExport(client, jobs.get(role as string) as string, login as string);
    }
    await client.query(
      `INSERT INTO officer (id, login, name, role, position, province_code, district_code)
       VALUES ($1, $2, 'นายพ้น หน้าที่', 'district_chief', 'นายอำเภอ', '54', '5401')`,
      [disabled.id, disabled.login],
    );
    await client.query(
      `INSERT INTO auth.credential (officer_id, password_hash)
       SELECT $1, c.password_hash FROM auth.credential c JOIN officer o ON o.id = c.officer_id WHERE o.login = 'admin'`,
      [disabled.id],
    );
    const mine = "(SELECT id FROM officer WHERE login = 'baac.mueang')";
    const found = {
      // With a plan, so that every page of a person has something to show.
      own: await one(
        `SELECT id FROM holder h WHERE district_code = '5401' AND account_officer_id = ${mine}
         AND EXISTS (SELECT FROM plan_version p WHERE p.holder_id = h.id) ORDER BY id LIMIT 1`,
      ),
      neighbour: await one(
        `SELECT id FROM holder WHERE district_code = '5401' AND account_officer_id <> ${mine} ORDER BY id LIMIT 1`,
      ),
      elsewhere: await one(
        "SELECT id FROM holder WHERE district_code = '5402' ORDER BY id LIMIT 1",
      ),
      abroad: abroad.holder,
    };
    const papers = await plantPapers(client, abroad.officer);
    return {
      disabledLogin: disabled.login,
      disable: () =>
        onDemoDatabase((again) =>
          again.query("UPDATE officer SET status = 'disabled' WHERE id = $1", [disabled.id]),
        ),
      countReads: (ids) =>
        onDemoDatabase(async (again) => {
          const { rows } = await again.query(
            "SELECT count(*)::int AS n FROM audit.event WHERE subject_id = ANY ($1) AND action = 'holder.read'",
            [ids],
          );
          return rows[0].n;
        }),
      holders: found,
      intents: await plantIntents(client, found),
      registrations: await plantRegistrations(client),
      registered: {},
      questions: await questionsOf(client, found.own, papers),
      assessments: await plantAssessments(client, found),
      batches: await batchesOf(client),
      officers: {
        own: await idOf(client, "officer", "login = 'baac.mueang'"),
        neighbour: await idOf(client, "officer", "login = 'baac.rongkwang'"),
        elsewhere: await idOf(client, "officer", "login = 'baac.rongkwang'"),
        abroad: abroad.officer,
      },
      reports: await plantReports(client),
      runs: await plantRuns(client),
      ...papers,
      inquiries: await plantInquiries(client, found),
    };
  });
}

/** Without its question such a page is nowhere, for everybody: what it shows is named there and not in the path. */
async function questionsOf(client: pg.Client, ownHolder: string, papers: ProvincePapers) {
  const { rows } = await client.query<{ subdistrict: string; moo: number }>(
    "SELECT subdistrict_code AS subdistrict, moo FROM holder WHERE id = $1",
    [ownHolder],
  );
  const village = `subdistrict=${rows[0]?.subdistrict}&moo=${rows[0]?.moo}`;
  return {
    "/calendar/village": village,
    "/print/appointments": village,
    "/desk/places/letter": "subdistrict=540101",
    "/district/plan/paper": "version=1",
    "/district/plan/request": "agency=BAAC",
    "/district/briefings/sheet": `briefing=${await idOf(client, "briefing", "district_code = '5401'")}`,
    "/district/officers/end": "code=5401B001",
    "/api/papers/word": "kind=place_notice",
    "/papers/files": `kind=announcement&about=${papers.announcements.own}`,
    "/api/papers/file": `id=${papers.scan}`,
  };
}

/** A finished export with its file. */
async function plantExport(client: pg.Client, id: string, login: string) {
  const order = { list: "holders", format: "csv", filter: {}, unmasked: false };
  const result = { fileName: "x.csv", rows: 0, bytes: 1, unmasked: false };
  await client.query(
    `INSERT INTO job (id, kind, input, result, status, requested_by_id, expires_at)
     SELECT $1, 'export', $2, $3, 'done', id, now() + interval '1 hour' FROM officer WHERE login = $4`,
    [id, order, result, login],
  );
  mkdirSync(join(demoDataDir(), "exports"), { recursive: true });
  writeFileSync(exportFile(id), "x");
}
const exportFile = (id: string) => join(demoDataDir(), "exports", `${id}.csv`);

/** One row of a table, by a condition. */
async function idOf(client: pg.Client, table: string, where: string, values: unknown[] = []) {
  return (await client.query(`SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1`, values))
    .rows[0]?.id as string;
}

/** Copies of rows of the demo in the second province; triggers are off, so that nothing is counted. */
async function copyAbroad(
  client: pg.Client,
  table: string,
  from: string,
  changes: Record<string, unknown>,
) {
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica");
  // What the database computes itself may not be written.
  const { rows } = await client.query<{ into: string; taken: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS into, string_agg('p.' || quote_ident(attname), ', ') AS taken
      FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  await client.query(
    `INSERT INTO ${table} (${rows[0]?.into}) SELECT ${rows[0]?.taken}
      FROM ${table} r, LATERAL jsonb_populate_record(r, $2::jsonb) AS p WHERE r.id = $1`,
    [from, JSON.stringify(changes)],
  );
  await client.query("COMMIT");
}
const inProvince55 = { province_code: "55", district_code: "5501", recorded_by_id: abroad.officer };

async function plantIntents(client: pg.Client, holders: Places): Promise<Places> {
  const own = await idOf(client, "intent", "recorded_district_code = '5401'");
  const elsewhere = await idOf(
    client,
    "intent",
    "recorded_district_code = '5402' AND district_code = '5402'",
  );
  await copyAbroad(client, "intent", own, {
    ...inProvince55,
    id: intentAbroad,
    holder_id: holders.abroad,
    recorded_district_code: "5501",
    receipt_number: intentAbroad,
  });
  return { own, neighbour: elsewhere, elsewhere, abroad: intentAbroad };
}

async function plantRegistrations(client: pg.Client): Promise<Places> {
  const own = await idOf(
    client,
    "registration",
    "recorded_district_code = district_code AND district_code = '5401'",
  );
  const elsewhere = await idOf(
    client,
    "registration",
    "recorded_district_code = district_code AND district_code = '5402'",
  );
  await copyAbroad(client, "registration", own, {
    ...inProvince55,
    recorded_district_code: "5501",
    id: registrationAbroad,
    // A whole one would register a holder of the same number.
    subdistrict_code: null,
    holder_id: null,
    receipt_number: registrationAbroad,
    came_on: "2018-02-03",
  });
  return { own, neighbour: elsewhere, elsewhere, abroad: registrationAbroad };
}

/** A report of an account officer in each of the four places, for a month that nobody plays. */
async function plantReports(client: pg.Client): Promise<Places> {
  const planted: Record<string, string> = {};
  const of = { own: "baac.mueang", neighbour: "cdd.mueang", elsewhere: "baac.rongkwang" };
  for (const [place, login] of [...Object.entries(of), ["abroad", `${disabled.login}.abroad`]]) {
    const id = randomUUID();
    planted[place as string] = id;
    reports.push(id);
    const district = { own: "5401", neighbour: "5401", elsewhere: "5402", abroad: "5501" }[
      place as keyof Places
    ];
    await client.query(
      `INSERT INTO progress_report (id, level, province_code, district_code, author_id, period, status, note, figures, prepared_by_id,
         prepared_on, signed_by_id, signed_on)
       SELECT $1, 'officer', $3, $4, o.id, '2017-12', 'submitted', 'x', '{}', o.id, '2018-02-02', o.id, '2018-02-02'
       FROM officer o WHERE o.login = $2`,
      [id, login, district.slice(0, 2), district],
    );
  }
  return planted as Places;
}

/** A run of a month that nobody plays, in each of two provinces. */
async function plantRuns(client: pg.Client): Promise<Places> {
  for (const [id, province] of [
    [runs.own, "54"],
    [runs.abroad, "55"],
  ])
    await client.query(
      "INSERT INTO month_run (id, province_code, number, month) VALUES ($1, $2, 9999, '2017-12-01')",
      [id, province],
    );
  return { ...runs, neighbour: runs.own, elsewhere: runs.own };
}

/** An inquiry about each of the four holders, owned by a head of the holder's district. */
async function plantInquiries(client: pg.Client, holders: Places): Promise<Places> {
  const planted: Record<string, string> = {};
  for (const [place, holder] of Object.entries(holders)) {
    const id = randomUUID();
    planted[place] = id;
    inquiries.push(id);
    await client.query(
      `INSERT INTO inquiry (id, province_code, district_code, holder_id, kind, words, from_name, channel, received_on, due_on,
         owner_id, recorded_by_id, recorded_on)
       SELECT $1, h.province_code, h.district_code, h.id, 'other', 'สอบถาม', 'นางผู้ถาม', 'phone', '2018-02-20', '2018-03-07', o.id, o.id,
         '2018-02-20' FROM holder h JOIN officer o ON o.province_code = h.province_code
         AND o.role IN ('district_chief', 'provincial_officer') WHERE h.id = $2 ORDER BY o.district_code = h.district_code DESC NULLS LAST LIMIT 1`,
      [id, holder],
    );
  }
  return planted as Places;
}

/** A province has its own deliveries only: those of the demo, and the planted one abroad. */
async function batchesOf(client: pg.Client): Promise<Places> {
  const own = await idOf(client, "import_batch", "province_code = '54' AND status = 'done'");
  return { own, neighbour: own, elsewhere: own, abroad: abroad.batch };
}

/** An assessment of each of the four holders, which changes nobody's state. */
async function plantAssessments(client: pg.Client, holders: Places): Promise<Places> {
  const facts = {
    incomeSatang: 2_000_000,
    birthDate: null,
    intentOn: null,
    assessedOn: null,
    targetGroup: null,
    aoAgency: null,
  };
  const decision = { ...decide(rules, facts), facts, recommended: [] };
  const planted: Record<string, string> = {};
  for (const [place, holder] of Object.entries(holders)) {
    const id = randomUUID();
    planted[place] = id;
    assessments.push(id);
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `INSERT INTO assessment (id, holder_id, province_code, district_code, interviewed_on, form_version, questions, answers,
         decision, rules_version, answer, consent_referral, warnings, officer_code, recorded_by_id, recorded_on)
       SELECT $1, h.id, h.province_code, h.district_code, '2018-02-02', '1', '[]', '{}', $4, '2018-01-09', 'no', false, '{}',
         '5401B001', coalesce(h.account_officer_id, (SELECT o.id FROM officer o WHERE o.district_code = h.district_code LIMIT 1), $3), '2018-02-02' FROM holder h WHERE h.id = $2`,
      [id, holder, abroad.officer, decision],
    );
    // Homes say how many entries there are from a counter, which their triggers keep.
    await client.query("SET LOCAL session_replication_role = origin");
    await client.query(
      `INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
       SELECT a.id, 'interview', a.id, a.holder_id, a.province_code, a.district_code, a.interviewed_on FROM assessment a WHERE a.id = $1`,
      [id],
    );
    await client.query("COMMIT");
  }
  return planted as Places;
}

/** Removes the second province again; sessions and audit stay. */
export async function uproot(): Promise<void> {
  await onDemoDatabase(async (client) => {
    await client.query("DELETE FROM ministry_entry WHERE id = ANY ($1)", [assessments]);
    await uprootPapers(client);
    await client.query("DELETE FROM assessment WHERE id = ANY ($1)", [assessments]);
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query("DELETE FROM progress_report WHERE id = ANY ($1)", [reports]);
    await client.query("COMMIT");
    await client.query("DELETE FROM intent WHERE id = $1", [intentAbroad]);
    await client.query("DELETE FROM registration WHERE id = $1", [registrationAbroad]);
    await client.query("DELETE FROM month_run WHERE id = ANY ($1)", [Object.values(runs)]);
    await client.query("DELETE FROM inquiry WHERE id = ANY ($1)", [inquiries]);
    await client.query("DELETE FROM job WHERE id = ANY ($1)", [[...jobs.values()]]);
    for (const id of jobs.values()) rmSync(exportFile(id), { force: true });
    await client.query("DELETE FROM holder WHERE id = $1", [abroad.holder]);
    await client.query("DELETE FROM import_batch WHERE id = $1", [abroad.batch]);
    await client.query("DELETE FROM officer WHERE id = ANY ($1)", [[abroad.officer, disabled.id]]);
  });
}

/**
 * The four places of a route with an id: own, elsewhere in the province, another province, nowhere. Each answer
 * is what fills the route's brackets, in their order.
 */
export function targetsOf(route: string, role: string, planted: Planted): string[][] {
  const nowhere = randomUUID();
  const elsewhere = role === "account_officer" ? "neighbour" : "elsewhere";
  const fill = (kind: string, place: keyof Places | "missing"): string => {
    const from = {
      "[holderId]": planted.holders,
      "[intentId]": planted.intents,
      "[registrationId]": planted.registrations,
      "[assessmentId]": planted.assessments,
      "[entryId]": planted.assessments,
      "[reportId]": planted.reports,
      "[runId]": planted.runs,
      "[batchId]": planted.batches,
      "[id]": planted.announcements,
      "[taskId]": planted.tasks,
      "[ruleId]": planted.rules,
      "[teamId]": planted.teams,
      "[paperId]": planted.papers,
      "[inquiryId]": planted.inquiries,
    }[kind];
    if (route.endsWith("/answer") && place === "own")
      return planted.registered[role] ?? planted.registrations.own;
    if (from) return place === "missing" ? nowhere : from[place];
    if (kind === "[officerId]") return place === "missing" ? nowhere : planted.officers[place];
    if (kind === "[districtCode]")
      return { own: "5401", neighbour: "5402", elsewhere: "5402", abroad: "5501", missing: "9999" }[
        place
      ];
    // The setting's address is the same for every province; its value is that of the reader's province.
    // The demo knows no letter that gives something to a list.
    if (kind === "[list]") return "nothing";
    if (kind === "[project]") return place === "missing" ? "nothing" : "DSD-01";
    if (kind === "[key]") return place === "missing" ? "nothing" : "referral_answer_days";
    // A link opens its letter for its own side only (duties-referrals.spec.ts); any other id opens nothing.
    if (kind === "[linkId]") return nowhere;
    // A pack's file opens for the heads of its area only (packs.spec.ts); any other id opens nothing.
    if (kind === "[packId]") return nowhere;
    if (kind === "[file]") return "xlsx";
    if (kind === "[token]") return "x".repeat(43);
    if (kind === "[jobId]") return jobOf(role, place) ?? nowhere;
    throw new Error(`The matrix does not know what stands for ${kind}`);
  };
  const kinds = route.match(/\[[a-zA-Z]+\]/g) ?? [];
  return (["own", elsewhere, "abroad", "missing"] as const).map((place) =>
    kinds.map((kind) => fill(kind, place)),
  );
}

function jobOf(role: string, place: string): string | undefined {
  if (place === "missing") return undefined;
  if (place === "own") return jobs.get(role);
  if (place === "abroad") return abroad.job;
  return [...jobs].find(([name]) => name !== role)?.[1];
}

/** A route with its brackets filled. */
export function pathOf(route: string, target: readonly string[]): string {
  let next = 0;
  return route.replace(/\[[a-zA-Z]+\]/g, () => target[next++] ?? "");
}
