import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { seededRandom } from "@tests/builders/random";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar";
import { type RoundState, roundStateOf, roundStates } from "@/domain/follow-up";
import type { HolderFilter, RoundFilter } from "@/domain/holder-filter";
import { nextContactOn } from "@/domain/next-step/case";
import type { Actor } from "@/domain/policy";
import { tableOf } from "@/domain/tables";
import { getFilterNames } from "@/server/caseload/filter-names";
import { countHolders, listHolders } from "@/server/caseload/holders";
import { type AnyCommand, execute } from "@/server/command";
import { recordAttempt, recordContact } from "@/server/contacts/commands";
import { findContacted } from "@/server/contacts/queries";
import { getDistrictDays, getProvinceDay } from "@/server/daily/queries";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { exportPath } from "@/server/exports/files";
import { followUpsSheet } from "@/server/exports/follow-ups";
import { findFollowUp, getFollowUps } from "@/server/follow-ups/queries";
import { countTried } from "@/server/follow-ups/tried";
import { listCasework } from "@/server/holders/casework";
import { getHome } from "@/server/home/queries";
import { runDaily } from "@/server/jobs/daily";
import { runExport } from "@/server/jobs/export";
import {
  markBounced,
  markReady,
  markReported,
  sendMinistryFile,
  setFieldOrder,
} from "@/server/ministry/commands";
import { contentHash } from "@/server/ministry/content-hash";
import { listMinistry, viewSheet } from "@/server/ministry/queries";
import { listRegister } from "@/server/papers/register";
import { reportPaper } from "@/server/papers/report-paper";
import { prepareReport, receiveReport, sendReportOn, signReport } from "@/server/reports/commands";
import { listFigures } from "@/server/reports/new-report";
import {
  countReportsWaiting,
  listReportMonths,
  listReports,
  listStanding,
  viewReport,
} from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { listCalendar } from "@/server/visits/calendar";
import {
  endAppointment,
  makeAppointment,
  recordAbsence,
  recordReturn,
} from "@/server/visits/commands";
import { listCalls, loadWalk, viewDay, viewWorkSheet } from "@/server/visits/day";
import { asSuperuser } from "./demo-world";
import { rowsOf } from "./export-files";
import { buildFollowUpWorld } from "./follow-up-world";

let world: Awaited<ReturnType<typeof buildFollowUpWorld>>;
let ao: Actor;
let chief: Actor;
let secretary: Actor;
let treasury: Actor;
let governor: Actor;
beforeAll(async () => {
  world = await buildFollowUpWorld();
  ({ ao, chief, secretary, treasury, governor } = world);
  await done(advanceClock, world.admin, { to: "2018-06-15" });
});

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
async function done<Value>(command: AnyCommand, actor: Actor, input: unknown): Promise<Value> {
  const sent = await send(command, actor, input);
  expect(sent, command.name).toMatchObject({ ok: true });
  return (sent as { value: Value }).value;
}

const random = seededRandom("follow-ups");
const planned = () =>
  world.holders.filter(({ owner, planned }) => planned && owner === ao.id).map(({ id }) => id);

/** What the form would send for this person, with some numbers by chance. */
async function contactOf(holderId: string, over: Record<string, unknown> = {}) {
  const person = await scoped(ao, (scope) => findContacted(scope, holderId, null));
  const states = ["not_begun", "taking_part", "finished"] as const;
  return {
    holderId,
    contactedOn: "2018-06-15",
    channel: "phone",
    projects: Object.fromEntries(
      (person?.projects ?? []).map(({ project }) => [project, random.pick(states)]),
    ),
    incomeBaht: 1000 + random.int(0, 5000),
    gotJob: random.chance(0.3) ? "yes" : "no",
    loanBaht: random.chance(0.3) ? 20_000 : null,
    trainingHours: random.chance(0.5) ? 18 : null,
    obstacles: [],
    ...over,
  };
}

describe("a contact", () => {
  it("is recorded with its round, and tells what came of the plan", async () => {
    const [holderId = ""] = planned();
    const input = await contactOf(holderId, { incomeBaht: 3100, gotJob: "yes" });
    await done(recordContact, ao, input);
    const [row] = await asSuperuser(
      "SELECT contacts, rounds_done, income_now, got_job FROM follow_up WHERE holder_id = $1",
      [holderId],
    );
    expect(row).toEqual({
      contacts: 1,
      rounds_done: ["june"],
      income_now: 3100,
      got_job: true,
    });
  });

  it("counts once for its round, and the corrected one tells its day", async () => {
    const [holderId = ""] = planned();
    const rounds = async () =>
      (await scoped(ao, (scope) => findFollowUp(scope, holderId)))?.rounds.map(({ id, doneOn }) => [
        id,
        doneOn,
      ]);
    expect(await rounds()).toEqual([
      ["june", "2018-06-15"],
      ["september", null],
    ]);
    const [first] = await asSuperuser<{ id: string }>(
      "SELECT id FROM contact WHERE holder_id = $1",
      [holderId],
    );
    const correction = await contactOf(holderId, {
      correctsId: first?.id,
      contactedOn: "2018-06-14",
      incomeBaht: 3100,
      gotJob: "yes",
    });
    await done(recordContact, ao, correction);
    expect(await rounds()).toEqual([
      ["june", "2018-06-14"],
      ["september", null],
    ]);
  });

  it("cannot be kept under a round that no rule set has, or that had not begun", async () => {
    const [holderId = ""] = planned();
    for (const round of ["july", "september"])
      await expect(
        asSuperuser(
          `INSERT INTO contact SELECT (jsonb_populate_record(c,
             jsonb_build_object('id', gen_random_uuid(), 'corrects_id', NULL, 'round', $2::text))).*
           FROM contact c WHERE c.holder_id = $1 LIMIT 1`,
          [holderId, round],
        ),
      ).rejects.toThrow(`no round ${round}`);
  });

  it("tells of every project of the plan, not before the plan, not after today", async () => {
    const [, holderId = ""] = planned();
    const input = await contactOf(holderId);
    const [code = ""] = Object.keys(input.projects);
    const refused = (over: object) => send(recordContact, ao, { ...input, ...over });
    expect(await refused({ projects: {} })).toMatchObject({
      code: "INVALID",
      fields: { [`projects.${code}`]: ["choose"] },
    });
    expect(await refused({ contactedOn: "2018-06-16" })).toMatchObject({
      fields: { contactedOn: ["future"] },
    });
    expect(await refused({ contactedOn: "2018-02-01" })).toMatchObject({
      fields: { contactedOn: ["beforePlan"] },
    });
    // No agency was asked yet: the form does not offer what the command refuses.
    expect(await refused({ obstacles: ["no_answer", "debt"] })).toMatchObject({
      fields: { obstacles: ["nothingSent"] },
    });
    const form = await scoped(ao, (scope) => findContacted(scope, holderId, null));
    expect(form?.obstacles).not.toContain("no_answer");
    expect(await send(recordContact, chief, input)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await send(recordContact, world.colleague, input)).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is not asked of somebody without a plan in force", async () => {
    const row = world.holders.find(({ planned }) => !planned);
    const input = { ...(await contactOf(planned()[1] ?? "")), holderId: row?.id };
    expect(await send(recordContact, ao, input)).toMatchObject({ code: "CONFLICT" });
  });
});

