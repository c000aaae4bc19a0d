import { randomUUID } from "node:crypto";
import { districts, type Row, type World, who } from "./world";
import { delegationRow } from "./world-casework";

type Keep = (table: string, row: Row) => Promise<void>;

/** What a province keeps for itself, in both provinces: the governor's order and what staff prepared. */
export async function buildProvince(world: World, keep: Keep): Promise<void> {
  for (const province of ["54", "55"]) {
    const governor = who(world, "governor", province).id;
    const staff = who(world, "provincial_officer", province).id;
    await keep("delegation", delegationRow(province, null, governor, staff));
    await keep("setting_entry", settingEntryRow(province, staff));
    const batch = world.rows.import_batch?.find((row) => row.province_code === province);
    await keep("import_delivery", deliveryRow(province, batch?.id as string, staff));
    for (const district of districts.filter((code) => code.startsWith(province))) {
      for (const decided of [{}, appointed(governor)]) {
        const team = teamRow(district, staff, decided);
        await keep("district_team", team);
        await keep("district_team_member", memberRow(team));
      }
    }
    await buildAnnouncements(keep, province, governor, staff);
    for (const agency of ["BAAC", "DSD"])
      for (const decided of [{}, approved(governor)]) {
        const task = taskRow(province, agency, staff, decided);
        await keep("agency_task", task);
        const by = who(world, "agency_officer", province).id;
        if (task.decision) await keep("agency_task_answer", answerRow(task, by));
      }
  }
}

/** The columns of every prepared record. */
const prepared = (province: string, by: string): Row => ({
  id: randomUUID(),
  province_code: province,
  prepared_by_id: by,
  prepared_on: "2018-02-01",
});

/** More days for the agencies' answers, proposed. */
export function settingEntryRow(province: string, by: string): Row {
  return {
    ...prepared(province, by),
    scope: "local",
    key: "referral_answer_days",
    value: "20",
    from_on: "2018-03-01",
    reason: "หมู่บ้านบนดอย",
  };
}

const approved = (by: string): Row => ({
  decision: "approved",
  decided_by_id: by,
  decided_on: "2018-02-02",
});
const appointed = (by: string): Row => ({
  ...approved(by),
  order_number: "9/2561",
  ordered_on: "2018-02-02",
});

/** A team as it is prepared. */
export function teamRow(district: string, by: string, overrides: Row = {}): Row {
  return {
    ...prepared(district.slice(0, 2), by),
    district_code: district,
    from_on: "2018-02-01",
    ...overrides,
  };
}

/** The chair of a team. */
export function memberRow(team: Row, seat = 1): Row {
  return {
    id: randomUUID(),
    team_id: team.id,
    province_code: team.province_code,
    district_code: team.district_code,
    seat,
    membership: "chair",
    name: "นายธีรพงษ์ เครือวงศ์",
    position: "นายอำเภอ",
  };
}

/** What came with a batch. */
export function deliveryRow(province: string, batch: string, by: string): Row {
  return {
    id: randomUUID(),
    batch_id: batch,
    province_code: province,
    letter_number: "กค 0402.4/1",
    letter_on: "2018-01-20",
    received_on: "2018-01-25",
    received_from: "สำนักงานเศรษฐกิจการคลัง",
    medium: "disc",
    recorded_by_id: by,
    recorded_on: "2018-02-01",
  };
}

/** A guideline, version 1 of a series of its own. */
export function announcementRow(province: string, by: string, overrides: Row = {}): Row {
  const row = prepared(province, by);
  return {
    ...row,
    series_id: row.id,
    version: 1,
    kind: "guideline",
    title: "แนวทางการสัมภาษณ์",
    body: "สัมภาษณ์ที่บ้าน",
    ...overrides,
  };
}

/** That an announcement goes to a district. */
export function announcementDistrictRow(announcement: Row, district: string): Row {
  return {
    announcement_id: announcement.id,
    district_code: district,
    province_code: announcement.province_code,
  };
}

/** One that waits for its decision, and one that was issued: to the first district alone where there are two. */
async function buildAnnouncements(keep: Keep, province: string, governor: string, staff: string) {
  const [district = ""] = districts.filter((code) => code.startsWith(province));
  const waiting = announcementRow(province, staff);
  await keep("announcement", waiting);
  await keep("announcement_district", announcementDistrictRow(waiting, district));
  const issued = announcementRow(province, staff, approved(governor));
  await keep("announcement", issued);
  await keep("announcement_district", {
    ...announcementDistrictRow(issued, district),
    issued_on: "2018-02-02",
  });
}

/** What is asked of an agency. */
export function taskRow(province: string, agency: string, by: string, overrides: Row = {}): Row {
  return {
    ...prepared(province, by),
    agency,
    subject: "เปิดหลักสูตรในพื้นที่",
    asked: "ขอให้เปิดหลักสูตร",
    due_on: "2018-03-15",
    ...overrides,
  };
}

/** What an agency answers. */
export function answerRow(task: Row, by: string): Row {
  return {
    id: randomUUID(),
    task_id: task.id,
    province_code: task.province_code,
    agency: task.agency,
    outcome: "accepted",
    recorded_by_id: by,
    recorded_on: "2018-02-03",
  };
}
