import { randomUUID } from "node:crypto";
import type pg from "pg";
import { districts, type Row, type World, who } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** A contact by telephone in March with the holder of that assessment. */
export function contactRow(assessment: Row, by: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    holder_id: assessment.holder_id,
    province_code: assessment.province_code,
    district_code: assessment.district_code,
    assessment_id: assessment.id,
    contacted_on: "2018-03-20",
    channel: "phone",
    got_job: false,
    obstacles: [],
    recorded_by_id: by,
    recorded_on: "2018-03-20",
    ...overrides,
  };
}

/** A call in vain in March to the holder of that assessment. */
export function attemptRow(assessment: Row, by: string): Row {
  return {
    id: randomUUID(),
    holder_id: assessment.holder_id,
    province_code: assessment.province_code,
    district_code: assessment.district_code,
    assessment_id: assessment.id,
    attempted_on: "2018-03-19",
    outcome: "no_answer",
    recorded_by_id: by,
    recorded_on: "2018-03-20",
  };
}

/** A file of the province, or of one district. */
export function ministryFileRow(
  province: string,
  district: string | null,
  by: string,
  number = 1,
): Row {
  return {
    id: randomUUID(),
    province_code: province,
    district_code: district,
    number,
    entries: 1,
    fields: ["nationalId"],
    content_sha256: "00",
    sent_by_id: by,
    sent_on: "2018-03-21",
  };
}

export function ministryLineRow(file: unknown, entry: Row, position = 1): Row {
  return {
    file_id: file,
    entry_id: entry.id,
    position,
    holder_id: entry.holder_id,
    province_code: entry.province_code,
    district_code: entry.district_code,
    row_values: "{}",
  };
}

/** An entry was reported. */
export function ministryEventRow(entry: Row, by: string): Row {
  return {
    id: randomUUID(),
    entry_id: entry.id,
    holder_id: entry.holder_id,
    province_code: entry.province_code,
    district_code: entry.district_code,
    state: "reported",
    happened_on: "2018-03-21",
    recorded_by_id: by,
  };
}

export function fieldOrderRow(province: string, by: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    fields: ["nationalId", "occurredOn"],
    from_on: "2018-03-01",
    reason: "ตามหน้าจอของกระทรวงการคลัง",
    recorded_by_id: by,
    recorded_on: "2018-03-01",
  };
}

export function returnFormatRow(province: string, by: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    id_column: "เลขประจำตัวประชาชน",
    code_column: "รหัส",
    codes: JSON.stringify([{ code: "00", means: "accepted", words: "รับแล้ว" }]),
    reason: "ตามหนังสือของกระทรวงการคลัง",
    recorded_by_id: by,
    recorded_on: "2018-03-01",
  };
}

/** The Ministry's answer to a file. */
export function returnRow(file: Row, format: Row, by: string): Row {
  return {
    id: randomUUID(),
    province_code: file.province_code,
    district_code: file.district_code,
    file_id: file.id,
    format_id: format.id,
    file_name: "ตอบกลับ.xlsx",
    file_sha256: randomUUID(),
    answered_on: "2018-03-21",
    accepted: 1,
    bounced: 0,
    unchanged: 0,
    unknown_rows: [],
    twice_rows: [],
    unclear_rows: [],
    recorded_by_id: by,
    recorded_on: "2018-03-21",
  };
}

export function cutoffRow(province: string, by: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    day: 25,
    from_month: "2018-03",
    letter_number: "กค 0402.3/1",
    letter_on: "2018-02-20",
    recorded_by_id: by,
    recorded_on: "2018-03-01",
  };
}

/** A drawing of a province, whose administrator sent it. */
export function mapRow(province: string, by: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    within_code: province,
    width: 500,
    height: 400,
    shapes: "[]",
    source: "กรมการปกครอง",
    recorded_by_id: by,
    recorded_on: "2018-02-20",
  };
}

/** What is published of an area of which everything but its people is withheld. */
export function publishedRow(area: string, overrides: Row = {}): Row {
  return { area_code: area, counted_on: "2018-02-20", withheld: 3, people: 12, ...overrides };
}

