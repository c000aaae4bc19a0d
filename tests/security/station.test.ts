import { randomUUID } from "node:crypto";
import { setToday } from "@tests/integration/desk-world";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, can } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { database } from "@/server/db";
import { actorFrom } from "@/server/officers/queries";
import { openDesk } from "@/server/places/commands";
import { scoped } from "@/server/scope";
import { authOptions } from "@/server/session";
import { claimStation, findSession, findStationOf } from "@/server/sign-in/station";
import { closeStation, issuePin, openStation } from "@/server/stations/commands";
import { listStations } from "@/server/stations/queries";
import { buildWorld } from "./build-world";
import { insert, officer, officerRow, onDatabase, type World, who } from "./world";

/** Desk mode: a PIN is valid on one computer on one day, and allows only the desk's work. */
let world: World;
let secretary: Actor;
let first: Actor;
const today = "2018-02-21";

type SignIn = (given: object, request: object) => Promise<{ sessionId: string } | null>;
const providerOf = (id: string) =>
  (authOptions().providers as unknown as { options: { id?: string; authorize: SignIn } }[]).find(
    ({ options }) => options.id === id,
  )?.options.authorize as SignIn;
const enter = (officerId: string, pin: string, token: string | null) =>
  providerOf("pin")(
    { officerId, pin },
    { headers: { cookie: token === null ? "" : `a=b; sukjai.station=${token}` } },
  );
const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
const sql = (text: string, ...values: unknown[]) =>
  onDatabase((client) => client.query(text, values));

/** An officer's session, as after a sign-in with the password. */
async function sessionOf(actor: Actor): Promise<string> {
  const id = randomUUID();
  await sql(
    "INSERT INTO auth.session (id, officer_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
    id,
    actor.id,
  );
  return id;
}

let deskId: string;
beforeAll(async () => {
  world = await buildWorld();
  secretary = who(world, "district_secretary", "5401");
  first = who(world, "receiving_officer", "5401");
  await setToday(today);
  const placeId = world.rows.place?.find((row) => row.district_code === "5401")?.id;
  const opened = await send(openDesk, secretary, { placeId });
  deskId = (opened as { value: { deskId: string } }).value.deskId;
});

let station: { id: string; token: string };
async function newStation(officerIds = [first.id, secretary.id]) {
  const opened = await send(openStation, secretary, { deskId, officerIds });
  const id = (opened as { value: { stationId: string } }).value.stationId;
  const token = await claimStation(database(), id, await sessionOf(secretary));
  if (!token) throw new Error("The station was not given its token");
  return { id, token };
}
beforeEach(async () => {
  await setToday(today);
  station = await newStation();
});
async function pinOf(officerId: string, id = station.id): Promise<string> {
  const asked = { stationId: id, officerId };
  const stations = await scoped(secretary, (scope) => listStations(scope, today, asked));
  // Nobody else's is given with it.
  const given = stations.flatMap(({ officers }) => officers).filter(({ pin }) => pin !== null);
  expect(given.length).toBeLessThan(2);
  const found = stations
    .find((each) => each.id === id)
    ?.officers.find((each) => each.id === officerId);
  if (!found?.pin) throw new Error("He has no PIN there");
  return found.pin;
}
const onAt = async (session: { sessionId: string } | null, token?: string) =>
  session && findSession(database(), session.sessionId, token);

