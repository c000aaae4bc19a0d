import { impossibleId } from "@tests/builders/people";
import {
  buildDeskIntent,
  buildDeskWorld,
  buildPaper,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { assessmentRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { confirmPaper, recordIntent, recordPaper } from "@/server/intents/commands";
import {
  markBounced,
  markManyReported,
  markReported,
  sendMinistryFile,
} from "@/server/ministry/commands";
import { countEntries } from "@/server/ministry/counts";
import { getCutoff, listCutoffs, setCutoff } from "@/server/ministry/cutoff";
import { listMinistry, viewSheet } from "@/server/ministry/queries";
import { viewNotReceived } from "@/server/not-received/queries";
import { registerHolder } from "@/server/registrations/commands";
import { decideRegistration } from "@/server/registrations/decisions";
import { disconnect, scoped } from "@/server/scope";

/** The Ministry learns of every wish and its day (docs/decisions/0034). */
let world: DeskWorld;
let deskId: string;
let placeId: string;
const treasury = officer("provincial_officer", "54");
const treasury55 = officer("provincial_officer", "55");
const ao = officer("account_officer", "5401", "CDD");
beforeAll(async () => {
  world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [treasury, treasury55, ao])
      await insert(client, "officer", officerRow(actor));
    await insert(client, "account_officer_code", {
      code: "5401C901",
      officer_id: ao.id,
      province_code: "54",
      district_code: "5401",
      issued_on: "2018-02-01",
    });
  });
  const place = await savePlace(world.chief, ["2018-02-12", "2018-02-20"]);
  placeId = place.id;
  deskId = place.desks["2018-02-20"] ?? "";
});
beforeEach(() => setToday("2018-02-20"));
afterAll(disconnect);

const sql = (text: string, ...values: unknown[]) =>
  onDatabase(async (client) => (await client.query(text, values)).rows);
/** What the Ministry's list has of a person, the wish first. */
const entriesOf = (holderId: string) =>
  sql(
    `SELECT kind, occurred_on::text AS on, state, stands, counted, amends FROM ministry_entry WHERE holder_id = $1
     ORDER BY kind <> 'wish', occurred_on`,
    holderId,
  );
async function sayYes(holderId: string) {
  const sent = await send(recordIntent, world.desk, buildDeskIntent({ holderId, deskId }));
  expect(sent).toMatchObject({ ok: true });
}
async function typed(holderId: string) {
  const sent = await send(recordPaper, world.desk, buildPaper({ holderId, placeId }));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return (sent.value as { intentId: string }).intentId;
}
const confirm = (intentId: string) =>
  send(confirmPaper, world.colleague, { intentId, decision: "confirmed", note: null });
const interviewed = (id: string, on: string, answer = "yes") => {
  const holder = { id, provinceCode: "54", districtCode: "5401" as const, accountOfficerId: null };
  const row = assessmentRow(holder, ao.id, { interviewed_on: on, recorded_on: on, answer });
  return onDatabase((client) => insert(client, "assessment", row));
};
const toReport = (by: Actor = world.chief) =>
  scoped(by, async (scope) => (await countEntries(scope, "5401")).wishes.unreported);
const listed = (by: Actor, holderId: string) =>
  scoped(by, async (scope) => {
    const list = await listMinistry(scope, { state: "unreported", district: null, page: 1 }, 500);
    return list?.rows.filter((row) => row.holderId === holderId).map(({ shownKind }) => shownKind);
  });
const wish = { kind: "wish", state: "unreported", stands: true, counted: true, amends: false };

it("a yes at the desk is there to be reported at once, with its day, and on the district's page", async () => {
  const before = await toReport();
  const { id } = await saveHolder(world);
  await sayYes(id);
  expect(await entriesOf(id)).toEqual([{ ...wish, on: "2018-02-20" }]);
  expect(await toReport()).toBe(before + 1);
  expect(await toReport(treasury)).toBe(before + 1);
  expect(await listed(world.chief, id)).toEqual(["wish"]);
  const sheet = await scoped(world.chief, (scope) => viewSheet(scope, id));
  expect(sheet?.values).toMatchObject({ kind: "แสดงความประสงค์", occurredOn: "20/02/2561" });
  expect(
    await send(markReported, world.chief, {
      entryId: id,
      reportedOn: "2018-02-20",
    }),
  ).toMatchObject({
    ok: true,
  });
  expect(await toReport()).toBe(before);
});

it("whatever comes later, the date stays that of the first yes; the interview is an entry of its own", async () => {
  const { id } = await saveHolder(world);
  await sayYes(id);
  await interviewed(id, "2018-04-10");
  await interviewed(id, "2018-04-20", "no");
  expect(await entriesOf(id)).toMatchObject([
    { ...wish, on: "2018-02-20" },
    { kind: "interview", on: "2018-04-10" },
    { kind: "decline", on: "2018-04-20" },
  ]);
});

it("a yes that is given at the interview only is a wish of that day", async () => {
  const { id } = await saveHolder(world);
  await interviewed(id, "2018-04-10");
  expect(await entriesOf(id)).toMatchObject([
    { ...wish, on: "2018-04-10" },
    { kind: "interview", on: "2018-04-10" },
  ]);
});