/** A report of its level for March; a district's and a province's is a draft. */
export function reportRow(
  level: "officer" | "district" | "province",
  place: string,
  by: string,
  period = "2018-03",
): Row {
  const own = level === "officer";
  return {
    id: randomUUID(),
    level,
    province_code: place.slice(0, 2),
    district_code: level === "province" ? null : place,
    author_id: own ? by : null,
    period,
    status: own ? "submitted" : "draft",
    note: "ตามแผน",
    figures: "{}",
    prepared_by_id: by,
    prepared_on: "2018-03-20",
    signed_by_id: own ? by : null,
    signed_on: own ? "2018-03-20" : null,
  };
}

/** Papers for a meeting, asked for and not made yet. */
export function packRow(province: string, district: string | null, by: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    district_code: district,
    kind: "now",
    day: "2018-03-14",
    requested_by_id: by,
  };
}

/** Contacts, their way to the Ministry, 16:30, and reports: at least one row of each table and each reach. */
export async function buildFollowUps(world: World, keep: Keep, client: pg.Client): Promise<void> {
  const all = async (table: string) => {
    world.rows[table] = (await client.query(`SELECT * FROM ${table}`)).rows;
    return world.rows[table] as Row[];
  };
  for (const assessment of world.rows.assessment ?? []) {
    const contact = contactRow(assessment, assessment.recorded_by_id as string);
    await keep("contact", contact);
    await keep("contact_attempt", attemptRow(assessment, assessment.recorded_by_id as string));
    await keep("contact_project", {
      contact_id: contact.id,
      holder_id: assessment.holder_id,
      province_code: assessment.province_code,
      project: "BAAC-01",
      state: "taking_part",
    });
  }
  await all("follow_up");
  await all("journey");
  await all("entitlement");
  const entries = await all("ministry_entry");
  for (const district of districts) await buildReports(world, keep, district, entries);
  for (const province of ["54", "55"]) {
    const treasury = who(world, "provincial_officer", province).id;
    const file = ministryFileRow(province, null, treasury);
    await keep("ministry_file", file);
    await keep("ministry_field_order", fieldOrderRow(province, treasury));
    await keep("ministry_cutoff", cutoffRow(province, treasury));
    await keep("area_map", mapRow(province, who(world, "administrator").id));
    const format = returnFormatRow(province, treasury);
    await keep("ministry_return_format", format);
    await keep("ministry_return", returnRow(file, format, treasury));
    for (const sent of await all("ministry_file"))
      if (sent.province_code === province && sent.district_code)
        await keep("ministry_return", returnRow(sent, format, sent.sent_by_id as string));
    await keep("progress_report", reportRow("province", province, treasury));
    await keep("pack", packRow(province, null, treasury));
  }
  await client.query("SELECT app.take_snapshots('{2018-02-20}', 'clock')");
  await all("ministry_entry");
  await all("day_snapshot");
  await all("subdistrict_day");
  await all("age_income_day");
  await keep("published_count", publishedRow("all"));
}

async function buildReports(world: World, keep: Keep, district: string, entries: Row[]) {
  const chief = who(world, "district_chief", district).id;
  const secretary = who(world, "district_secretary", district).id;
  const here = entries.filter((entry) => entry.district_code === district);
  const file = ministryFileRow(district.slice(0, 2), district, chief);
  await keep("ministry_file", file);
  await keep("pack", packRow(district.slice(0, 2), district, chief));
  await keep("ministry_file", ministryFileRow(district.slice(0, 2), district, secretary, 2));
  for (const [index, entry] of here.entries()) {
    await keep("ministry_file_line", ministryLineRow(file.id, entry, index + 1));
    if (entry.kind === "interview")
      await keep("ministry_event", { ...ministryEventRow(entry, chief), file_id: file.id });
  }
  await keep("progress_report", reportRow("district", district, secretary));
  for (const actor of world.officers)
    if (actor.role === "account_officer" && actor.districtCode === district)
      await keep("progress_report", reportRow("officer", district, actor.id));
}