describe("an attempt in vain", () => {
  const attempt = (holderId: string, over: object = {}) => ({
    holderId,
    attemptedOn: "2018-06-15",
    outcome: "no_answer",
    note: null,
    nextOn: null,
    ...over,
  });
  const appointments = (holderId: string) =>
    asSuperuser<{ day: string; status: string }>(
      "SELECT meet_on::text AS day, status FROM appointment WHERE holder_id = $1 ORDER BY recorded_at",
      [holderId],
    );
  const openInJune = { district: "5401", round: "june_open" } as const;
  const rowOf = async (actor: Actor, holderId: string, filter: HolderFilter) =>
    (await scoped(actor, (scope) => listHolders(scope, filter))).rows.find(
      ({ id }) => id === holderId,
    );
  const triedIn = (actor: Actor) =>
    scoped(actor, async (scope) => {
      const found = await getFollowUps(scope, "5401");
      if (!found?.round) throw new Error("June has begun.");
      return countTried(scope, found.round, { district: "5401" });
    });

  it("is no contact: the person stays due, and list, day, file and district say that they were tried", async () => {
    const holderId = planned().at(-4) ?? "";
    const before = await scoped(ao, (scope) => findFollowUp(scope, holderId));
    const counted = await triedIn(chief);
    await done(recordAttempt, ao, attempt(holderId, { attemptedOn: "2018-06-14" }));
    await done(recordAttempt, ao, attempt(holderId, { note: "เพื่อนบ้านว่าไปนา" }));
    expect(await scoped(ao, (scope) => findFollowUp(scope, holderId))).toEqual(before);

    const tried = { count: 2, lastOn: "2018-06-15" };
    expect((await rowOf(ao, holderId, { round: "june_open" }))?.attempts).toEqual(tried);
    expect((await rowOf(chief, holderId, openInJune))?.attempts).toEqual(tried);
    const { parts, next } = await scoped(ao, (scope) => loadWalk(scope, "2018-06-15"));
    const shown = parts.flatMap(({ others }) => others);
    expect(shown.find(({ id }) => id === holderId)?.attempts).toEqual(tried);
    expect(next?.id).not.toBe(holderId);
    const { attempts } = await scoped(ao, (scope) => listCasework(scope, holderId));
    expect(attempts.map(({ outcome, note }) => [outcome, note])).toEqual([
      ["no_answer", "เพื่อนบ้านว่าไปนา"],
      ["no_answer", null],
    ]);
    const sheet = await scoped(ao, viewWorkSheet);
    expect(sheet.people.find(({ id }) => id === holderId)?.results).toEqual(["attempt"]);

    const now = await triedIn(chief);
    expect(now.count).toBe(counted.count + 1);
    const list = await scoped(chief, (scope) =>
      listHolders(scope, { ...openInJune, round: "june_tried" }),
    );
    expect(list.total).toBe(now.count);
    expect(list.rows.map(({ id }) => id)).toContain(holderId);
  });

  it("ends with the contact: who was reached at last is no longer among those who were tried", async () => {
    const holderId = planned().at(-4) ?? "";
    expect(await rowOf(chief, holderId, { round: "june_tried" })).toBeDefined();
    await done(recordContact, ao, await contactOf(holderId));
    expect(await rowOf(chief, holderId, { round: "june_tried" })).toBeUndefined();
  });

  it("names the next day as every form does; a call leaves today's agreed meeting, a walk in vain does not", async () => {
    const holderId = planned().at(-5) ?? "";
    const meeting = { holderId, meetOn: "2018-06-15", meetAt: "14:00", kind: "home" };
    await done(makeAppointment, ao, { ...meeting, placeName: null });
    await done(recordAttempt, ao, attempt(holderId));
    expect(await appointments(holderId)).toEqual([{ day: "2018-06-15", status: "planned" }]);
    await done(recordAttempt, ao, attempt(holderId, { outcome: "not_met", nextOn: "2018-06-18" }));
    expect(await appointments(holderId)).toEqual([
      { day: "2018-06-15", status: "missed" },
      { day: "2018-06-18", status: "planned" },
    ]);
    expect((await rowOf(chief, holderId, openInJune))?.meetOn).toBe("2018-06-18");
    // The sheet of the day keeps the hour that came to nothing, and has of who is not met yet no result.
    const { people } = await scoped(ao, viewWorkSheet);
    expect(people.find(({ id }) => id === holderId)).toMatchObject({
      meetAt: "14:00",
      results: ["attempt"],
    });
  });

  it("uses up a day that was only meant for a call", async () => {
    const holderId = planned().at(-6) ?? "";
    await done(recordAttempt, ao, attempt(holderId, { nextOn: "2018-06-15" }));
    expect(await appointments(holderId)).toEqual([{ day: "2018-06-15", status: "planned" }]);
    await done(recordAttempt, ao, attempt(holderId, { outcome: "no_line" }));
    expect(await appointments(holderId)).toEqual([{ day: "2018-06-15", status: "missed" }]);
  });

  it("is of a plan in force, not before it, not of tomorrow, and of the account officer alone", async () => {
    const holderId = planned().at(-6) ?? "";
    const refused = (over: object, actor = ao) =>
      send(recordAttempt, actor, attempt(holderId, over));
    expect(await refused({ attemptedOn: "2018-06-16" })).toMatchObject({
      fields: { attemptedOn: ["future"] },
    });
    expect(await refused({ attemptedOn: "2018-02-01" })).toMatchObject({
      fields: { attemptedOn: ["beforePlan"] },
    });
    expect(await refused({ nextOn: "2018-06-14" })).toMatchObject({ fields: { nextOn: ["past"] } });
    expect(await refused({}, chief)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await refused({}, world.colleague)).toMatchObject({ code: "NOT_FOUND" });
    const other = world.holders.find(({ planned, owner }) => !planned && owner === ao.id);
    expect(await refused({ holderId: other?.id })).toMatchObject({ code: "CONFLICT" });
  });
});

