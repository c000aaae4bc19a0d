import { randomUUID } from "node:crypto";
import type pg from "pg";
import { setFromLetter } from "@/domain/rules/from-letter";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

type Places = { own: string; neighbour: string; elsewhere: string; abroad: string };
/** What a province keeps for itself, in the four places of the matrix. */
export type ProvincePapers = {
  teams: Places;
  announcements: Places;
  tasks: Places;
  papers: Places;
  /** Drafts of rule sets: one that waits, one that was returned, one of the other province. */
  rules: Places;
  /** The scan of the first announcement, kept by the own district. */
  scan: string;
};

const districts = { own: "5401", neighbour: "5402", elsewhere: "5402", abroad: "5501" };
const planted = {
  teams: ids(),
  announcements: ids(),
  tasks: ids(),
  papers: ids(),
  rules: ids(),
  scan: randomUUID(),
};

function ids(): Places {
  const elsewhere = randomUUID();
  return { own: randomUUID(), neighbour: elsewhere, elsewhere, abroad: randomUUID() };
}

/** Decided records: of 5401 and BAAC, of 5402 and another agency, of the other province. */
export async function plantPapers(
  client: pg.Client,
  abroadOfficer: string,
): Promise<ProvincePapers> {
  for (const place of ["own", "elsewhere", "abroad"] as const) {
    const district = districts[place];
    const province = district.slice(0, 2);
    const by =
      place === "abroad"
        ? abroadOfficer
        : (await client.query("SELECT id FROM officer WHERE login = 'governor'")).rows[0].id;
    const decided = [province, by];
    const columns = `prepared_by_id, prepared_on, decision, decided_by_id, decided_on`;
    const values = `$3, '2018-02-01', 'approved', $3, '2018-02-01'`;
    // Ended long ago: no team in force, only in the history.
    await client.query(
      `INSERT INTO district_team (id, province_code, ${columns}, district_code, from_on, until_on, order_number, ordered_on)
       VALUES ($1, $2, ${values}, $4, '2017-12-01', '2017-12-02', 'x', '2017-12-01')`,
      [planted.teams[place], ...decided, district],
    );
    await client.query(
      `INSERT INTO announcement (id, province_code, ${columns}, series_id, version, kind, title, body)
       VALUES ($1, $2, ${values}, $1, 1, 'guideline', 'x', 'x')`,
      [planted.announcements[place], ...decided],
    );
    await client.query(
      `INSERT INTO announcement_district (announcement_id, province_code, district_code, issued_on, acknowledged_by_id, acknowledged_on)
       VALUES ($1, $2, $4, '2018-02-01', $3, '2018-02-01')`,
      [planted.announcements[place], ...decided, district],
    );
    await client.query(
      `INSERT INTO agency_task (id, province_code, ${columns}, agency, subject, asked, due_on)
       VALUES ($1, $2, ${values}, $4, 'x', 'x', '2018-12-01')`,
      [planted.tasks[place], ...decided, place === "elsewhere" ? "GHB" : "BAAC"],
    );
    await client.query(
      `INSERT INTO issued_paper (id, province_code, district_code, kind, about, number, issued_on, subject, recorded_by_id, recorded_on)
       VALUES ($1, $2, $4, 'place_notice', '', 'x', '2018-02-01', 'x', $3, '2018-02-01')`,
      [planted.papers[place], ...decided, district],
    );
  }
  await client.query(
    `INSERT INTO paper_file (id, province_code, district_code, purpose, kind, about, media_type, content, recorded_by_id, recorded_on)
     SELECT $1, '54', '5401', 'signed_scan', 'announcement', $2, 'application/pdf', '%PDF-1.4', id, '2018-02-01'
     FROM officer WHERE login = 'chief.mueang'`,
    [planted.scan, planted.announcements.own],
  );
  for (const place of ["own", "elsewhere", "abroad"] as const)
    await plantRules(client, place, abroadOfficer);
  return planted;
}

/** A draft that says what the set of the code says, from a day on that is far off. */
async function plantRules(
  client: pg.Client,
  place: "own" | "elsewhere" | "abroad",
  abroadOfficer: string,
) {
  const province = districts[place].slice(0, 2);
  const letter = { number: "x", on: "2018-02-01" };
  const document = setFromLetter(ruleSetsOfCode[0], letter, "2190-01-01");
  const by =
    place === "abroad"
      ? abroadOfficer
      : (await client.query("SELECT id FROM officer WHERE login = 'treasury'")).rows[0].id;
  const id = planted.rules[place];
  await client.query(
    `INSERT INTO paper_file (id, province_code, purpose, kind, about, media_type, content, recorded_by_id, recorded_on)
     VALUES ($1::uuid, $2, 'signed_scan', 'rule_letter', $1::uuid::text, 'application/pdf', '%PDF-1.4', $3, '2018-02-01')`,
    [id, province, by],
  );
  await client.query(
    `INSERT INTO rule_version (id, province_code, version, in_force_from, letter_number, letter_on, about, scan_id, document, cases,
       recorded_by_id, recorded_on)
     VALUES ($1, $2, '2018-02-01', '2190-01-01', 'x', '2018-02-01', 'x', $1, $3, '[]', $4, '2018-02-01')`,
    [id, province, document, by],
  );
  if (place === "elsewhere")
    await client.query(
      `INSERT INTO rule_version_step (rule_version_id, province_code, step, note, taken_by_id, taken_on)
       VALUES ($1, $2, 'returned', 'x', $3, '2018-02-01')`,
      [id, province, by],
    );
}

/** Takes them away again. */
export async function uprootPapers(client: pg.Client): Promise<void> {
  const { teams, announcements, tasks, papers, rules } = planted;
  const of = (places: Places) => Object.values(places);
  await client.query("BEGIN");
  // What a letter says is never deleted otherwise.
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query("DELETE FROM rule_version_step WHERE rule_version_id = ANY ($1)", [of(rules)]);
  await client.query("DELETE FROM rule_version WHERE id = ANY ($1)", [of(rules)]);
  await client.query("COMMIT");
  await client.query("DELETE FROM paper_file WHERE id = ANY ($1)", [[planted.scan, ...of(rules)]]);
  await client.query("DELETE FROM district_team WHERE id = ANY ($1)", [of(teams)]);
  await client.query("DELETE FROM announcement_district WHERE announcement_id = ANY ($1)", [
    of(announcements),
  ]);
  await client.query("DELETE FROM announcement WHERE id = ANY ($1)", [of(announcements)]);
  await client.query("DELETE FROM issued_paper WHERE id = ANY ($1)", [of(papers)]);
  await client.query("DELETE FROM agency_task WHERE id = ANY ($1)", [of(tasks)]);
}
