import { randomUUID } from "node:crypto";
import type { Row, World } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** Notifications, corrections, inquiries and what else is asked of the office: a row at least of each reach. */
export async function buildRequests(world: World, keep: Keep): Promise<void> {
  for (const actor of world.officers.filter(({ role }) => role !== "administrator")) {
    const teller = world.officers.find(
      ({ id, provinceCode }) => id !== actor.id && provinceCode === actor.provinceCode,
    );
    await keep("notification", notificationRow(actor.id, actor.provinceCode, teller?.id as string));
  }
}

/** A line for one officer, caused by another. */
export function notificationRow(to: string, province: string | null, by: string): Row {
  return {
    id: randomUUID(),
    officer_id: to,
    province_code: province,
    kind: "inquiry_passed",
    href: `/inquiries?open=${randomUUID()}`,
    happened_on: "2018-02-20",
    caused_by_id: by,
  };
}