describe("the day that a follow-up names", () => {
  const of = (holderId: string) => ({
    planned: async () =>
      (
        await asSuperuser<{ day: string }>(
          "SELECT meet_on::text AS day FROM appointment WHERE holder_id = $1 AND status = 'planned'",
          [holderId],
        )
      ).map(({ day }) => day),
    inCalendar: async () =>
      (await scoped(ao, (scope) => listCalendar(scope, 14))).appointments
        .filter(({ person }) => person.id === holderId)
        .map(({ meetOn }) => meetOn),
    today: async () =>
      (await scoped(ao, (scope) => viewDay(scope, null))).people.some(({ id }) => id === holderId),
    inCalls: async () => (await scoped(ao, listCalls)).people.some(({ id }) => id === holderId),
    inFile: async () => nextContactOn(await scoped(ao, (scope) => listCasework(scope, holderId))),
  });
  const newest = async (holderId: string) =>
    (
      await asSuperuser<{ id: string }>(
        "SELECT last_contact_id AS id FROM follow_up WHERE holder_id = $1",
        [holderId],
      )
    )[0]?.id;

  it("is an appointment: of the day, the calendar, the calls, the file; a correction moves it or calls it off", async () => {
    const holderId = planned().at(-1) ?? "";
    const seen = of(holderId);
    await done(recordContact, ao, await contactOf(holderId, { nextOn: "2018-06-15" }));
    expect(await seen.today()).toBe(true);
    expect(await seen.inCalendar()).toEqual(["2018-06-15"]);
    expect(await seen.inFile()).toBe("2018-06-15");
    expect(await seen.inCalls()).toBe(false);

    const correct = async (nextOn: string | null) =>
      done(
        recordContact,
        ao,
        await contactOf(holderId, { correctsId: await newest(holderId), nextOn }),
      );
    await correct("2018-06-18");
    expect(await seen.today()).toBe(false);
    expect(await seen.inCalendar()).toEqual(["2018-06-18"]);
    expect(await seen.inCalls()).toBe(true);
    expect(await seen.inFile()).toBe("2018-06-18");

    // What was moved by hand stays, whatever else of the contact is corrected.
    const moved = { meetOn: "2018-06-19", meetAt: "10:00", kind: "home", placeName: null };
    await done(makeAppointment, ao, { holderId, ...moved });
    await correct("2018-06-18");
    expect(await seen.planned()).toEqual(["2018-06-19"]);
    await done(makeAppointment, ao, { holderId, ...moved, meetOn: "2018-06-18" });
    await correct(null);
    expect(await seen.planned()).toEqual([]);
  });

  it("leads nobody to the door of somebody who is away, until they are back", async () => {
    const holderId = planned().at(-1) ?? "";
    const seen = of(holderId);
    const meeting = { meetOn: "2018-06-15", meetAt: null, kind: "home", placeName: null };
    await done(makeAppointment, ao, { holderId, ...meeting });
    const shown = async () => [(await seen.inCalendar()).length, Number(await seen.today())];
    expect(await shown()).toEqual([1, 1]);
    const left = { notedOn: "2018-06-15", awayProvinceCode: "10", source: "relative" };
    await done(recordAbsence, ao, { holderId, ...left });
    expect(await shown()).toEqual([0, 0]);
    await done(recordReturn, ao, { holderId, returnedOn: "2018-06-15" });
    expect(await shown()).toEqual([1, 1]);
    await done(endAppointment, ao, { holderId, status: "cancelled", reason: null });
  });

  it("is kept by the next contact; an older contact, recorded late, names nothing", async () => {
    const holderId = planned().at(-2) ?? "";
    const seen = of(holderId);
    await done(
      recordContact,
      ao,
      await contactOf(holderId, { contactedOn: "2018-06-10", nextOn: "2018-06-14" }),
    );
    expect(await seen.inFile()).toBe("2018-06-14");
    await done(recordContact, ao, await contactOf(holderId, { nextOn: "2018-06-20" }));
    const older = { contactedOn: "2018-06-04", nextOn: "2018-06-30" };
    await done(recordContact, ao, await contactOf(holderId, older));
    expect(await seen.planned()).toEqual(["2018-06-20"]);
    expect(
      await asSuperuser("SELECT status FROM appointment WHERE holder_id = $1 ORDER BY meet_on", [
        holderId,
      ]),
    ).toEqual([{ status: "kept" }, { status: "planned" }]);
    await send(endAppointment, ao, { holderId, status: "cancelled", reason: null });
  });

  it("leads the day in the month of the follow-up; interviews that are still allowed stand behind", async () => {
    const day = await scoped(ao, (scope) => viewDay(scope, null));
    expect(day.parts.map(({ purpose }) => purpose)).toEqual(["follow_up", "interview"]);
    const [first, second] = day.parts;
    const open = await scoped(ao, (scope) => countHolders(scope, { round: "june_open" }));
    expect((first?.waiting ?? 0) + (first?.appointed ?? 0)).toBe(open);
    expect(second?.waiting).toBe(2);
    expect(day.next?.purpose).toBe("follow_up");
  });
});