it("an earlier yes that comes to count after the report is a correction, with the earlier day", async () => {
  await setToday("2018-03-05");
  const { id } = await saveHolder(world);
  const intentId = await typed(id);
  expect(await entriesOf(id)).toEqual([]);
  await interviewed(id, "2018-03-02");
  await send(markReported, world.chief, { entryId: id, reportedOn: "2018-03-05" });
  expect(await confirm(intentId)).toMatchObject({ ok: true });
  const [entry] = await entriesOf(id);
  expect(entry).toEqual({ ...wish, amends: true, on: "2018-02-12" });
  expect(await listed(world.chief, id)).toEqual(["amendment", "interview"]);
  const sheet = await scoped(world.chief, (scope) => viewSheet(scope, id));
  expect(sheet?.values.kind).toBe("แก้ไข (แสดงความประสงค์)");
  expect(sheet?.events.map(({ state, by }) => [state, by])).toEqual([
    ["unreported", world.colleague.name],
    ["reported", world.chief.name],
  ]);
});

it("who awaits the Ministry's answer is on the list once that has come, with the day of the visit", async () => {
  const sent = await send(registerHolder, world.desk, {
    nationalId: impossibleId("3", 9002),
    title: "นาย",
    firstName: "สมบูรณ์",
    lastName: "ใจเย็น",
    birthDate: "1 พ.ค. 2510",
    subdistrictCode: "540101",
    moo: 4,
    houseNo: "12/1",
    phone: "060-111-2222",
    occupation: "รับจ้างทั่วไป",
    incomeBaht: 50_000,
    cardShown: "both",
    deskId,
  });
  const { registrationId } = (sent as { value: { registrationId: string } }).value;
  await sayYes(registrationId);
  const before = await toReport();
  expect(await entriesOf(registrationId)).toEqual([{ ...wish, counted: false, on: "2018-02-20" }]);
  expect(await listed(world.chief, registrationId)).toEqual([]);
  await send(decideRegistration, treasury, {
    registrationId,
    outcome: "confirmed",
    letterNumber: "กค 1/2561",
    reason: null,
    nationalId: null,
  });
  expect(await listed(world.chief, registrationId)).toEqual(["wish"]);
  expect(await toReport()).toBe(before + 1);
});

it("a no at the desk is an entry with its reason; a yes that no longer counts stands no more, and again when it does", async () => {
  const { id } = await saveHolder(world);
  const no = { answer: "no" as const, reason: "ไม่มีเวลา" };
  await send(recordIntent, world.desk, buildDeskIntent({ holderId: id, deskId, ...no }));
  const [{ entry } = { entry: "" }] = await sql(
    "SELECT id AS entry FROM ministry_entry WHERE holder_id = $1",
    id,
  );
  const sheet = await scoped(world.chief, (scope) => viewSheet(scope, entry));
  expect(sheet?.values).toMatchObject({ kind: "ไม่ประสงค์", note: "ไม่มีเวลา" });

  const { id: other } = await saveHolder(world);
  await sayYes(other);
  const void_ = "UPDATE intent SET after_death = $2 WHERE holder_id = $1";
  await sql(void_, other, "void");
  expect(await entriesOf(other)).toEqual([{ ...wish, stands: false, on: "2018-02-20" }]);
  expect(await listed(world.chief, other)).toEqual([]);
  await sql(void_, other, null);
  expect(await entriesOf(other)).toEqual([{ ...wish, on: "2018-02-20" }]);
});

it("an account officer's list has what they did, not the wish that the district reports", async () => {
  const { id } = await saveHolder(world);
  await sayYes(id);
  await interviewed(id, "2018-03-02");
  await sql("UPDATE holder SET account_officer_id = $2 WHERE id = $1", id, ao.id);
  expect(await listed(ao, id)).toEqual(["interview"]);
  expect(await listed(world.secretary, id)).toEqual(["wish", "interview"]);
});

it("the Ministry's cut-off day is the one of its letter, kept by the treasury, and counts down for those who report", async () => {
  await setToday("2018-03-05");
  const look = (by: Actor) => scoped(by, (scope) => getCutoff(scope, "2018-03-22", null));
  expect((await look(world.secretary)).next).toBeNull();
  const letter = { letterNumber: "กค ๐๔๐๒.๓/ว ๑๒", letterOn: "2018-03-01", day: "25" };
  const from = { ...letter, fromMonth: "2018-03" };
  expect(await send(setCutoff, world.secretary, from)).toMatchObject({ code: "NOT_ALLOWED" });
  for (const [wrong, fields] of [
    [{ ...from, letterOn: "2018-03-06" }, { letterOn: ["future"] }],
    [{ ...from, fromMonth: "2018-02" }, { fromMonth: ["past"] }],
    [{ ...from, day: "32" }, { day: ["choose"] }],
  ] as const)
    expect(await send(setCutoff, treasury, wrong)).toMatchObject({ code: "INVALID", fields });
  expect(await send(setCutoff, treasury, from)).toMatchObject({ ok: true });
  const next = { on: "2018-03-25", due: { when: "ahead", days: 3, tone: "due" } };
  for (const by of [world.secretary, treasury, ao]) expect((await look(by)).next).toEqual(next);
  expect(await scoped(treasury, listCutoffs)).toMatchObject([{ letterNumber: "กค 0402.3/ว 12" }]);
});