describe("a PIN", () => {
  it("opens the desk's work for its officer, whose name every record bears", async () => {
    const session = await enter(first.id, await pinOf(first.id), station.token);
    expect(await onAt(session, station.token)).toMatchObject({
      id: first.id,
      role: "receiving_officer",
      district_code: "5401",
    });
  });

  it("opens nothing else, also for a secretary", async () => {
    const session = await enter(secretary.id, await pinOf(secretary.id), station.token);
    const row = await onAt(session, station.token);
    const actor = row && actorFrom(row);
    expect(actor).toMatchObject({ id: secretary.id, role: "receiving_officer" });
    if (!actor) return;
    const district = { type: "district", id: "5401", provinceCode: "54", districtCode: "5401" };
    expect(can(actor, "intent.record", district)).toBe(true);
    for (const action of ["station.open", "caseload.assign", "code.keep", "holder.list"] as const)
      expect(can(actor, action, district), action).toBe(false);
    expect(await send(closeStation, actor, { stationId: station.id })).toMatchObject({ ok: false });
  });

  it("leaves one officer on at a time, and ends what was signed in on the computer", async () => {
    const one = await enter(first.id, await pinOf(first.id), station.token);
    const two = await enter(secretary.id, await pinOf(secretary.id), station.token);
    expect(await onAt(one, station.token)).toBeNull();
    expect(await onAt(two, station.token)).toMatchObject({ id: secretary.id });
  });

  it("speaks for nobody where the station's token is not", async () => {
    const session = await enter(first.id, await pinOf(first.id), station.token);
    expect(await onAt(session)).toBeNull();
    expect(await onAt(session, "another")).toBeNull();
    expect(await onAt(session, (await newStation()).token)).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ["wrong", async () => enter(first.id, "x", station.token)],
    ["typed on another computer", async () => enter(first.id, await pinOf(first.id), null)],
    [
      "typed with a forged token",
      async () => enter(first.id, await pinOf(first.id), "x".repeat(43)),
    ],
    [
      "of another station",
      async () => {
        const other = await newStation();
        return enter(first.id, await pinOf(first.id), other.token);
      },
    ],
    ["another officer's", async () => enter(first.id, await pinOf(secretary.id), station.token)],
    [
      "yesterday's",
      async () => {
        const pin = await pinOf(first.id);
        await setToday("2018-02-22");
        return enter(first.id, pin, station.token);
      },
    ],
    [
      "typed after midnight",
      async () => {
        await sql(
          "UPDATE auth.station_key SET expires_at = now() WHERE station_id = $1",
          station.id,
        );
        return enter(first.id, await pinOf(first.id), station.token);
      },
    ],
    [
      "of a closed station",
      async () => {
        const pin = await pinOf(first.id);
        await send(closeStation, secretary, { stationId: station.id });
        return enter(first.id, pin, station.token);
      },
    ],
    [
      "replaced",
      async () => {
        const pin = await pinOf(first.id);
        await send(issuePin, secretary, { stationId: station.id, officerId: first.id });
        return enter(first.id, pin, station.token);
      },
    ],
    [
      "of a locked name",
      async () => {
        const pin = await pinOf(first.id);
        for (let turn = 0; turn < 5; turn += 1) await enter(first.id, "x", station.token);
        return enter(first.id, pin, station.token);
      },
    ],
    [
      "of somebody who was given none there",
      async () => enter(who(world, "district_chief", "5401").id, "000000", station.token),
    ],
    ["of nobody", async () => enter("nobody", "000000", station.token)],
  ])("is refused alike when it is %s", async (_, attempt) => {
    expect(await attempt()).toBeNull();
  });

  it("is shown once: the slip's address gives nothing the second time, until there is a new PIN", async () => {
    const before = await pinOf(first.id);
    const asked = { stationId: station.id, officerId: first.id };
    const again = await scoped(secretary, (scope) => listStations(scope, today, asked));
    const row = again.flatMap(({ officers }) => officers).find(({ isAsked }) => isAsked);
    expect(row).toMatchObject({ id: first.id, pin: null, shown: true });
    expect(await enter(first.id, before, station.token)).not.toBeNull();
    expect(await send(issuePin, secretary, asked)).toMatchObject({ ok: true });
    expect(await pinOf(first.id)).not.toBe(before);
    // Another district's secretary shows nothing, and uses nothing up.
    await send(issuePin, secretary, asked);
    const stranger = who(world, "district_secretary", "5402");
    expect(
      JSON.stringify(await scoped(stranger, (scope) => listStations(scope, today, asked))),
    ).not.toContain('isAsked":true');
    expect(await pinOf(first.id)).toMatch(/^\d{6}$/);
  });

  it("lets no more than five of 40 guesses through that are sent at once", async () => {
    await Promise.all(Array.from({ length: 40 }, () => enter(first.id, "x", station.token)));
    const { rows } = await sql(
      "SELECT failures FROM auth.station_pin WHERE station_id = $1 AND officer_id = $2",
      station.id,
      first.id,
    );
    expect(rows).toEqual([{ failures: 5 }]);
    // Locked on this station alone, and open again with another PIN.
    const other = await newStation();
    const elsewhere = await enter(first.id, await pinOf(first.id, other.id), other.token);
    expect(elsewhere).not.toBeNull();
    await send(issuePin, secretary, { stationId: station.id, officerId: first.id });
    expect(await enter(first.id, await pinOf(first.id), station.token)).not.toBeNull();
  });
});

