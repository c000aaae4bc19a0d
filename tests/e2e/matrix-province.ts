import { randomUUID } from "node:crypto";
import type pg from "pg";

type Places = { own: string; neighbour: string; elsewhere: string; abroad: string };
/** What a province keeps for itself, in the four places of the matrix. */
export type ProvincePapers = {
  teams: Places;
  announcements: Places;
  tasks: Places;
  papers: Places;
  /** The scan of the first announcement, kept by the own district. */
  scan: string;
};

const districts = { own: "5401", neighbour: "5402", elsewhere: "5402", abroad: "5501" };
const planted = {
  teams: ids(),
  announcements: ids(),
  tasks: ids(),
  papers: ids(),
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
  return planted;
}

/** Takes them away again. */
export async function uprootPapers(client: pg.Client): Promise<void> {
  const { teams, announcements, tasks, papers } = planted;
  await client.query("DELETE FROM paper_file WHERE id = $1", [planted.scan]);
  const of = (places: Places) => Object.values(places);
  await client.query("DELETE FROM district_team WHERE id = ANY ($1)", [of(teams)]);
  await client.query("DELETE FROM announcement_district WHERE announcement_id = ANY ($1)", [
    of(announcements),
  ]);
  await client.query("DELETE FROM announcement WHERE id = ANY ($1)", [of(announcements)]);
  await client.query("DELETE FROM issued_paper WHERE id = ANY ($1)", [of(papers)]);
  await client.query("DELETE FROM agency_task WHERE id = ANY ($1)", [of(tasks)]);
}