it("beside it stands of whom the Ministry does not know: an account officer's are those of their holders", async () => {
  const before = (await scoped(ao, countEntries)).wishes.unreported;
  const { id } = await saveHolder(world);
  await sayYes(id);
  await sql("UPDATE holder SET account_officer_id = $2 WHERE id = $1", id, ao.id);
  const after = await scoped(ao, countEntries);
  expect(after.wishes.unreported).toBe(before + 1);
  const list = await scoped(ao, (scope) =>
    listMinistry(scope, { state: "unreported", kind: "wish", district: null, page: 1 }, 500),
  );
  expect(list?.total).toBe(after.wishes.unreported);
});

it("what was typed into the Ministry's screen is marked together: all of it or nothing, each in the audit", async () => {
  const people = [await saveHolder(world), await saveHolder(world), await saveHolder(world)];
  for (const { id } of people) await sayYes(id);
  const ids = people.map(({ id }) => id);
  const states = () =>
    sql("SELECT state, state_on::text AS on FROM ministry_entry WHERE id = ANY ($1)", ids);
  const together = { entryIds: ids, reportedOn: "2018-02-20" };
  expect(await send(markManyReported, treasury55, together)).toMatchObject({ code: "NOT_FOUND" });
  const tomorrow = { ...together, reportedOn: "2018-02-21" };
  expect(await send(markManyReported, world.secretary, tomorrow)).toMatchObject({
    code: "INVALID",
    fields: { reportedOn: ["future"] },
  });
  expect(await send(markManyReported, world.secretary, together)).toMatchObject({
    value: { marked: 3 },
  });
  expect(await states()).toEqual(ids.map(() => ({ state: "reported", on: "2018-02-20" })));
  const audited = await sql(
    "SELECT subject_id FROM audit.event WHERE action = 'ministry.mark' AND subject_id = ANY ($1)",
    ids,
  );
  expect(audited).toHaveLength(3);
  // One of them was reported meanwhile: none is marked a second time.
  const { id } = await saveHolder(world);
  await sayYes(id);
  const again = { ...together, entryIds: [id, ids[0]] };
  expect(await send(markManyReported, world.secretary, again)).toMatchObject({
    code: "ALREADY_RECORDED",
  });
  expect(await entriesOf(id)).toMatchObject([{ state: "unreported" }]);
});

it("who asks why no money has come is told each step, at any counter that may find them, and nothing of income or sum", async () => {
  const { id } = await saveHolder(world);
  const told = (by: Actor) => scoped(by, (scope) => viewNotReceived(scope, id));
  expect(await told(world.desk)).toMatchObject({ saidOn: null, next: "say_yes" });
  await sayYes(id);
  const said = { elsewhere: false, saidOn: "2018-02-20", firstMonth: "2018-03" };
  const unreported = { ...said, state: "unreported", next: "report", reportedOn: null };
  for (const by of [world.desk, world.secretary, world.chief, treasury])
    expect(await told(by), by.role).toMatchObject(unreported);
  expect(JSON.stringify(await told(world.desk))).not.toMatch(/income|satang|band|baht/i);
  for (const by of [ao, treasury55, officer("governor", "54")])
    expect(await told(by), by.role).toBeNull();
  await sql("UPDATE holder SET account_officer_id = $2 WHERE id = $1", id, ao.id);
  expect(await told(ao)).toMatchObject(unreported);

  const list = (await scoped(world.chief, countEntries)).own;
  const file = { format: "csv", expected: list.unreported };
  expect(await send(sendMinistryFile, world.chief, file)).toMatchObject({ ok: true });
  const [{ number }] = (await sql(
    "SELECT f.number FROM ministry_entry e JOIN ministry_file f ON f.id = e.file_id WHERE e.id = $1",
    id,
  )) as [{ number: number }];
  expect(await told(world.desk)).toMatchObject({
    ...said,
    ...{ state: "reported", reportedOn: "2018-02-20", file: number, next: "too_early" },
    toppedUp: null,
  });
  const why = { entryId: id, reason: "E1 ไม่พบเลข" };
  expect(await send(markBounced, world.chief, why)).toMatchObject({ ok: true });
  expect(await told(world.desk)).toMatchObject({
    ...said,
    ...{ state: "bounced", answeredOn: "2018-02-20", reason: "E1 ไม่พบเลข", next: "correct" },
  });
});

it("of somebody of another district a desk says only whom to ask", async () => {
  const { id } = await saveHolder(world);
  await sayYes(id);
  const seen = await scoped(world.neighbour, (scope) => viewNotReceived(scope, id));
  expect(Object.keys(seen ?? {}).sort()).toEqual([
    "district",
    "elsewhere",
    "idLastFour",
    "name",
    "office",
  ]);
  expect(await scoped(world.stranger, (scope) => viewNotReceived(scope, id))).toBeNull();
});
