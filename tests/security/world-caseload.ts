import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/policy";
import { districts, type HolderRow, type Row, type World, who } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** What depends on caseloads: open transfers, bank days, co-interviews, notes; at least one row of each reach. */
export async function buildCaseloads(world: World, keep: Keep): Promise<void> {
  for (const district of districts) {
    const officers = world.officers.filter(
      ({ role, districtCode }) => role === "account_officer" && districtCode === district,
    );
    const [first, second] = officers as [Actor, Actor];
    const chief = who(world, "district_chief", district);
    const secretary = who(world, "district_secretary", district);
    const elsewhere = { "5401": "5402", "5402": "5401", "5501": "5502" }[district];
    for (const { row, holder } of [
      { row: transferRow(district, district, first.id, second), holder: own(world, first) },
      { row: transferRow(district, elsewhere, chief.id, null), holder: own(world, second) },
      { row: transferRow(district, elsewhere, secretary.id, null), holder: null },
    ]) {
      await keep("caseload_transfer", row);
      if (holder) await keep("transfer_person", transferPersonRow(row.id as string, holder));
    }
    await keep("bank_day", bankDayRow(district, second));
    const banker = who(world, "agency_officer", district.slice(0, 2));
    await keep("bank_day", bankDayRow(district, banker));
    await keep("co_interview", coInterviewRow(own(world, first), banker, chief.id));
    await keep("co_interview", coInterviewRow(own(world, first), second, chief.id));
    for (const officer of officers) await keep("officer_note", officerNoteRow(officer, chief.id));
  }
}

function own(world: World, { id }: Actor): HolderRow {
  return world.holders.find(({ accountOfficerId }) => accountOfficerId === id) as HolderRow;
}

/** Cases that are to go to a colleague, or to a district that says who takes them. */
export function transferRow(from: string, to: string, by: string, colleague: Actor | null): Row {
  return {
    id: randomUUID(),
    province_code: from.slice(0, 2),
    district_code: from,
    to_district_code: to,
    to_officer_id: colleague?.id ?? null,
    to_officer_code: colleague && `${to}C002`,
    people: 1,
    reason: "ย้ายไปอยู่กับลูก",
    recorded_by_id: by,
    recorded_on: "2018-02-20",
  };
}

export function transferPersonRow(transfer: string, holder: HolderRow): Row {
  return {
    transfer_id: transfer,
    holder_id: holder.id,
    province_code: holder.provinceCode,
    district_code: holder.districtCode,
    name: "นางบุญมี ใจดี",
    village: "หมู่ที่ 4",
    from_officer_id: holder.accountOfficerId,
  };
}

export function bankDayRow(district: string, banker: Actor): Row {
  return {
    id: randomUUID(),
    province_code: district.slice(0, 2),
    district_code: district,
    officer_id: banker.id,
    bank: "BAAC",
    day: "2018-03-05",
    recorded_on: "2018-02-20",
  };
}

/** A bank's officer who is to sit in with the holder's account officer. */
export function coInterviewRow(holder: HolderRow, banker: Actor, by: string): Row {
  return {
    id: randomUUID(),
    province_code: holder.provinceCode,
    district_code: holder.districtCode,
    holder_id: holder.id,
    officer_id: banker.id,
    officer_name: banker.name,
    bank: "BAAC",
    person_name: "นางบุญมี ใจดี",
    village: "หมู่ที่ 4",
    account_officer_id: holder.accountOfficerId,
    meet_on: "2018-03-05",
    recorded_by_id: by,
    recorded_on: "2018-02-20",
  };
}

export function officerNoteRow(officer: Actor, by: string): Row {
  return {
    id: randomUUID(),
    province_code: officer.provinceCode,
    district_code: officer.districtCode,
    officer_id: officer.id,
    words: "ขอให้เร่งนัดหมู่ที่ 4",
    recorded_by_id: by,
    recorded_on: "2018-02-20",
  };
}
