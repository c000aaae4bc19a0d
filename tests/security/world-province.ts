import { randomUUID } from "node:crypto";
import { type Row, type World, who } from "./world";
import { delegationRow } from "./world-casework";

type Keep = (table: string, row: Row) => Promise<void>;

/** What a province keeps for itself, in both provinces: the governor's order and what staff prepared for him. */
export async function buildProvince(world: World, keep: Keep): Promise<void> {
  for (const province of ["54", "55"]) {
    const governor = who(world, "governor", province).id;
    const staff = who(world, "provincial_officer", province).id;
    await keep("delegation", delegationRow(province, null, governor, staff));
    await keep("setting_entry", settingEntryRow(province, staff));
  }
}

/** What every prepared paper has. */
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