describe("what is open at a station ends at the next request", () => {
  const enterFirst = async () => enter(first.id, await pinOf(first.id), station.token);

  it("when the station is closed", async () => {
    const session = await enterFirst();
    await send(closeStation, secretary, { stationId: station.id });
    expect(await onAt(session, station.token)).toBeNull();
    expect(await findStationOf(database(), station.token)).toBeNull();
  });

  it("when the day ends", async () => {
    const session = await enterFirst();
    await setToday("2018-02-22");
    expect(await onAt(session, station.token)).toBeNull();
  });

  it("when the officer leaves the service", async () => {
    const gone = officer("receiving_officer", "5401");
    await onDatabase((client) => insert(client, "officer", officerRow(gone)));
    const there = await newStation([gone.id]);
    const session = await enter(gone.id, await pinOf(gone.id, there.id), there.token);
    expect(await onAt(session, there.token)).not.toBeNull();
    await sql("UPDATE officer SET status = 'disabled' WHERE id = $1", gone.id);
    expect(await onAt(session, there.token)).toBeNull();
  });
});

describe("a station", () => {
  it("is opened by the district's heads at a desk of theirs that is open today", async () => {
    const input = { deskId, officerIds: [first.id] };
    expect(await send(openStation, first, input)).toMatchObject({ code: "NOT_FOUND" });
    expect(await send(openStation, who(world, "district_secretary", "5402"), input)).toMatchObject({
      code: "NOT_FOUND",
    });
    await setToday("2018-02-22");
    expect(await send(openStation, secretary, input)).toMatchObject({ code: "DESK_NOT_OPEN" });
  });

  it("is not opened for nobody", async () => {
    expect(await send(openStation, secretary, { deskId, officerIds: [] })).toMatchObject({
      code: "INVALID",
      fields: { officerIds: ["choose"] },
    });
  });

  it("gives its token once, to the session of who opened it, and not to a station's session", async () => {
    const opened = await send(openStation, secretary, { deskId, officerIds: [secretary.id] });
    const id = (opened as { value: { stationId: string } }).value.stationId;
    expect(await claimStation(database(), id, await sessionOf(first))).toBeNull();
    const pinned = await enter(secretary.id, await pinOf(secretary.id), station.token);
    expect(await claimStation(database(), id, pinned?.sessionId ?? "")).toBeNull();
    const own = await sessionOf(secretary);
    expect(await claimStation(database(), id, own)).not.toBeNull();
    expect(await claimStation(database(), id, own)).toBeNull();
    expect(await claimStation(database(), "x", own)).toBeNull();
  });

  it("gives a PIN to officers of its own district's desk alone", async () => {
    for (const stranger of [
      who(world, "receiving_officer", "5402"),
      who(world, "account_officer", "5401"),
    ])
      expect(
        await send(issuePin, secretary, { stationId: station.id, officerId: stranger.id }),
      ).toMatchObject({ code: "CONFLICT" });
  });

  it("shows names between two officers, and no PIN", async () => {
    const shown = await findStationOf(database(), station.token);
    expect(shown?.officers.map(({ id }) => id).sort()).toEqual([first.id, secretary.id].sort());
    expect(JSON.stringify(shown)).not.toContain(await pinOf(first.id));
  });
});

it("hides tokens, PINs and slips from every login and role", async () => {
  for (const url of [process.env.DATABASE_APP_URL, process.env.DATABASE_JOB_URL])
    await onDatabase(async (client) => {
      for (const table of ["auth.station_key", "auth.station_pin", "auth.slip"])
        await expect(client.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({
          code: "42501",
        });
      for (const call of [
        "auth.list_slips()",
        `auth.list_pins('${station.id}')`,
        `auth.show_pin('${station.id}', '${first.id}')`,
        `auth.issue_pin('${station.id}', '${first.id}', '${first.id}')`,
        `auth.issue_slip('${first.id}', '${first.id}', 7)`,
      ])
        await expect(client.query(`SELECT ${call}`)).rejects.toMatchObject({ code: "42501" });
    }, url);
});
