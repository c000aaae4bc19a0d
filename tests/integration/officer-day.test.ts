import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { demoToday } from "@tests/builders/demo-officers";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { readHolderFilter } from "@/domain/holder-filter";
import { nextContactOn } from "@/domain/next-step/case";
import type { Actor } from "@/domain/policy";
import { calendarDays, callDays } from "@/domain/visit";
import { refuseInterview } from "@/server/assessments/commands";
import { holdersMatching } from "@/server/caseload/matching";
import { type AnyCommand, execute } from "@/server/command";
import { listCasework } from "@/server/holders/casework";
import type { HomeCard } from "@/server/home/card";
import { listNextPeople } from "@/server/home/next-people";
import { getHome } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { listSupervised } from "@/server/supervision/queries";
import { listCalendar } from "@/server/visits/calendar";
import {
  confirmFinding,
  endAppointment,
  makeAppointment,
  planVillage,
  recordAbsence,
  recordDeparture,
  recordVisit,
} from "@/server/visits/commands";
import { listCalls, loadWalk, viewDay, viewWorkSheet } from "@/server/visits/day";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";

/** An account officer's day: whatever is recorded of somebody, every page says the same of them afterwards. */
let officer: Actor;
let chief: Actor;
/** Of the cohort, waiting for an interview, without a day, and nothing has been heard of them. */
let waiting: string[];

beforeAll(async () => {
  await loadedDemo();
  officer = await signedIn("dopa.song");
  const [one] = await asSuperuser<{ login: string }>(
    "SELECT login FROM officer WHERE role = 'district_chief' AND district_code = $1 ORDER BY login LIMIT 1",
    [officer.districtCode],
  );
  chief = await signedIn(one?.login ?? "");
  const rows = await asSuperuser<{ id: string }>(
    `SELECT id FROM holder h WHERE account_officer_id = $1 AND must_reach AND state = 'assigned' AND counted
       AND NOT EXISTS (SELECT FROM absence x WHERE x.holder_id = h.id)
       AND NOT EXISTS (SELECT FROM departure x WHERE x.holder_id = h.id)
       AND NOT EXISTS (SELECT FROM interview_refusal x WHERE x.holder_id = h.id)
       AND NOT EXISTS (SELECT FROM appointment x WHERE x.holder_id = h.id) ORDER BY id`,
    [officer.id],
  );
  waiting = rows.map(({ id }) => id);
});

async function done(command: AnyCommand, input: unknown, actor = officer) {
  const id = randomUUID();
  const sent = await execute(command, actor, { id, input });
  expect(sent, `${command.name} ${JSON.stringify(sent)}`).toMatchObject({ ok: true });
  return (sent as { value: Record<string, string> }).value;
}

function next(): string {
  const id = waiting.pop();
  if (!id) throw new Error("Nobody of the caseload is left");
  return id;
}

const appoint = (holderId: string, meetOn: string) =>
  done(makeAppointment, { holderId, meetOn, meetAt: null, kind: "home", placeName: null });
const day = () => scoped(officer, (scope) => viewDay(scope, null));
const calendar = () => scoped(officer, (scope) => listCalendar(scope, calendarDays));

/** Where a person stands on the pages of the officer. */
async function placesOf(holderId: string) {
  const isOne = ({ id }: { id: string }) => id === holderId;
  const { people, parts, refusing, next: nextHouse } = await day();
  const { appointments } = await calendar();
  const home = await scoped(officer, async (scope) =>
    listNextPeople(scope, demoToday, await loadWalk(scope, demoToday)),
  );
  const file = await scoped(officer, (scope) => listCasework(scope, holderId));
  const [holder] = await asSuperuser<{ state: string }>("SELECT state FROM holder WHERE id = $1", [
    holderId,
  ]);
  return {
    state: holder?.state,
    today: people.some(isOne),
    missed: parts.some(({ missed }) => missed.some(isOne)),
    refusing: refusing.some(isOne),
    nextHouse: nextHouse?.id === holderId,
    home: home.some((person) => isOne(person) && person.meetOn !== null),
    calendar: appointments.some(({ person }) => isOne(person)),
    file: nextContactOn(file),
    appointments: (
      await asSuperuser<{ status: string }>(
        "SELECT status FROM appointment WHERE holder_id = $1 ORDER BY meet_on",
        [holderId],
      )
    ).map(({ status }) => status),
  };
}

