import { randomUUID } from "node:crypto";
import { impossibleId } from "@tests/builders/people";
import {
  holderRow,
  importBatchRow,
  insert,
  officer,
  officerRow,
  onDatabase,
  type Row,
} from "@tests/security/world";
import { assessmentRow, delegationRow } from "@tests/security/world-casework";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";

/** The officers of this district, and two others who may not see it. */
const people = {
  governor: officer("governor", "54"),
  treasury: officer("provincial_officer", "54"),
  chief: officer("district_chief", "5401"),
  secretary: officer("district_secretary", "5401"),
  ao: officer("account_officer", "5401", "BAAC"),
  colleague: officer("account_officer", "5401", "CDD"),
  admin: officer("administrator", null),
};

/**
 * A district after the interviews of March: sixteen people of one account officer and four of another with a plan of two
 * projects, two who are not interviewed; on the demo's clock of 14 March.
 */
export async function buildFollowUpWorld() {
  const holders: { id: string; owner: string; planned: boolean }[] = [];
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
    for (const [key, value] of [
      ["demo", "true"],
      ["programme_on", '"2018-03-14"'],
    ])
      await client.query(
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2",
        [key, value],
      );
    const { governor, treasury, chief, secretary } = people;
    await insert(client, "delegation", delegationRow("54", "5401", chief.id, secretary.id));
    await insert(client, "delegation", delegationRow("54", null, governor.id, treasury.id));
    const codes = [people.ao, people.colleague].map((actor, index) => ({
      code: `5401B00${index + 1}`,
      officer_id: actor.id,
      province_code: "54",
      district_code: "5401",
      issued_on: "2018-02-01",
    }));
    for (const code of codes) await insert(client, "account_officer_code", code);
    const batch = randomUUID();
    await insert(client, "import_batch", importBatchRow(batch, treasury));
    const save = async (nth: number, owner: string, planned: boolean) => {
      const row = person(nth, batch, owner);
      await insert(client, "holder", row);
      holders.push({ id: row.id as string, owner, planned });
      if (planned) await interview((table, values) => insert(client, table, values), row, owner);
    };
    for (let nth = 0; nth < 16; nth += 1) await save(nth, people.ao.id, true);
    for (let nth = 16; nth < 20; nth += 1) await save(nth, people.colleague.id, true);
    for (let nth = 20; nth < 22; nth += 1) await save(nth, people.ao.id, false);
  });
  return { ...people, holders };
}

function person(nth: number, batch: string, owner: string): Row {
  const nationalId = impossibleId("3", nth + 1);
  const row = holderRow("5401", batch, {
    national_id_index: Buffer.from(nationalIdIndex(nationalId)),
    national_id_last4: nationalId.slice(-4),
    search_name: `บุญมี ใจดี ${nth}`,
    account_officer_id: owner,
    account_officer_code: "5401B001",
  });
  row.national_id_enc = Buffer.from(encryptNationalId(nationalId, row.id as string));
  return row;
}

/** A yes of 14 March with two projects. */
async function interview(keep: (table: string, row: Row) => Promise<void>, row: Row, by: string) {
  const holder = {
    id: row.id as string,
    provinceCode: "54",
    districtCode: "5401" as const,
    accountOfficerId: by,
  };
  const assessment = assessmentRow(holder, by, {
    interviewed_on: "2018-03-14",
    recorded_on: "2018-03-14",
    answers: JSON.stringify({ monthlyIncome: 2400 }),
  });
  await keep("assessment", assessment);
  for (const [index, project] of ["MKT-01", "MOAC-01"].entries())
    await keep("chosen_project", {
      assessment_id: assessment.id,
      holder_id: row.id,
      province_code: "54",
      project,
      dimension: 1,
      priority: index + 1,
    });
}