describe("the Ministry's database", () => {
  it("has every interview and contact in exactly one state after any work, and files lose and double none", async () => {
    const people = planned().slice(0, 12);
    const open = async () =>
      await asSuperuser<{
        id: string;
        kind: string;
        state: string;
        source: string;
        holder: string;
      }>(
        `SELECT e.id, e.kind, e.state, e.source_id AS source, e.holder_id AS holder FROM ministry_entry e
         WHERE e.holder_id = ANY ($1) ORDER BY e.id`,
        [people],
      );
    for (let step = 0; step < 60; step += 1) {
      const entry = random.pick(await open());
      const work = random.pick([
        "contact",
        "report",
        "bounce",
        "ready",
        "correct",
        "file",
      ] as const);
      if (work === "contact") await send(recordContact, ao, await contactOf(random.pick(people)));
      if (work === "report")
        await send(markReported, ao, { entryId: entry.id, reportedOn: "2018-06-15" });
      if (work === "bounce")
        await send(markBounced, secretary, { entryId: entry.id, reason: "รหัสไม่ตรง" });
      if (work === "ready") await send(markReady, ao, { entryId: entry.id });
      if (work === "correct" && entry.kind === "contact")
        await send(recordContact, ao, {
          ...(await contactOf(entry.holder)),
          correctsId: entry.source,
        });
      // Chance may choose no file at all: one is sent half-way.
      if ((work === "file" && step % 4 === 0) || step === 30) await sendAll();
    }
    await sendAll();
    expect(await asSuperuser(whatIsWrong)).toEqual([]);
    const files = await asSuperuser<{ id: string; content_sha256: string }>(
      "SELECT id, content_sha256 FROM ministry_file",
    );
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const lines = await asSuperuser<{ entryId: string; rowValues: unknown }>(
        `SELECT entry_id AS "entryId", row_values AS "rowValues" FROM ministry_file_line WHERE file_id = $1 ORDER BY position`,
        [file.id],
      );
      expect(contentHash(lines)).toBe(file.content_sha256);
    }
  });

  /** Sends what is unreported; a number that somebody else has changed is a conflict. */
  async function sendAll() {
    const list = await scoped(chief, (scope) =>
      listMinistry(scope, { state: "unreported", district: null, page: 1 }),
    );
    const expected = list?.counts.unreported ?? 0;
    if (expected === 0) return null;
    expect(
      await send(sendMinistryFile, chief, { format: "csv", expected: expected + 1 }),
    ).toMatchObject({ code: "CONFLICT", detail: { entries: expected } });
    // The worker has written the files before: nobody may have many waiting.
    await asSuperuser("UPDATE job SET status = 'done' WHERE status = 'queued'", []);
    return done<{ fileId: string; jobId: string; number: number; entries: number }>(
      sendMinistryFile,
      chief,
      { format: "csv", expected },
    );
  }

  /** Each row is an error: a state that differs from the newest event, lines without their event, numbers with a gap. */
  const whatIsWrong = `
    SELECT 'state' AS fault, e.id FROM ministry_entry e WHERE e.state <> coalesce((SELECT v.state FROM ministry_event v
      WHERE v.entry_id = e.id ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1), 'unreported')
    UNION ALL SELECT 'line without event', l.entry_id FROM ministry_file_line l WHERE 1 <> (SELECT count(*) FROM ministry_event v
      WHERE v.entry_id = l.entry_id AND v.file_id = l.file_id AND v.state = 'reported')
    UNION ALL SELECT 'event without line', v.entry_id FROM ministry_event v WHERE v.file_id IS NOT NULL AND NOT EXISTS
      (SELECT FROM ministry_file_line l WHERE l.entry_id = v.entry_id AND l.file_id = v.file_id)
    UNION ALL SELECT 'count', f.id FROM ministry_file f WHERE f.entries <> (SELECT count(*) FROM ministry_file_line l WHERE l.file_id = f.id)
    UNION ALL SELECT 'number', f.id FROM ministry_file f WHERE f.number > (SELECT count(*) FROM ministry_file g
      WHERE g.province_code = f.province_code AND g.district_code IS NOT DISTINCT FROM f.district_code)
    UNION ALL SELECT 'contact without entry', c.id FROM contact c WHERE NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
      AND 1 <> (SELECT count(*) FROM ministry_entry e WHERE e.source_id = c.id)
    UNION ALL SELECT 'interview without entry', a.id FROM assessment a WHERE (a.confirmation IS NULL OR a.confirmation = 'confirmed')
      AND NOT EXISTS (SELECT FROM ministry_entry e WHERE e.source_id = a.id)`;

  it("gets a file whose rows are its lines, with whole IDs, written again the same", async () => {
    await done(recordContact, ao, await contactOf(planned()[3] ?? ""));
    const sent = await sendAll();
    if (!sent) throw new Error("There was something to send.");
    await runExport(sent.jobId);
    const rows: string[][] = parse(await readFile(exportPath(sent.jobId, "csv")), { bom: true });
    const [header = [], ...lines] = rows;
    expect(header[0]).toBe("เลขประจำตัวประชาชน");
    expect(lines).toHaveLength(sent.entries);
    for (const [id] of lines) expect(id).toMatch(/^\d{13}$/);
    const [audited] = await asSuperuser<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit.event WHERE action = 'ministry.send' AND subject_id = $1",
      [sent.jobId],
    );
    expect(audited?.n).toBe(1);
  });

  it("is not told the same twice: two who report at once do not both succeed", async () => {
    const [, , , , holderId = ""] = planned();
    const { contactId } = await done<{ contactId: string }>(
      recordContact,
      ao,
      await contactOf(holderId),
    );
    const input = { entryId: contactId, reportedOn: "2018-06-15" };
    const both = await Promise.all([
      send(markReported, ao, input),
      send(markReported, secretary, input),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "ALREADY_RECORDED" });
  });

  it("shows its sheet in the order that the treasury has set, from that day on", async () => {
    const [entry] = await asSuperuser<{ id: string }>(
      `SELECT e.id FROM ministry_entry e JOIN holder h ON h.id = e.holder_id WHERE h.account_officer_id = $1 LIMIT 1`,
      [ao.id],
    );
    const id = entry?.id ?? "";
    const fields = async () => (await scoped(ao, (scope) => viewSheet(scope, id)))?.fields;
    expect((await fields())?.length).toBe(20);
    const order = { fromOn: "2018-06-15", reason: "ตามหน้าจอของกระทรวงการคลัง" };
    expect(await send(setFieldOrder, treasury, { ...order, fields: "ชื่อ\nสีที่ชอบ" })).toMatchObject({
      code: "INVALID",
    });
    await done(setFieldOrder, treasury, { ...order, fields: "เลขประจำตัวประชาชน\nหมายเหตุ\n" });
    expect(await fields()).toEqual(["nationalId", "note"]);
    expect(await send(setFieldOrder, secretary, { ...order, fields: "ชื่อ" })).toMatchObject({
      code: "INVALID",
    });
  });
});

