import { randomUUID } from "node:crypto";
import { buildWorld } from "@tests/security/build-world";
import { type Row, type World, who } from "@tests/security/world";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, hasProvince } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { runInForce } from "@/server/jobs/in-force";
import { answerByLink } from "@/server/links/commands";
import { listNotifications } from "@/server/notifications/queries";
import { answerReferrals, remindAgency } from "@/server/referrals/commands";
import { listReferrals } from "@/server/referrals/queries";
import { scoped } from "@/server/scope";
import { query } from "./caseload-world";
import { setToday } from "./desk-world";

/** Who is notified of a referral, by the step that happened; one line per kind until it is read. */
let world: World;
let agency: Actor;
let chief: Actor;
let secretary: Actor;
let sent: Row[];
const today = "2018-02-26";

beforeAll(async () => {
  world = await buildWorld();
  agency = who(world, "agency_officer", "54");
  chief = who(world, "district_chief", "5401");
  secretary = who(world, "district_secretary", "5401");
});
beforeEach(async () => {
  await setToday(today);
  sent = await query(
    "SELECT r.*, h.account_officer_id FROM referral r JOIN holder h ON h.id = r.holder_id WHERE r.district_code = '5401' AND r.state = 'sent' ORDER BY r.id",
  );
});

const readAll = () => query("UPDATE notification SET read_at = now() WHERE read_at IS NULL");
const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
const linesOf = async (actor: Actor) =>
  (await scoped(actor, listNotifications)).rows
    .filter(({ kind, read }) => kind.startsWith("referral_") && !read)
    .map(({ kind, href, by }) => ({ kind, href, by }));
const officerOf = (referral: Row | undefined) =>
  world.officers.find(({ id }) => id === referral?.account_officer_id) as Actor;

describe("what was sent", () => {
  it("is one line for the agency's officers of the province, however many were sent, and none for others", async () => {
    expect(sent).toHaveLength(2);
    const sentTo = { kind: "referral_sent", href: "/referrals?state=sent" };
    expect(await linesOf(agency)).toMatchObject([sentTo]);
    expect(await linesOf(who(world, "agency_officer", "55"))).toMatchObject([sentTo]);
    for (const other of world.officers.filter(
      ({ role }) => role !== "agency_officer" && hasProvince(role),
    ))
      expect(await linesOf(other), other.role).toEqual([]);
  });

  it("is told anew once that was read, opens those that wait, and again when the chief reminds", async () => {
    await readAll();
    const [referral] = sent;
    await setToday("2018-03-20");
    const reminded = await send(remindAgency, chief, {
      referralId: referral?.id,
      words: null,
      nextOn: "2018-03-27",
    });
    expect(reminded).toMatchObject({ ok: true });
    expect(await linesOf(agency)).toEqual([
      { kind: "referral_reminded", href: "/referrals?state=sent", by: chief.name },
    ]);
    await query(
      "UPDATE referral SET state = 'sent', step = 'send', sent_on = '2018-03-20', next_on = '2018-03-30', holder_name = 'x' WHERE district_code = '5402' AND state = 'draft'",
    );
    expect((await linesOf(agency)).map(({ kind }) => kind).sort()).toEqual([
      "referral_reminded",
      "referral_sent",
    ]);
  });
});

