import { randomUUID } from "node:crypto";
import { impossibleId } from "@tests/builders/people";
import {
  holderRow,
  importBatchRow,
  insert,
  officer,
  officerRow,
  onDatabase,
  type Row,
} from "@tests/security/world";
import type { DeskIntentInput, PaperIntentInput } from "@/domain/intent";
import { nameSearchKey } from "@/domain/names";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";

/** A district with two receiving officers, its neighbour, and a district of another province. */
export type DeskWorld = {
  chief: Actor;
  secretary: Actor;
  desk: Actor;
  colleague: Actor;
  neighbour: Actor;
  stranger: Actor;
  batches: Record<string, string>;
};

export async function buildDeskWorld(): Promise<DeskWorld> {
  const people = {
    chief: officer("district_chief", "5401"),
    secretary: officer("district_secretary", "5401"),
    desk: officer("receiving_officer", "5401"),
    colleague: officer("receiving_officer", "5401"),
    neighbour: officer("receiving_officer", "5402"),
    stranger: officer("receiving_officer", "5501"),
  };
  const treasuries = [officer("provincial_officer", "54"), officer("provincial_officer", "55")];
  const batches: Record<string, string> = {};
  await onDatabase(async (client) => {
    for (const actor of [...Object.values(people), ...treasuries])
      await insert(client, "officer", officerRow(actor));
    for (const treasury of treasuries) {
      const batch = randomUUID();
      batches[treasury.provinceCode ?? ""] = batch;
      await insert(client, "import_batch", importBatchRow(batch, treasury));
    }
  });
  return { ...people, batches };
}

let made = 0;

/** A holder who can be found by number and name; the test names what it is about. */
export async function saveHolder(
  world: DeskWorld,
  {
    district = "5401",
    firstName = "คำปัน",
    lastName = "อินต๊ะวงศ์",
    ...columns
  }: {
    district?: string;
    firstName?: string;
    lastName?: string;
  } & Row = {},
) {
  made += 1;
  const nationalId = impossibleId("3", made);
  const row = holderRow(district, world.batches[district.slice(0, 2)] ?? "", {
    first_name: firstName,
    last_name: lastName,
    search_name: nameSearchKey(firstName, lastName),
    birth_date: "1964-05-01",
    birth_date_precision: "day",
    moo: 4,
    national_id_index: Buffer.from(nationalIdIndex(nationalId)),
    national_id_last4: nationalId.slice(-4),
    ...columns,
  });
  row.national_id_enc = Buffer.from(encryptNationalId(nationalId, row.id as string));
  await onDatabase((client) => insert(client, "holder", row));
  return { id: row.id as string, nationalId, name: `นาง${firstName} ${lastName}` };
}

/** A place announced for all of February, and a desk on each of the days. */
export async function savePlace(by: Actor, days: readonly string[] = [], name = "หอประชุมอำเภอ") {
  const id = randomUUID();
  const area = { province_code: by.provinceCode, district_code: by.districtCode };
  const desks: Record<string, string> = {};
  await onDatabase(async (client) => {
    await insert(client, "place", {
      id,
      ...area,
      name,
      opens_on: "2018-02-01",
      closes_on: "2018-02-28",
      announced_by_id: by.id,
      recorded_on: "2018-02-01",
    });
    for (const day of days) {
      const desk = randomUUID();
      desks[day] = desk;
      await insert(client, "desk", {
        id: desk,
        place_id: id,
        ...area,
        open_on: day,
        opened_by_id: by.id,
      });
    }
  });
  return { id, desks };
}

/** Moves the programme's date; the demo's clock, so that a test can play on any day. */
export async function setToday(day: string) {
  await onDatabase((client) =>
    client.query(
      "INSERT INTO setting (key, value) VALUES ('programme_on', $1) ON CONFLICT (key) DO UPDATE SET value = $1",
      [JSON.stringify(day)],
    ),
  );
}

export function buildDeskIntent(
  input: Partial<DeskIntentInput> & { holderId: string; deskId: string },
): DeskIntentInput {
  return { ...form, identityChecked: true, ...input };
}

export function buildPaper(
  input: Partial<PaperIntentInput> & { holderId: string; placeId: string },
): PaperIntentInput {
  return {
    ...form,
    intentOn: "2018-02-12",
    paperNumber: "12/2561",
    lateReason: "พิมพ์จากแบบกระดาษ",
    ...input,
  };
}

const form = {
  answer: "yes" as const,
  reason: null,
  consentFinancial: true,
  consentContact: true,
  consentVersion: "2018-02" as const,
  phone: null,
  currentAddress: null,
  currentSubdistrictCode: null,
  nameOnCard: null,
  signedBy: "signature" as const,
  witnesses: [],
  readAloud: false,
  proxy: null,
};

/** Sends a command as somebody, under a new id unless one is given. */
export function send(
  command: AnyCommand,
  actor: Actor,
  input: unknown,
  id = randomUUID() as string,
) {
  return execute(command, actor, { id, input });
}

/** One number of a query, as the superuser sees it. */
export function count(sql: string, ...values: unknown[]): Promise<number> {
  return onDatabase(
    async (client) =>
      (await client.query(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0].n,
  );
}

export async function holderNow(id: string) {
  return onDatabase(
    async (client) =>
      (
        await client.query(
          "SELECT state, latest_answer, first_yes_on::text, phone, name_on_card FROM holder WHERE id = $1",
          [id],
        )
      ).rows[0],
  );
}

/** People of each state, by the tally that dashboards read, and by a full count. */
export async function tallies() {
  return onDatabase(async (client) => ({
    kept: (
      await client.query(
        "SELECT state, latest_answer AS answer, sum(people)::int AS people FROM holder_tally GROUP BY 1, 2 ORDER BY 1, 2",
      )
    ).rows,
    counted: (
      await client.query(
        "SELECT state, coalesce(latest_answer, 'none') AS answer, count(*)::int AS people FROM holder GROUP BY 1, 2 ORDER BY 1, 2",
      )
    ).rows,
  }));
}