describe("the dose and the results", () => {
  it("are counters that a full count of the plans confirms", async () => {
    const counted = `SELECT district_code, to_char(agreed_on, 'YYYY-MM') AS agreed_month, least(contacts, 3) AS dose,
        array_to_string(rounds_done, ' ') AS rounds_done, count(*)::int AS people,
        sum(contacts)::int AS contacts, sum(taken_up)::int AS taken_up, sum(loan_baht)::int AS loan_baht,
        (count(*) FILTER (WHERE income_up))::int AS income_up
      FROM follow_up WHERE active GROUP BY 1, 2, 3, 4`;
    const kept = `SELECT district_code, agreed_month, dose, rounds_done, people, contacts, taken_up,
      loan_baht::int, income_up FROM follow_up_tally`;
    expect(
      await asSuperuser(`(${counted} EXCEPT ${kept}) UNION ALL (${kept} EXCEPT ${counted})`),
    ).toEqual([]);
    const [plans] = await asSuperuser(
      `SELECT (SELECT count(*)::int FROM follow_up WHERE active) AS kept,
        (SELECT count(*)::int FROM holder WHERE state = 'interviewed') AS right`,
    );
    expect(plans?.kept).toBe(plans?.right);
  });

  it("open exactly the people they count, for the officer, the district and the province", async () => {
    for (const actor of [ao, chief, treasury]) {
      const found = await scoped(actor, (scope) => getFollowUps(scope, null));
      if (!found) throw new Error("The follow-up is within reach.");
      const { sum } = found;
      const doors: [HolderFilter, number][] = [
        [{ plan: "active" }, sum.people],
        [{ contacts: "0" }, sum.dose[0]],
        [{ contacts: "1" }, sum.dose[1]],
        [{ contacts: "2" }, sum.dose[2]],
        [{ contacts: "3" }, sum.dose[3]],
        ...sum.rounds.flatMap(({ id, open, done }): [HolderFilter, number][] => [
          [{ round: `${id}_open` }, open],
          [{ round: `${id}_done` }, done],
        ]),
        [{ round: "july_open" }, 0],
        [{ takenUp: "yes" }, sum.takers],
        [{ result: "job" }, sum.jobs],
        [{ result: "loan" }, sum.loans],
        [{ result: "training" }, sum.trained],
        [{ result: "income_up" }, sum.incomeUp],
        [{ result: "income_told" }, sum.incomePeople],
      ];
      for (const [filter, count] of doors)
        expect(
          await scoped(actor, (scope) => countHolders(scope, filter)),
          `${actor.role} ${JSON.stringify(filter)}`,
        ).toBe(count);
      expect(sum.rounds.map(({ id }) => id)).toEqual(["june", "september"]);
      for (const { asked, open, done } of sum.rounds) expect(open + done).toBe(asked);
    }
  });
});