describe("who refused the interview", () => {
  const refuse = (holderId: string, refusedOn = demoToday) =>
    done(refuseInterview, { holderId, refusedOn, reason: "ไม่มีเวลา" });
  const closed = { today: false, missed: false, nextHouse: false, home: false, calendar: false };

  it.each([
    ["today", 0, "kept"],
    ["of a day to come", 5, "cancelled"],
  ])(
    "is not sent for by an appointment %s; rejected, they are due again",
    async (_, ahead, status) => {
      const holderId = next();
      await appoint(holderId, addDays(demoToday, ahead));
      expect(await placesOf(holderId)).toMatchObject({
        state: "scheduled",
        calendar: true,
        today: ahead === 0,
        refusing: false,
      });

      const { refusalId } = await refuse(holderId);
      const pending = { ...closed, refusing: true, file: null, appointments: [status] };
      expect(await placesOf(holderId)).toEqual({ ...pending, state: "assigned" });

      const rejected = { outcome: "rejected", note: "ผู้มีบัตรขอให้ไปใหม่" };
      await done(confirmFinding, { kind: "refusal", findingId: refusalId, ...rejected }, chief);
      expect(await placesOf(holderId)).toMatchObject({ refusing: false, state: "assigned" });
      const { villages } = await calendar();
      await appoint(holderId, demoToday);
      expect(await placesOf(holderId)).toMatchObject({ today: true, calendar: true });
      expect((await calendar()).villages).not.toEqual(villages);
      await done(endAppointment, { holderId, status: "cancelled", reason: null });
    },
  );

  it("stays so when the chief has confirmed it, whatever the month", async () => {
    const holderId = next();
    await appoint(holderId, demoToday);
    const { refusalId } = await refuse(holderId);
    const confirmed = { outcome: "confirmed", note: null };
    await done(confirmFinding, { kind: "refusal", findingId: refusalId, ...confirmed }, chief);
    expect(await placesOf(holderId)).toEqual({
      ...closed,
      refusing: false,
      state: "refused_interview",
      file: null,
      appointments: ["kept"],
    });
  });

  it("keeps a day that was agreed on after the refusal", async () => {
    const holderId = next();
    await appoint(holderId, demoToday);
    await refuse(holderId, addDays(demoToday, -3));
    expect(await placesOf(holderId)).toMatchObject({ today: true, appointments: ["planned"] });
    await done(endAppointment, { holderId, status: "cancelled", reason: null });
  });

  it("is called off where it was left open before: by the migration, unless it was agreed on later", async () => {
    const [held, ahead, agreedLater, rejected] = [next(), next(), next(), next()];
    for (const holderId of [held, agreedLater, rejected]) await appoint(holderId, demoToday);
    await appoint(ahead, addDays(demoToday, 5));
    for (const holderId of [held, ahead]) await refuse(holderId);
    await refuse(agreedLater, addDays(demoToday, -3));
    const { refusalId } = await refuse(rejected);
    const outcome = { outcome: "rejected", note: "ผู้มีบัตรขอให้ไปใหม่" };
    await done(confirmFinding, { kind: "refusal", findingId: refusalId, ...outcome }, chief);
    // As those rows stood until then.
    await asSuperuser(
      "UPDATE appointment SET status = 'planned' WHERE holder_id = ANY($1) AND status <> 'planned'",
      [[held, ahead, rejected]],
    );
    expect(await placesOf(held)).toMatchObject({ state: "scheduled", today: true });
    const migration = "prisma/migrations/20261130034035_refused_is_not_sent_for/migration.sql";
    await asSuperuser(await readFile(migration, "utf8"));
    const left = await Promise.all([held, ahead, agreedLater, rejected].map(placesOf));
    expect(left.map(({ appointments, state }) => [...appointments, state])).toEqual([
      ["kept", "assigned"],
      ["cancelled", "assigned"],
      ["planned", "scheduled"],
      ["planned", "scheduled"],
    ]);
    for (const holderId of [agreedLater, rejected])
      await done(endAppointment, { holderId, status: "cancelled", reason: null });
  });

  it("is in no village to plan while the refusal waits", async () => {
    const total = async () =>
      (await calendar()).villages.reduce((sum, { people }) => sum + people, 0);
    const before = await total();
    await refuse(next());
    expect(await total()).toBe(before - 1);
  });
});

describe("the work sheet", () => {
  it("lists every record of the day with what it was", async () => {
    const [closedDoor, dead, away, both] = [next(), next(), next(), next()];
    const visit = { visitedOn: demoToday, note: null, nextOn: null };
    await done(recordVisit, { holderId: closedDoor, ...visit, outcome: "not_home" });
    const death = {
      kind: "deceased",
      departedOn: demoToday,
      source: "headman",
      sourceDetail: "ผู้ใหญ่บ้าน",
    };
    await done(recordDeparture, { holderId: dead, ...death });
    const absence = {
      notedOn: demoToday,
      awayProvinceCode: "10",
      awayDistrict: null,
      phone: null,
      returnOn: null,
      source: "relative",
    };
    await done(recordAbsence, { holderId: away, ...absence });
    await done(recordVisit, { holderId: both, ...visit, outcome: "met" });
    await done(refuseInterview, { holderId: both, refusedOn: demoToday, reason: "ไม่สะดวก" });
    const { people } = await scoped(officer, viewWorkSheet);
    const resultsOf = (holderId: string) => people.find(({ id }) => id === holderId)?.results;
    expect([closedDoor, dead, away, both].map(resultsOf)).toEqual([
      ["not_home"],
      ["deceased"],
      ["away"],
      ["met", "refusal"],
    ]);
  });
});

