import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { OfficerAgency } from "@/domain/agencies";
import type { Actor, Role } from "@/domain/policy";

/**
 * A small country for the walls: two provinces, three districts, every role in every place, holders with and
 * without an account officer, and at least one row of everything that is stored. Written by the superuser, so
 * that only the walls decide what the roles can see of it.
 */
export const districts = ["5401", "5402", "5501"] as const;
export type District = (typeof districts)[number];

export type Row = Record<string, unknown>;
export type HolderRow = {
  id: string;
  provinceCode: string;
  districtCode: District;
  accountOfficerId: string | null;
};
export type World = {
  officers: Actor[];
  holders: HolderRow[];
  /** What was written, table by table, by column name. */
  rows: Record<string, Row[]>;
};

/** Runs one piece of work on a connection of its own; `url` defaults to the superuser of this file's database. */
export async function onDatabase<Value>(
  work: (client: pg.Client) => Promise<Value>,
  url = process.env.ADMIN_URL,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One row as given; the keys are column names. */
export async function insert(client: pg.Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(row),
  );
}

/** An officer of the world, or one more. */
export function officer(
  role: Role,
  area: string | null,
  agency: OfficerAgency | null = null,
): Actor {
  const id = randomUUID();
  return {
    id,
    login: `${role.replaceAll("_", ".")}.${id.slice(0, 8)}`,
    name: `นาง${role}`,
    role,
    position: "ตำแหน่ง",
    provinceCode: area?.slice(0, 2) ?? null,
    districtCode: area && area.length === 4 ? area : null,
    agency,
  };
}

export function officerRow(actor: Actor): Row {
  return {
    id: actor.id,
    login: actor.login,
    name: actor.name,
    role: actor.role,
    position: actor.position,
    province_code: actor.provinceCode,
    district_code: actor.districtCode,
    agency: actor.agency,
    status: "active",
  };
}

/** The import that a province's holders come from. */
export function importBatchRow(id: string, by: Actor, overrides: Row = {}): Row {
  return {
    id,
    province_code: by.provinceCode,
    number: 1,
    file_name: "list.csv",
    file_sha256: "00",
    file_bytes: 1,
    programme_on: "2018-02-01",
    created_by_id: by.id,
    ...overrides,
  };
}

/** A holder as the import writes one; nothing derived yet. */
export function holderRow(district: string, batch: string, overrides: Row = {}): Row {
  const id = randomUUID();
  return {
    id,
    province_code: district.slice(0, 2),
    district_code: district,
    subdistrict_code: `${district}01`,
    national_id_enc: randomBytes(42),
    national_id_index: randomBytes(32),
    national_id_last4: "1234",
    title: "นาง",
    first_name: "บุญมี",
    last_name: "ใจดี",
    income_2559_satang: 2_000_000,
    search_name: "บุญมี ใจดี",
    created_batch_id: batch,
    changed_batch_id: batch,
    ...overrides,
  };
}

/** The officer of a role and a place; the first where there are several. */
export function who(world: World, role: Role, area?: string): Actor {
  const found = world.officers.find(
    (actor) =>
      actor.role === role &&
      (area === undefined || (actor.districtCode ?? actor.provinceCode) === area),
  );
  if (!found) throw new Error(`The world has no ${role} in ${area}`);
  return found;
}
