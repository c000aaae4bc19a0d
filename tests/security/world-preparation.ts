import { randomUUID } from "node:crypto";
import { districts, type Row, type World, who } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** What each district prepared: letters, a plan, a briefing, who receives where, a station of the day. */
export async function buildPreparation(world: World, keep: Keep): Promise<void> {
  for (const district of districts) {
    const by = who(world, "district_secretary", district).id;
    const briefing = briefingRow(district, by);
    await keep("host_letter", hostLetterRow(district, by));
    await keep("office", officeRow(area(district), by));
    await keep("issued_paper", issuedRow(area(district), by));
    await keep("paper_file", fileRow(area(district), by, "garuda"));
    await keep("paper_file", fileRow(area(district), by, "signed_scan"));
    await keep("outreach_plan", planRow(district, by, 1));
    await keep("briefing", briefing);
    await keep("briefing_attendance", attendanceRow(district, by, briefing.id as string));
    await keep("receiving_duty", receivingRow(world, district, by));
    await keep("station", stationRow(world, district, by));
  }
}

const area = (district: string) => ({
  id: randomUUID(),
  province_code: district.slice(0, 2),
  district_code: district,
});
const recorded = (by: string) => ({ recorded_by_id: by, recorded_on: "2018-01-20" });
const here = (world: World, table: string, district: string) =>
  world.rows[table]?.find((row) => row.district_code === district)?.id as string;

export function hostLetterRow(district: string, by: string): Row {
  return {
    ...area(district),
    ...recorded(by),
    subdistrict_code: `${district}01`,
    addressee: "นายกเทศมนตรีตำบลในเวียง",
  };
}

/** A file of an office: the garuda of its papers, or the scan of one. */
export function fileRow(
  { province_code, district_code }: Area,
  by: string,
  purpose: "garuda" | "signed_scan",
): Row {
  const scan = purpose === "signed_scan";
  return {
    id: randomUUID(),
    province_code,
    district_code,
    purpose,
    kind: scan ? "issued" : null,
    about: scan ? randomUUID() : null,
    media_type: "image/png",
    content: Buffer.from("png"),
    ...recorded(by),
  };
}

type Area = { province_code: string; district_code: string | null };

export function officeRow({ province_code, district_code }: Area, by: string): Row {
  return {
    id: randomUUID(),
    province_code,
    district_code,
    ...recorded(by),
    address: "พร 54000",
    phone: "0-5400-0000",
  };
}

export function issuedRow({ province_code, district_code }: Area, by: string): Row {
  return {
    id: randomUUID(),
    province_code,
    district_code,
    ...recorded(by),
    kind: "place_notice",
    about: "",
    number: "พร 0018/1",
    issued_on: "2018-01-20",
    subject: "กำหนดสถานที่",
    content: "{}",
  };
}

export function planRow(district: string, by: string, version: number): Row {
  return { ...area(district), ...recorded(by), version, assumptions: "{}", result: "{}" };
}

export function briefingRow(district: string, by: string): Row {
  return {
    ...area(district),
    ...recorded(by),
    meet_on: "2018-01-25",
    meet_at: "09:30",
    place_name: "ที่ว่าการอำเภอ",
    methods: "ลงพื้นที่ทีละหมู่บ้าน",
    agenda: "ซักซ้อมแบบสอบถาม",
  };
}

export function attendanceRow(district: string, by: string, briefing: string): Row {
  return { ...area(district), ...recorded(by), briefing_id: briefing, name: `นาย${randomUUID()}` };
}

export function receivingRow(world: World, district: string, by: string): Row {
  return {
    ...area(district),
    ...recorded(by),
    place_id: here(world, "place", district),
    officer_id: who(world, "receiving_officer", district).id,
    from_on: "2018-02-01",
    until_on: "2018-02-28",
  };
}

export function stationRow(world: World, district: string, by: string): Row {
  return {
    ...area(district),
    desk_id: here(world, "desk", district),
    open_on: "2018-02-20",
    recorded_by_id: by,
  };
}
