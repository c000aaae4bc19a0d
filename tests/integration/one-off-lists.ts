import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "@/domain/policy";

/** A list of a one-off with its persons, recorded by one officer of the treasury and checked by another, as the commands write it. */
export async function saveOneOffList(
  client: pg.Client,
  [record, check]: readonly [Actor, Actor],
  list: string,
  people: readonly string[],
) {
  const id = randomUUID();
  const province = record.provinceCode;
  await client.query(
    `INSERT INTO one_off_list (id, province_code, list, file_name, file_sha256, people, recorded_by_id, recorded_on)
     VALUES ($1, $2, $3, 'รายชื่อ.csv', repeat('0', 64), $4, $5, '2018-04-05')`,
    [id, province, list, people.length, record.id],
  );
  await client.query(
    `INSERT INTO one_off_person (list_id, province_code, holder_id, row_number)
     SELECT $1, $2, x.id, x.place FROM unnest($3::uuid[]) WITH ORDINALITY AS x (id, place)`,
    [id, province, people],
  );
  await client.query(
    `INSERT INTO one_off_list_step (list_id, province_code, step, taken_by_id, taken_on) VALUES ($1, $2, 'checked', $3, '2018-04-05')`,
    [id, province, check.id],
  );
}
