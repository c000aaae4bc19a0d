import { randomUUID } from "node:crypto";
import type { SyntheticPerson } from "@tests/builders/people";
import { seededRandom } from "@tests/builders/random";
import { Client } from "pg";
import { districtOf, provinceOf } from "@/domain/areas";
import { nameSearchKey, readTitle } from "@/domain/names";
import type { Actor } from "@/domain/policy";
import { isMustReach } from "@/domain/rules/outreach";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { database } from "@/server/db";
import { jobDatabaseUrl } from "@/server/env";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";
import { askIn, loadRuleSets } from "@/server/rules/load";
import { enterRole } from "@/server/scope";
import type { DemoHolder } from "./desks";
import { deskDays, fateOf } from "./spread";

/** Writes the people as a first delivery of the Ministry's list, and draws what February brings each of them. */
export async function insertHolders(
  officer: Actor,
  people: readonly SyntheticPerson[],
  today: string,
): Promise<DemoHolder[]> {
  const batchId = await insertBatch(officer, people.length);
  const random = seededRandom("demo fates");
  const days = deskDays(today);
  const rules = rulesOn(await loadRuleSets(askIn(database())), today);
  const rows = people.map((person) => holderRow(person, { id: randomUUID(), batchId }));
  const job = new Client({ connectionString: jobDatabaseUrl() });
  await job.connect();
  try {
    await job.query("BEGIN");
    await job.query("SET LOCAL ROLE r_job");
    for (let start = 0; start < rows.length; start += 2000) {
      await job.query(insertSql, [JSON.stringify(rows.slice(start, start + 2000))]);
    }
    await job.query(
      `INSERT INTO holder_income (holder_id, batch_id, province_code, income_2559_satang)
       SELECT id, created_batch_id, province_code, income_2559_satang FROM holder WHERE created_batch_id = $1`,
      [batchId],
    );
    await job.query(
      "UPDATE import_batch SET status = 'done', rows_in = $2, created = $2, merged_rows = $2, finished_at = now() WHERE id = $1",
      [batchId, people.length],
    );
    await job.query("COMMIT");
  } finally {
    await job.end();
  }
  return rows.map((row, index) => {
    const person = people[index] as SyntheticPerson;
    const mustReach = isMustReach(rules, {
      incomeSatang: row.income_2559_satang,
      birthDate: person.birthDate,
    });
    return {
      id: row.id,
      districtCode: row.district_code,
      subdistrictCode: row.subdistrict_code,
      mustReach,
      phone: person.phone,
      fate: fateOf(random, mustReach, days),
    };
  });
}

async function insertBatch(officer: Actor, people: number): Promise<string> {
  const id = randomUUID();
  await database().$transaction(async (tx) => {
    await enterRole(tx, officer);
    await tx.importBatch.createMany({
      data: [
        {
          id,
          provinceCode: officer.provinceCode ?? "",
          number: 1,
          fileName: "บัญชีผู้มีบัตรสวัสดิการแห่งรัฐ จังหวัดแพร่ (ข้อมูลสังเคราะห์).csv",
          fileSha256: "0".repeat(64),
          fileBytes: BigInt(people * 150),
          encoding: "utf-8",
          programmeOn: toDateColumn("2018-01-22"),
          createdById: officer.id,
        },
      ],
    });
  });
  return id;
}

/** A person's row as the first list writes it: the Ministry's values, and the ID encrypted for this row. */
export function holderRow(
  person: SyntheticPerson,
  { id, batchId }: { id: string; batchId: string },
) {
  const satang = Math.round(person.income * 100);
  const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}`;
  return {
    id,
    province_code: provinceOf(person.subdistrictCode),
    district_code: districtOf(person.subdistrictCode),
    subdistrict_code: person.subdistrictCode,
    moo: person.moo,
    house_no: person.houseNo,
    national_id_enc: hex(encryptNationalId(person.nationalId, id)),
    national_id_index: hex(nationalIdIndex(person.nationalId)),
    national_id_last4: person.nationalId.slice(-4),
    title: readTitle(person.title),
    first_name: person.firstName,
    last_name: person.lastName,
    birth_date: person.birthDate,
    birth_date_precision:
      person.birthDate &&
      (/^\d\d\/\d\d/.test(person.birthDateWritten) && !person.birthDateWritten.startsWith("00")
        ? "day"
        : "year"),
    ministry_phone: person.phone || null,
    ministry_occupation: person.occupation || null,
    income_2559_satang: satang,
    search_name: nameSearchKey(person.firstName, person.lastName),
    created_batch_id: batchId,
    changed_batch_id: batchId,
  };
}

const insertSql = `
  INSERT INTO holder (id, province_code, district_code, subdistrict_code, moo, house_no, national_id_enc,
    national_id_index, national_id_last4, title, first_name, last_name, birth_date, birth_date_precision,
    ministry_phone, ministry_occupation, income_2559_satang, search_name, rules_version,
    created_batch_id, changed_batch_id)
  SELECT r.id, r.province_code, r.district_code, r.subdistrict_code, r.moo, r.house_no, r.national_id_enc::bytea,
    r.national_id_index::bytea, r.national_id_last4, r.title, r.first_name, r.last_name, r.birth_date,
    r.birth_date_precision, r.ministry_phone, r.ministry_occupation, r.income_2559_satang, r.search_name,
    (SELECT app.rules_on(programme_on) FROM import_batch WHERE id = r.created_batch_id), r.created_batch_id, r.changed_batch_id
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, province_code text, district_code text, subdistrict_code text,
    moo int, house_no text, national_id_enc text, national_id_index text, national_id_last4 text, title text,
    first_name text, last_name text, birth_date date, birth_date_precision text, ministry_phone text,
    ministry_occupation text, income_2559_satang int, search_name text,
    created_batch_id uuid, changed_batch_id uuid)`;