describe("an appointment", () => {
  it("beyond the days of the calendar is counted there by its day", async () => {
    const meetOn = addDays(demoToday, calendarDays + 3);
    const holderId = next();
    const [place] = await asSuperuser<{ code: string; moo: number }>(
      "SELECT visit_subdistrict_code AS code, visit_moo AS moo FROM holder WHERE id = $1",
      [holderId],
    );
    const village = (await calendar()).villages.find(
      ({ subdistrictCode, moo }) => subdistrictCode === place?.code && moo === place.moo,
    );
    await done(planVillage, {
      subdistrictCode: place?.code,
      moo: place?.moo,
      meetOn,
      expected: village?.people,
      holderIds: [holderId],
    });
    const { appointments, later } = await calendar();
    expect(appointments.some(({ person }) => person.id === holderId)).toBe(false);
    expect(later).toContainEqual({ day: meetOn, people: 1 });
    const thatDay = await scoped(officer, (scope) => listCalendar(scope, calendarDays, meetOn));
    expect(thatDay.appointments.map(({ person }) => person.id)).toEqual([holderId]);
    expect(thatDay.later).toEqual([]);
    await done(endAppointment, { holderId, status: "cancelled", reason: null });
  });

  it("is confirmed by telephone in the days before it", async () => {
    // The demo's own days to come are nearer than these.
    await asSuperuser(
      "UPDATE appointment SET status = 'cancelled' WHERE status = 'planned' AND meet_on > $1",
      [demoToday],
    );
    const holderId = next();
    await appoint(holderId, addDays(demoToday, callDays + 1));
    expect(await scoped(officer, listCalls)).toEqual({ day: null, people: [] });
    const near = addDays(demoToday, callDays);
    await appoint(holderId, near);
    expect(await scoped(officer, listCalls)).toMatchObject({
      day: near,
      people: [{ id: holderId }],
    });
  });

  it("of who is away or dead is counted nowhere: home, lists, calendar, day and supervision are one number", async () => {
    const [here, gone, reported] = [next(), next(), next()];
    for (const holderId of [here, gone, reported]) await appoint(holderId, addDays(demoToday, 1));
    const said = async (today: string) => {
      const { cards, waiting: waitingCards } = await scoped(officer, getHome);
      // A card is shown only while there is something of it.
      const card = (key: HomeCard["key"]) =>
        [...cards, ...waitingCards].find((each) => each.key === key)?.count ?? 0;
      const { people, parts } = await day();
      const { appointments } = await calendar();
      const supervised = await scoped(chief, listSupervised);
      const filter = readHolderFilter({ meetBefore: today });
      return {
        now: {
          home: card("appointmentsToday"),
          day: people.length,
          calendar: appointments.filter(({ meetOn }) => meetOn === today).length,
        },
        late: {
          home: card("overdueAppointments"),
          list: await scoped(officer, (scope) =>
            scope.tx.holder.count({ where: holdersMatching(scope, filter) }),
          ),
          day: parts.reduce((sum, { missed }) => sum + missed.length, 0),
          calendar: appointments.filter(({ meetOn }) => meetOn < today).length,
          supervision: supervised.rows.find(({ officerId }) => officerId === officer.id)?.overdue,
        },
      };
    };
    const allOf = (numbers: object) => new Set(Object.values(numbers));
    const before = await said(demoToday);
    await done(recordAbsence, {
      holderId: gone,
      notedOn: demoToday,
      awayProvinceCode: "10",
      awayDistrict: null,
      phone: null,
      returnOn: null,
      source: "relative",
    });
    await done(recordDeparture, {
      holderId: reported,
      kind: "deceased",
      departedOn: demoToday,
      source: "headman",
      sourceDetail: "ผู้ใหญ่บ้าน",
    });
    for (const ahead of [1, 2]) {
      const today = addDays(demoToday, ahead);
      await done(advanceClock, { to: today }, await signedIn("console"));
      const { now, late } = await said(today);
      expect(allOf(now)).toEqual(new Set([ahead === 1 ? 1 : 0]));
      expect(allOf(late)).toEqual(
        new Set([before.late.day + before.now.day + (ahead === 1 ? 0 : 1)]),
      );
    }
  });
});