describe("what was answered", () => {
  it.each([
    ["accept", "referral_answered", "accepted"],
    ["begin", "referral_answered", "in_progress"],
    ["complete", "referral_completed", "completed"],
  ] as const)(
    "%s is told to the account officer who has the person now",
    async (step, kind, state) => {
      await readAll();
      const [first] = await query<Row>(
        "SELECT r.id, h.account_officer_id FROM referral r JOIN holder h ON h.id = r.holder_id WHERE r.district_code = '5401' AND r.sent_on IS NOT NULL ORDER BY r.id LIMIT 1",
      );
      const answered = await send(answerReferrals, agency, {
        chosen: { ids: [first?.id] },
        step,
        words: null,
        result: step === "complete" ? "succeeded" : null,
        nextOn: null,
      });
      expect(answered).toMatchObject({ ok: true });
      const told = officerOf(first);
      const href = `/referrals?state=${state}`;
      expect(await linesOf(told)).toEqual([{ kind, href, by: agency.name }]);
      const { rows } = await scoped(told, (scope) => listReferrals(scope, { state }));
      expect(rows.map(({ id }) => id)).toEqual([first?.id]);
      for (const other of [agency, chief, secretary]) expect(await linesOf(other)).toEqual([]);
    },
  );

  it("many at once are one line for each of their officers", async () => {
    await readAll();
    await query(
      "UPDATE referral SET state = 'sent', step = 'send', sent_on = '2018-02-21', next_on = '2018-03-30', holder_name = 'x' WHERE district_code = '5401' AND state = 'draft'",
    );
    await readAll();
    const waiting = await query<Row>(
      "SELECT r.id, h.account_officer_id FROM referral r JOIN holder h ON h.id = r.holder_id WHERE r.district_code = '5401' AND r.state = 'sent'",
    );
    expect(waiting.length).toBeGreaterThan(2);
    const refused = await send(answerReferrals, agency, {
      chosen: { ids: waiting.slice(1).map(({ id }) => id) },
      step: "refuse",
      words: "ยังไม่เปิดรับ",
      result: null,
      nextOn: null,
    });
    expect(refused).toMatchObject({ ok: true });
    for (const told of new Set(waiting.slice(1).map(officerOf)))
      expect(await linesOf(told)).toEqual([
        { kind: "referral_refused", href: "/referrals?state=refused", by: agency.name },
      ]);
  });

  it("by a one-time link as well, with nobody's name to it", async () => {
    await readAll();
    const [link] = await query<Row>(
      "SELECT l.id, l.referral_id, h.account_officer_id FROM referral_link l JOIN referral r ON r.id = l.referral_id JOIN holder h ON h.id = r.holder_id WHERE r.district_code = '5402' AND r.state = 'sent' LIMIT 1",
    );
    const bearer: Actor = {
      ...agency,
      id: link?.id as string,
      role: "link_bearer",
      districtCode: "5402",
      agency: null,
    };
    const input = { referralId: link?.referral_id, step: "accept", words: null, nextOn: null };
    expect(await send(answerByLink, bearer, input)).toMatchObject({ ok: true });
    expect(await linesOf(officerOf(link))).toEqual([
      { kind: "referral_answered", href: "/referrals?state=accepted", by: null },
    ]);
  });
});

describe("an answer that is late", () => {
  it("is told once to the account officer and the heads of his district, on the day after, and opens those", async () => {
    await readAll();
    const [late] = sent;
    const officer = officerOf(late);
    const line = [{ kind: "referral_escalated", href: "/referrals?state=escalated", by: null }];
    const neighbour = who(world, "district_chief", "5402");
    await query(
      "UPDATE referral SET next_on = '2018-03-30', late_told_on = NULL WHERE state = 'sent'",
    );
    await query("UPDATE referral SET next_on = '2018-03-10' WHERE id = $1", [late?.id]);

    await setToday("2018-03-10");
    await runInForce();
    expect(await linesOf(chief)).toEqual([]);
    await setToday("2018-03-11");
    await runInForce();
    for (const told of [officer, chief, secretary]) {
      expect(await linesOf(told), told.role).toEqual(line);
      const { rows } = await scoped(told, (scope) => listReferrals(scope, { state: "escalated" }));
      expect(rows.map(({ id }) => id)).toEqual([late?.id]);
    }
    for (const other of [neighbour, agency]) expect(await linesOf(other)).toEqual([]);

    // After it was read, it does not come again the next minute or day; only after a reminder without answer.
    await readAll();
    await setToday("2018-03-12");
    await runInForce();
    expect(await linesOf(chief)).toEqual([]);
    const reminded = { referralId: late?.id, words: null, nextOn: "2018-03-15" };
    expect(await send(remindAgency, chief, reminded)).toMatchObject({ ok: true });
    await setToday("2018-03-16");
    await runInForce();
    expect(await linesOf(officer)).toEqual(line);
  });
});

it("tells nobody who has left", async () => {
  await readAll();
  const officer = officerOf(sent[0]);
  await query("UPDATE officer SET status = 'disabled' WHERE id = ANY ($1)", [
    [officer.id, secretary.id],
  ]);
  await query("UPDATE referral SET next_on = '2018-03-18', late_told_on = NULL WHERE id = $1", [
    sent[0]?.id,
  ]);
  await setToday("2018-03-19");
  await runInForce();
  expect(await linesOf(chief)).toHaveLength(1);
  for (const gone of [officer, secretary]) expect(await linesOf(gone)).toEqual([]);
});
