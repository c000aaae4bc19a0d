import { demoProvince } from "@tests/builders/demo-officers";
import type { Client } from "pg";
import { type IsoDate, workingDays } from "@/domain/calendar";
import { demoPassword } from "@/domain/demo";
import { hashPassword } from "@/server/officers/password";
import type { NationOfficer } from "./officers";
import { batchIdOf, deskIdOf, hallName, placeIdOf } from "./rows";
import { withoutForce } from "./without-force";

/** What the people need before they come: officers with their codes, a list for each province, the home province's desks. */
export async function writeOffice<Value>(
  owner: Client,
  given: { officers: readonly NationOfficer[]; listedOn: IsoDate; lastDay: IsoDate },
  afterwards: () => Promise<Value>,
): Promise<Value> {
  const tables = ["officer", "account_officer_code", "import_batch", "place", "desk"];
  return withoutForce(owner, tables, async () => {
    await writeOfficers(owner, given.officers, given.listedOn);
    await writeLists(owner, given.officers, given.listedOn);
    await writeDesks(owner, given.officers, given.lastDay);
    return afterwards();
  });
}

async function writeOfficers(owner: Client, officers: readonly NationOfficer[], issuedOn: IsoDate) {
  await owner.query(
    `INSERT INTO officer (id, login, name, role, position, province_code, district_code, agency, phone)
     SELECT id, login, name, role, position, "provinceCode", "districtCode", agency, phone
     FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, login text, name text, role text, position text, "provinceCode" text,
       "districtCode" text, agency text, phone text)`,
    [JSON.stringify(officers)],
  );
  const codes = officers.flatMap(({ id, codes: own }) => own.map((code) => ({ ...code, id })));
  await owner.query(
    `INSERT INTO account_officer_code (code, officer_id, province_code, district_code, issued_on)
     SELECT code, id, left("districtCode", 2), "districtCode", $2::date
     FROM jsonb_to_recordset($1::jsonb) AS c (code text, id uuid, "districtCode" text)`,
    [JSON.stringify(codes), issuedOn],
  );
  // One hash for all: the password of the demo is known to everybody, and two hundred would take their time.
  const signIn = officers.filter(({ login }) => !login.startsWith("treasury."));
  await owner.query("SET LOCAL ROLE sukjai_auth");
  await owner.query(
    "INSERT INTO auth.credential (officer_id, password_hash) SELECT unnest($1::uuid[]), $2",
    [signIn.map(({ id }) => id), await hashPassword(demoPassword)],
  );
  await owner.query("RESET ROLE");
}

async function writeLists(owner: Client, officers: readonly NationOfficer[], listedOn: IsoDate) {
  const lists = officers
    .filter(({ login }) => login === "treasury" || login.startsWith("treasury."))
    .map(({ id, provinceCode }) => ({ id: batchIdOf(provinceCode ?? ""), provinceCode, by: id }));
  await owner.query(
    `INSERT INTO import_batch (id, province_code, number, file_name, file_sha256, file_bytes, encoding, programme_on, created_by_id)
     SELECT l.id, l."provinceCode", 1, 'บัญชีผู้มีบัตรสวัสดิการแห่งรัฐ จังหวัด' || p.name || ' (ข้อมูลสังเคราะห์).csv', repeat('0', 64), 0, 'utf-8',
       $2::date, l.by
     FROM jsonb_to_recordset($1::jsonb) AS l (id uuid, "provinceCode" text, by uuid) JOIN province p ON p.code = l."provinceCode"`,
    [JSON.stringify(lists), listedOn],
  );
}

async function writeDesks(owner: Client, officers: readonly NationOfficer[], lastDay: IsoDate) {
  const days = workingDays("2018-02-01", lastDay < "2018-02-28" ? lastDay : "2018-02-28", []);
  const places = officers
    .filter(({ role }) => role === "district_secretary")
    .map(({ id, districtCode }) => ({ id: placeIdOf(districtCode ?? ""), districtCode, by: id }));
  const desks = places.flatMap(({ id, districtCode, by }) =>
    days.map((on) => ({ id: deskIdOf(districtCode ?? "", on), placeId: id, districtCode, on, by })),
  );
  await owner.query(
    `INSERT INTO place (id, province_code, district_code, name, opens_on, closes_on, announced_by_id, recorded_on)
     SELECT id, $2, "districtCode", $3, '2018-02-01', '2018-02-28', by, '2018-02-01'
     FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, "districtCode" text, by uuid)`,
    [JSON.stringify(places), demoProvince, hallName],
  );
  await owner.query(
    `INSERT INTO desk (id, place_id, province_code, district_code, open_on, opened_by_id)
     SELECT id, "placeId", $2, "districtCode", "on", by
     FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, "placeId" uuid, "districtCode" text, "on" date, by uuid)`,
    [JSON.stringify(desks), demoProvince],
  );
}