describe("the file of plans", () => {
  it("says of each person what the sums and the lists count, whenever the plan was agreed", async () => {
    const people = planned();
    const agreed = (days: number) => addDays("2018-03-01", days);
    for (const holderId of people)
      await asSuperuser("UPDATE follow_up SET agreed_on = $2 WHERE holder_id = $1", [
        holderId,
        agreed(random.int(0, 200)),
      ]);
    const today = "2018-09-10";
    const sum = (await scoped(ao, (scope) => getFollowUps(scope, null)))?.sum;
    for (const round of sum?.rounds ?? []) {
      const states: Record<RoundState, string[]> = tableOf(roundStates, () => []);
      for (const holderId of people) {
        const followUp = await scoped(ao, (scope) => findFollowUp(scope, holderId));
        const doneOn = followUp?.rounds.find(({ id }) => id === round.id)?.doneOn ?? null;
        const agreedOn = followUp?.agreedOn.toISOString().slice(0, 10) ?? "";
        states[roundStateOf(round, { agreedOn, doneOn, today })].push(holderId);
      }
      const { asked, done, open, met, later } = round;
      expect({ done, met, later }).toEqual({
        done: states.done.length,
        met: states.met.length,
        later: states.later.length,
      });
      expect(open).toBe(states.ahead.length + states.due.length + states.closed.length);
      expect(asked + met + later).toBe(people.length);
      for (const [filter, count] of [
        [`${round.id}_done`, done],
        [`${round.id}_open`, open],
      ] as const)
        expect(await scoped(ao, (scope) => countHolders(scope, { round: filter }))).toBe(count);
    }
    for (const holderId of people)
      await asSuperuser("SELECT app.refresh_follow_up($1)", [holderId]);
  });

  it("has a column for each round, with its day where it is done", async () => {
    const order = { list: "follow_ups", format: "csv", view: {}, unmasked: false } as const;
    const june = async (round: RoundFilter) =>
      scoped(chief, async (scope) => {
        const sheet = await followUpsSheet(scope, { ...order, filter: { round } });
        const { headers } = sheet;
        const at = headers.indexOf("รอบ มิ.ย. 2561");
        expect(headers[at + 1]).toBe("รอบ ก.ย. 2561");
        const cells = await rowsOf(sheet);
        expect(cells.length).toBeGreaterThan(0);
        return new Set(cells.map((row) => row[at]));
      });
    expect(await june("june_open")).toEqual(new Set([null]));
    // The day is that of the round's first contact that no correction has replaced.
    const first = await asSuperuser<{ day: string }>(
      `SELECT DISTINCT to_char(min(c.contacted_on) + interval '543 years', 'DD/MM/YYYY') AS day
        FROM contact c JOIN follow_up f USING (holder_id)
        WHERE c.round = 'june' AND f.active AND f.district_code = '${chief.districtCode}'
          AND NOT EXISTS (SELECT FROM contact later WHERE later.corrects_id = c.id)
        GROUP BY c.holder_id`,
    );
    expect(first.length).toBeGreaterThan(0);
    expect(await june("june_done")).toEqual(new Set(first.map(({ day }) => day)));
  });
});

describe("16:30", () => {
  it("was taken for every working day that passed, and shows what came in since", async () => {
    const found = await scoped(chief, getDistrictDays);
    const days = found?.days.map(({ day }) => day) ?? [];
    expect(days[0]).toBe("2018-06-14");
    expect(days).not.toContain("2018-06-10");
    for (const { total, met, toMeet, released } of found?.days ?? [])
      expect(met + toMeet + released).toBe(total);
    const province = await scoped(governor, (scope) => getProvinceDay(scope, "2018-03-14"));
    expect(province?.day).toBe("2018-03-14");
    expect(province?.rows).toHaveLength(8);
  });

  it("is taken by the timer once a day: what is there stays", async () => {
    expect(await runDaily()).toBe(1);
    expect(await runDaily()).toBe(0);
    const [timer] = await asSuperuser(
      "SELECT count(*)::int AS n FROM day_snapshot WHERE source = 'timer' AND taken_for = '2018-06-15'",
    );
    expect(timer).toEqual({ n: 1 });
  });

  it("cannot be changed by anybody, not by the owner of everything", async () => {
    for (const sql of [
      "UPDATE day_snapshot SET met = met + 1, to_meet = to_meet - 1",
      "DELETE FROM day_snapshot",
      "UPDATE ministry_file_line SET row_values = '{}'",
      "DELETE FROM ministry_event",
      "UPDATE contact SET income_baht = 0",
    ])
      await expect(asSuperuser(sql), sql).rejects.toMatchObject({ code: "42501" });
  });
});

