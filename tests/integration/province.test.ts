import { randomUUID } from "node:crypto";
import { send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { answerTask, decideTask, prepareTask } from "@/server/agency-tasks/commands";
import { countOverdueTasks, listTasks } from "@/server/agency-tasks/queries";
import {
  acknowledgeAnnouncement,
  decideAnnouncement,
  prepareAnnouncement,
} from "@/server/announcements/commands";
import {
  countUnreadAnnouncements,
  findAnnouncement,
  listAnnouncements,
} from "@/server/announcements/queries";
import { countUndecided } from "@/server/decisions/queries";
import { endDelegation, giveDelegation } from "@/server/delegations/commands";
import { findDelegation, listDelegations } from "@/server/delegations/queries";
import { getHome } from "@/server/home/queries";
import { listReadiness } from "@/server/readiness/queries";
import { scoped } from "@/server/scope";
import { decideSetting, prepareSetting } from "@/server/settings/commands";
import { homeVisits, localSetting } from "@/server/settings/queries";
import { decideTeam, prepareTeam } from "@/server/teams/commands";
import { getTeam, listWithoutTeam } from "@/server/teams/queries";

/** What the province keeps for itself: settings, orders, teams, announcements, tasks; staff prepare, the governor decides. */
const people = {
  governor: officer("governor", "54"),
  treasury: officer("provincial_officer", "54"),
  colleague: officer("provincial_officer", "54"),
  chief: officer("district_chief", "5403"),
  secretary: officer("district_secretary", "5403"),
  neighbour: officer("district_chief", "5401"),
  nextSecretary: officer("district_secretary", "5401"),
  ao: officer("account_officer", "5403", "CDD"),
  agency: officer("agency_officer", "54", "BAAC"),
  otherAgency: officer("agency_officer", "54", "DSD"),
  stranger: officer("governor", "55"),
};
const { governor, treasury, colleague, chief, secretary, neighbour, ao } = people;

beforeAll(async () => {
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
  });
});
beforeEach(() => setToday("2018-02-26"));

const outcomeOf = (sent: unknown) => (sent as { value: Record<string, string> }).value;
const local = (actor: Actor, today: string) =>
  scoped(actor, (scope) => localSetting(scope, "referral_answer_days", today));

describe("an order", () => {
  const order = {
    kind: "acting",
    orderNumber: "1/2561",
    orderedOn: "2018-02-26",
    fromOn: "2018-02-27",
  };

  it("names the head's own staff, acts on its days, and ends", async () => {
    const given = await send(giveDelegation, chief, { ...order, officerId: secretary.id });
    expect(given).toMatchObject({ ok: true });
    const on = (day: string) => scoped(secretary, (scope) => findDelegation(scope, day));
    expect(await on("2018-02-26")).toBeNull();
    expect(await on("2018-02-27")).toMatchObject({ orderNumber: "1/2561" });
    const { delegationId } = outcomeOf(given);
    expect(await send(endDelegation, neighbour, { delegationId, untilOn: "2018-03-01" })).toEqual(
      expect.objectContaining({ ok: false, code: "NOT_FOUND" }),
    );
    expect(await send(endDelegation, governor, { delegationId, untilOn: "2018-03-01" })).toEqual(
      expect.objectContaining({ ok: false }),
    );
    await send(endDelegation, chief, { delegationId, untilOn: "2018-03-01" });
    expect(await on("2018-03-01")).not.toBeNull();
    expect(await on("2018-03-02")).toBeNull();
    expect(await scoped(secretary, listDelegations)).toMatchObject({ isHead: false });
  });

  it("of the governor says who holds a chief's post; nobody else's post is given, and never by delegation", async () => {
    const vacant = { ...order, officerId: people.nextSecretary.id, orderNumber: "70/2561" };
    expect(await send(giveDelegation, governor, vacant)).toMatchObject({
      fields: { kind: ["choose"] },
    });
    const caretaker = { ...vacant, kind: "caretaker", fromOn: "2018-02-26" };
    expect(await send(giveDelegation, chief, caretaker)).toMatchObject({
      fields: { officerId: ["choose"] },
    });
    const given = await send(giveDelegation, governor, caretaker);
    expect(given).toMatchObject({ ok: true });
    const holds = (day: string) =>
      scoped(people.nextSecretary, (scope) => findDelegation(scope, day));
    expect(await holds("2018-02-26")).toMatchObject({ kind: "caretaker" });
    const { delegationId } = outcomeOf(given);
    const end = (by: Actor, untilOn: string) => send(endDelegation, by, { delegationId, untilOn });
    expect(await end(chief, "2018-02-28")).toMatchObject({ code: "NOT_FOUND" });
    expect(await end(governor, "2018-02-28")).toMatchObject({ ok: true });
    // A chief who comes into office ends it too.
    expect(await end(neighbour, "2018-02-26")).toMatchObject({ ok: true });
    expect(await holds("2018-02-27")).toBeNull();
    const kept = await scoped(governor, listDelegations);
    expect(kept?.orders.map(({ kind, headRole }) => `${kind} ${headRole}`)).toContain(
      "caretaker district_chief",
    );
  });

  it("names nobody else's staff", async () => {
    for (const officerId of [treasury.id, ao.id, chief.id])
      expect(await send(giveDelegation, chief, { ...order, officerId })).toMatchObject({
        code: "INVALID",
        fields: { officerId: ["choose"] },
      });
    expect(
      await send(giveDelegation, secretary, { ...order, officerId: secretary.id }),
    ).toMatchObject({ ok: false });
  });
});