describe("reports go up", () => {
  const paperOf = (reader: Actor, reportId: string) =>
    scoped(reader, async (scope) => {
      const report = await viewReport(scope, reportId);
      if (!report) throw new Error("out of reach");
      return reportPaper(scope, report);
    });
  const note = "ผู้มีบัตรส่วนใหญ่เริ่มอบรมแล้ว";
  const standingOf = (of: Actor) => scoped(of, (scope) => listStanding(scope, "2018-06"));
  it("from the officer to the district, with the numbers of that moment, and back with a reason", async () => {
    const { reportId } = await done<{ reportId: string }>(prepareReport, ao, {
      period: "2018-06",
      note,
    });
    const before = await scoped(chief, (scope) => listReports(scope, "2018-06"));
    expect(before?.missing.map(({ key }) => key)).not.toContain(ao.id);
    expect(before?.missing.length).toBeGreaterThan(0);
    const report = await scoped(chief, (scope) => viewReport(scope, reportId));
    const plans = planned();
    const figures = report?.figures;
    if (!figures || "kept" in figures) throw new Error("not of the running month");
    expect(figures.people).toBe(plans.length);
    expect(figures.rounds.map(({ name }) => name)).toEqual(["รอบเดือนมิถุนายน", "รอบเดือนกันยายน"]);
    expect(await send(prepareReport, ao, { period: "2018-06", note })).toMatchObject({
      code: "ALREADY_RECORDED",
    });
    // Before anything is written the form is told so.
    expect(await standingOf(ao)).toMatchObject([{ id: reportId, status: "submitted" }]);
    // It is a memo of one's own to the chair of the team, with the form as its annex.
    const { paper, issue } = await paperOf(chief, reportId);
    expect(paper).toMatchObject({ form: "memo", reference: null, enclosed: [] });
    expect(paper.to).toMatch(/^ประธานทีมหมอประชารัฐสุขใจ อำเภอ/);
    expect(issue).toMatchObject({ signedBy: ao.name, issuedOn: report?.preparedOn });
    expect(paper.annex?.blocks.at(-1)).toMatchObject({
      kind: "table",
      head: ["ลำดับ", "รายการ", "เป้าหมาย", "ผล", "ร้อยละ"],
    });
    const decide = { reportId, outcome: "returned" };
    expect(await send(receiveReport, chief, decide)).toMatchObject({ code: "INVALID" });
    expect(await send(receiveReport, ao, { ...decide, returnReason: "x ๆ" })).toMatchObject({
      code: "NOT_ALLOWED",
    });
    await done(receiveReport, chief, { ...decide, returnReason: "ยังไม่มีข้อเสนอ" });
    expect(await standingOf(ao)).toEqual([]);
    await done(prepareReport, ao, { period: "2018-06", note: `${note} เสนอเพิ่มวันอบรม` });
  });

  it("from the district: a draft takes its numbers again, a signed one never changes", async () => {
    const { reportId } = await done<{ reportId: string }>(prepareReport, secretary, {
      period: "2018-06",
      note,
    });
    // Its words go on in the form; those of account officers are not the district's own.
    expect(await standingOf(secretary)).toMatchObject([{ id: reportId, status: "draft", note }]);
    const again = await done<{ reportId: string }>(prepareReport, secretary, {
      period: "2018-06",
      note: "แก้ไข",
    });
    expect(again.reportId).toBe(reportId);
    expect(await send(signReport, secretary, { reportId })).toMatchObject({
      fields: { letterNumber: ["missing"] },
    });
    await done(signReport, secretary, { reportId, letterNumber: "พร 0118/9" });
    const letter = await paperOf(treasury, reportId);
    expect(letter.paper).toMatchObject({ form: "letter", enclosed: [expect.any(String)] });
    expect(letter.paper.to).toMatch(/^ผู้ว่าราชการจังหวัด/);
    expect(letter.paper.signer).toEqual([
      expect.stringMatching(/ ปฏิบัติราชการแทน$/),
      expect.stringMatching(/^นายอำเภอ/),
    ]);
    expect(letter.issue.number).toBe("พร 0118/9");
    const listed = await scoped(chief, listRegister);
    expect(listed.find(({ id }) => id === reportId)).toMatchObject({ kind: "district_report" });
    expect((await scoped(treasury, listRegister)).map(({ id }) => id)).not.toContain(reportId);
    const signed = await scoped(treasury, (scope) => viewReport(scope, reportId));
    expect(signed).toMatchObject({ status: "submitted", note: "แก้ไข" });
    expect(signed?.signedOrder).not.toBeNull();
    for (const sql of [
      "UPDATE progress_report SET figures = '{}' WHERE status = 'submitted'",
      "UPDATE progress_report SET note = 'x' WHERE status = 'submitted'",
      "UPDATE progress_report SET status = 'draft', signed_by_id = NULL, signed_on = NULL WHERE status = 'submitted'",
      "DELETE FROM progress_report",
    ])
      await expect(asSuperuser(sql), sql).rejects.toMatchObject({ code: "42501" });
    await done(receiveReport, governor, { reportId, outcome: "acknowledged" });
    const list = await scoped(governor, (scope) => listReports(scope, "2018-06"));
    expect(list?.missing).toHaveLength(7);
  });

  it("of a month that has ended have the numbers kept at its end, and nothing of today", async () => {
    const may = await asSuperuser<{ answered: number; total: number }>(
      `SELECT sum(answered)::int AS answered, sum(total)::int AS total FROM day_snapshot
       WHERE province_code = '54' AND taken_for = '2018-05-31'`,
    );
    const { reportId } = await done<{ reportId: string }>(prepareReport, treasury, {
      period: "2018-05",
      note,
    });
    const ofMay = await scoped(governor, (scope) => viewReport(scope, reportId));
    expect(ofMay?.figures).toMatchObject({
      kept: "month_end",
      asOf: "2018-05-31",
      coverage: may[0],
    });
    expect(ofMay?.figures).not.toHaveProperty("people");
    // Nobody kept a number of January, and nothing is kept by account officer.
    for (const [who, period] of [
      [governor, "2018-01"],
      [ao, "2018-05"],
    ] as const) {
      const [shown] = await scoped(who, (scope) => listFigures(scope, period));
      const unknown = shown?.rows.filter(([, , , result]) => result === "ไม่มีข้อมูล");
      expect(unknown?.map(([, item]) => item)).toEqual([shown?.lacks]);
    }
    const { paper } = await paperOf(governor, reportId);
    expect(JSON.stringify(paper.body)).toContain("31 พฤษภาคม 2561");
    // What each record dates can still be counted; the officer says the rest in words, and must.
    const [march] = await asSuperuser<{ interviews: number; contacts: number }>(
      `SELECT (SELECT count(*) FROM assessment a JOIN holder h ON h.id = a.holder_id WHERE a.counts
          AND h.account_officer_id = '${ao.id}' AND a.recorded_by_id = '${ao.id}'
          AND a.interviewed_on BETWEEN '2018-03-01' AND '2018-03-31')::int AS interviews,
        (SELECT count(*) FROM contact c WHERE c.recorded_by_id = '${ao.id}'
          AND c.contacted_on BETWEEN '2018-03-01' AND '2018-03-31')::int AS contacts`,
    );
    expect(march?.interviews).toBeGreaterThan(0);
    expect(await send(prepareReport, ao, { period: "2018-03", note: " " })).toMatchObject({
      fields: { note: ["missing"] },
    });
    const own = await done<{ reportId: string }>(prepareReport, ao, { period: "2018-03", note });
    const ofMarch = await scoped(chief, (scope) => viewReport(scope, own.reportId));
    expect(ofMarch?.figures).toMatchObject({ coverage: null, worked: march });
  });

  it("of months that have ended wait for who prepares them, until they are sent or drafted", async () => {
    const toPrepare = async (who: Actor) =>
      (await scoped(who, (scope) => listReportMonths(scope, "2018-06-15"))).toPrepare;
    const line = async (who: Actor) =>
      (await scoped(who, getHome)).waiting.find(({ key }) => key === "reportsToPrepare");
    const own = await toPrepare(ao);
    expect(own).not.toContain("2018-03");
    expect(own).toContain("2018-05");
    expect(own).not.toContain("2018-06");
    expect(await line(ao)).toMatchObject({
      count: own.length,
      href: "/reports?waiting=prepare",
    });
    await done(prepareReport, ao, { period: "2018-05", note });
    expect(await toPrepare(ao)).toEqual(own.filter((month) => month !== "2018-05"));
    // The province's draft of May waits for the governor's signature, and nobody prepares it again.
    expect(await toPrepare(treasury)).not.toContain("2018-05");
    expect((await line(treasury))?.count).toBe((await toPrepare(treasury)).length);
    expect(await line(governor)).toBeUndefined();
  });

  it("from the province: drafted, signed under its number, sent on", async () => {
    const { reportId } = await done<{ reportId: string }>(prepareReport, treasury, {
      period: "2018-06",
      note,
    });
    expect(await send(signReport, governor, { reportId })).toMatchObject({
      fields: { letterNumber: ["missing"], confirmed: ["tick"] },
    });
    expect(await send(sendReportOn, governor, { reportId, sentHow: "letter" })).toMatchObject({
      code: "CONFLICT",
    });
    // One district has reported: the signer is told which have not, and confirms it.
    const draft = await scoped(governor, (scope) => viewReport(scope, reportId));
    const withoutDistricts = draft?.missing.map(({ code }) => code) ?? [];
    expect(withoutDistricts).toHaveLength(7);
    const letter = { reportId, letterNumber: "พร 0023.3/412" };
    expect(await send(signReport, governor, letter)).toMatchObject({
      fields: { confirmed: ["tick"] },
    });
    const confirmed = ["without_districts"];
    expect(
      await send(signReport, governor, {
        ...letter,
        confirmed,
        withoutDistricts: withoutDistricts.slice(1),
      }),
    ).toMatchObject({ code: "CONFLICT" });
    await done(signReport, governor, { ...letter, confirmed, withoutDistricts });
    const toSend = async () => (await scoped(governor, countReportsWaiting)).send;
    expect(await toSend()).toBe(1);
    await done(sendReportOn, treasury, { reportId, sentHow: "letter" });
    expect(await toSend()).toBe(0);
    const report = await scoped(governor, (scope) => viewReport(scope, reportId));
    expect(report).toMatchObject({ status: "sent", letterNumber: "พร 0023.3/412" });
    expect(report?.figures?.below).toEqual({ expected: 8, received: 1 });
    expect(report?.signedOrder).toBeNull();
    const { paper, issue } = await paperOf(governor, reportId);
    expect(paper.form).toBe("letter");
    expect(paper.signer).toEqual([expect.stringMatching(/^ผู้ว่าราชการจังหวัด/)]);
    expect(issue.number).toBe("พร 0023.3/412");
  });
});

describe("a round that is over", () => {
  const homeOf = async (actor: Actor) => {
    const { cards, waiting, owed, round, people } = await scoped(actor, getHome);
    const keys = (those: readonly { key: string }[]) => those.map(({ key }) => key);
    const closed = cards.find(({ key }) => key === "roundClosed");
    return {
      due: keys([...cards, ...waiting, ...owed]),
      work: keys([...waiting, ...owed]),
      closed,
      round,
      people,
    };
  };
  const openOf = (actor: Actor, round: RoundFilter) =>
    scoped(actor, (scope) => countHolders(scope, { round }));

  it("is a result between two rounds, and the duty of nobody", async () => {
    await done(advanceClock, world.admin, { to: "2018-07-16" });
    for (const actor of [ao, chief, governor]) {
      const { due, work, closed, round } = await homeOf(actor);
      expect(due).not.toContain("followUpsDue");
      expect(work).not.toContain("roundClosed");
      expect(closed).toMatchObject({ round: "รอบ มิ.ย.", href: "/holders?round=june_open" });
      expect(closed?.count).toBe(await openOf(actor, "june_open"));
      expect(closed?.count).toBeGreaterThan(0);
      expect(round).toBeUndefined();
      const page = await scoped(actor, (scope) => getFollowUps(scope, null));
      expect(page?.round).toMatchObject({ id: "june", daysLeft: null });
    }
    const { parts } = await scoped(ao, (scope) => loadWalk(scope, "2018-07-16"));
    expect(parts.find(({ purpose }) => purpose === "follow_up")).toMatchObject({ others: [] });
    const dashboard = await scoped(chief, (scope) => getDistrictDashboard(scope, "5401"));
    expect(dashboard?.round).toBeNull();
    const names = await scoped(ao, (scope) => getFilterNames(scope, { round: "june_open" }));
    expect(names).toMatchObject({ round: "รอบ มิ.ย.", roundEnded: true });
  });

  it("stands once beside the running one, in which the same people are due", async () => {
    await done(advanceClock, world.admin, { to: "2018-09-14" });
    for (const actor of [ao, chief, governor]) {
      const { due, work, closed, round } = await homeOf(actor);
      expect(due.filter((key) => key === "followUpsDue")).toHaveLength(1);
      expect(due.filter((key) => key === "roundClosed")).toHaveLength(1);
      expect(work).not.toContain("roundClosed");
      expect(closed?.count).toBe(await openOf(actor, "june_open"));
      expect(round).toEqual({
        round: "รอบเดือนกันยายน",
        count: await openOf(actor, "september_open"),
      });
    }
    const { people } = await homeOf(ao);
    const due = await scoped(ao, (scope) => listHolders(scope, { round: "september_open" }));
    const dueIds = new Set(due.rows.map(({ id }) => id));
    const followed = people.filter(({ purpose, meetOn }) => purpose === "follow_up" && !meetOn);
    expect(followed.length).toBeGreaterThan(0);
    expect(followed.filter(({ id }) => !dueIds.has(id))).toEqual([]);
  });
});