describe("a setting", () => {
  const change = {
    key: "referral_answer_days",
    value: 20,
    fromOn: "2018-03-01",
    reason: "หมู่บ้านบนดอย",
  };

  it("changes nothing until the governor has decided, and then from its day on, in its province", async () => {
    const { settingEntryId: entryId } = outcomeOf(await send(prepareSetting, treasury, change));
    expect(await local(ao, "2018-03-01")).toBe(14);
    expect(await send(decideSetting, treasury, { entryId, outcome: "approved" })).toMatchObject({
      code: "NEEDS_ORDER",
    });
    expect(
      await send(decideSetting, people.stranger, { entryId, outcome: "approved" }),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(await send(decideSetting, governor, { entryId, outcome: "refused" })).toMatchObject({
      fields: { note: ["missing"] },
    });
    expect(await send(decideSetting, governor, { entryId, outcome: "approved" })).toMatchObject({
      ok: true,
    });
    expect(await send(decideSetting, governor, { entryId, outcome: "approved" })).toMatchObject({
      code: "CONFLICT",
    });
    expect(await local(ao, "2018-02-28")).toBe(14);
    expect(await local(ao, "2018-03-01")).toBe(20);
    expect(await local(people.agency, "2018-03-01")).toBe(20);
    expect(await local(people.stranger, "2018-03-01")).toBe(14);
  });

  it("of a district stands over the province's there alone; a past day is refused", async () => {
    const own = { ...change, value: 30, districtCode: "5403" };
    const { settingEntryId: entryId } = outcomeOf(await send(prepareSetting, governor, own));
    await send(decideSetting, governor, { entryId, outcome: "approved" });
    expect(await local(chief, "2018-03-01")).toBe(30);
    expect(await local(neighbour, "2018-03-01")).toBe(20);
    expect(await send(prepareSetting, treasury, { ...change, fromOn: "2018-02-25" })).toMatchObject(
      { fields: { fromOn: ["past"] } },
    );
  });

  it("of the Ministry needs its letter and two persons, and moves the end of the home visits", async () => {
    const extension = {
      key: "home_visits_until",
      value: "2018-05-31",
      fromOn: "2018-04-20",
      reason: "ขยายเวลา",
      letterNumber: "กค 0402.4/ว 41",
      letterOn: "2018-02-23",
    };
    const prepared = await send(prepareSetting, governor, extension);
    const { settingEntryId: entryId } = outcomeOf(prepared);
    expect(await send(decideSetting, governor, { entryId, outcome: "approved" })).toMatchObject({
      code: "NEEDS_OTHER_OFFICER",
    });
    // Row security refuses it too.
    await expect(
      onDatabase((client) =>
        client.query(
          "UPDATE setting_entry SET decision = 'approved', decided_by_id = prepared_by_id, decided_on = '2018-02-26' WHERE id = $1",
          [entryId],
        ),
      ),
    ).rejects.toMatchObject({ code: "23514" });
    await send(giveDelegation, governor, {
      kind: "acting",
      officerId: treasury.id,
      orderNumber: "87/2561",
      orderedOn: "2018-01-15",
      fromOn: "2018-01-15",
    });
    expect(await send(decideSetting, treasury, { entryId, outcome: "approved" })).toMatchObject({
      ok: true,
    });
    const until = (today: string) => scoped(chief, (scope) => homeVisits(scope, today));
    expect(await until("2018-04-19")).toEqual({ from: "2018-03-01", until: "2018-04-30" });
    expect(await until("2018-04-20")).toEqual({ from: "2018-03-01", until: "2018-05-31" });
  });
});

describe("a team", () => {
  const team = {
    districtCode: "5403",
    chairName: "นายวิรัตน์ สิทธิวงศ์",
    chairPosition: "นายอำเภอลอง",
    secretaryName: "นางสาวศิริพร เทพอินทร์",
    secretaryPosition: "ปลัดอำเภอ",
    members: "นายพิชัย ทะนันชัย, เจ้าพนักงานปกครอง",
    fromOn: "2018-02-26",
  };
  const page = (actor: Actor) => scoped(actor, (scope) => getTeam(scope, "5403"));

  it("is its district's once it is appointed by an order, and a later order replaces it", async () => {
    const lacking = async (actor: Actor) =>
      (await scoped(actor, listWithoutTeam)).map(({ code }) => code);
    const homeOf = (actor: Actor) => scoped(actor, getHome);
    const line = { key: "teamsMissing" };
    expect(await lacking(governor)).toContain("5403");
    expect((await homeOf(treasury)).waiting).toContainEqual(expect.objectContaining(line));
    // To the district it is what the province owes.
    expect((await homeOf(chief)).owed).toContainEqual(
      expect.objectContaining({ ...line, count: 1 }),
    );
    const first = outcomeOf(await send(prepareTeam, treasury, team)).teamId;
    expect(await lacking(governor)).not.toContain("5403");
    expect(await lacking(chief)).toEqual(["5403"]);
    expect(await page(chief)).toMatchObject({ current: null, pending: null, orders: [] });
    expect(await send(prepareTeam, colleague, team)).toMatchObject({ code: "ALREADY_RECORDED" });
    const approval = { teamId: first, outcome: "approved" };
    expect(await send(decideTeam, governor, approval)).toMatchObject({
      fields: { orderNumber: ["missing"] },
    });
    expect(
      await send(decideTeam, colleague, {
        ...approval,
        orderNumber: "9/2561",
        orderedOn: "2018-02-26",
      }),
    ).toMatchObject({ code: "NEEDS_ORDER" });
    await send(decideTeam, governor, {
      ...approval,
      orderNumber: "9/2561",
      orderedOn: "2018-02-26",
    });
    expect((await page(chief))?.current?.members.map(({ membership }) => membership)).toEqual([
      "chair",
      "member",
      "secretary",
    ]);
    expect(await page(neighbour)).toBeNull();
    expect(await lacking(chief)).toEqual([]);

    const second = outcomeOf(
      await send(prepareTeam, treasury, { ...team, fromOn: "2018-03-01" }),
    ).teamId;
    await send(decideTeam, treasury, {
      teamId: second,
      outcome: "approved",
      orderNumber: "10/2561",
      orderedOn: "2018-02-26",
    });
    expect(await page(chief)).toMatchObject({ current: { id: first }, coming: [{ id: second }] });
    await setToday("2018-03-01");
    const now = await page(chief);
    expect(now).toMatchObject({ current: { id: second, delegation: { number: "87/2561" } } });
    expect(now?.orders).toHaveLength(2);
  });
});

describe("an announcement", () => {
  const guideline = {
    kind: "guideline",
    title: "แนวทาง",
    body: "ข้อหนึ่ง",
    to: "chosen",
    districts: ["5403"],
  };

  it("reaches its districts when it is issued, is acknowledged once, and is replaced by its next version", async () => {
    const { announcementId } = outcomeOf(await send(prepareAnnouncement, treasury, guideline));
    const found = (actor: Actor) =>
      scoped(actor, (scope) => findAnnouncement(scope, announcementId ?? ""));
    expect(await found(chief)).toBeNull();
    expect(await send(acknowledgeAnnouncement, chief, { announcementId })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await scoped(governor, countUndecided)).toBeGreaterThan(0);
    await send(decideAnnouncement, governor, { announcementId, outcome: "approved" });
    expect(await found(neighbour)).toBeNull();
    expect(await scoped(chief, countUnreadAnnouncements)).toBe(1);
    expect(await send(acknowledgeAnnouncement, neighbour, { announcementId })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await send(acknowledgeAnnouncement, secretary, { announcementId })).toMatchObject({
      ok: true,
    });
    expect(await send(acknowledgeAnnouncement, chief, { announcementId })).toMatchObject({
      code: "ALREADY_RECORDED",
    });
    expect(await scoped(chief, countUnreadAnnouncements)).toBe(0);

    const next = { ...guideline, body: "ข้อใหม่", replacesId: announcementId };
    const second = outcomeOf(await send(prepareAnnouncement, treasury, next));
    expect(second.version).toBe(2);
    const { announcementId: secondId } = second;
    await send(decideAnnouncement, treasury, { announcementId: secondId, outcome: "approved" });
    expect(await scoped(chief, countUnreadAnnouncements)).toBe(1);
    const { issued } = await scoped(chief, listAnnouncements);
    expect(issued.map(({ id }) => id)).toEqual([secondId]);
    expect((await found(chief))?.versions).toHaveLength(2);
    const lagging = (await scoped(governor, listReadiness)).find(({ code }) => code === "5403");
    expect(lagging?.now).toContain("guideline");
    expect(lagging?.now).toContain("plan");
  });
});

describe("a task of an agency", () => {
  it("is the agency's alone once it is signed, answered in words, and late after its day", async () => {
    const task = {
      agency: "BAAC",
      project: "BAAC-01",
      subject: "ขออบรม",
      asked: "จัดอบรม",
      dueOn: "2018-03-09",
    };
    const { taskId } = outcomeOf(await send(prepareTask, treasury, task));
    const seen = async (actor: Actor) => (await scoped(actor, listTasks)).tasks.length;
    expect(await seen(people.agency)).toBe(0);
    await send(decideTask, treasury, { taskId, outcome: "approved" });
    expect(await seen(people.agency)).toBe(1);
    expect(await seen(people.otherAgency)).toBe(0);
    const answer = { taskId, outcome: "accepted", answer: null };
    expect(await send(answerTask, people.otherAgency, answer)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await send(answerTask, people.agency, answer)).toMatchObject({ ok: true });
    expect(await send(answerTask, people.agency, answer)).toMatchObject({ code: "CONFLICT" });
    await setToday("2018-03-10");
    expect(await scoped(governor, countOverdueTasks)).toBe(1);
    expect(
      await send(answerTask, people.agency, { ...answer, outcome: "done", answer: "อบรมแล้ว" }),
    ).toMatchObject({ ok: true });
    expect(await scoped(governor, countOverdueTasks)).toBe(0);
    expect(
      await send(answerTask, people.agency, { taskId: randomUUID(), outcome: "accepted" }),
    ).toMatchObject({ code: "NOT_FOUND" });
  });
});
