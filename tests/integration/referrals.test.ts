import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { syntheticPeople } from "@tests/builders/people";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { insertHolders } from "@/cli/demo/holders";
import { officerNamed } from "@/cli/demo/officers";
import type { AoAgency, ProjectAgency } from "@/domain/agencies";
import type { Actor, Role } from "@/domain/policy";
import { referralStepNames, referralSteps, storedReferralStates } from "@/domain/referral";
import type { Result } from "@/domain/result";
import { submitAssessment } from "@/server/assessments/commands";
import { changeCapacity, setCapacity } from "@/server/capacities/commands";
import { listCapacities } from "@/server/capacities/queries";
import { assignHolder } from "@/server/caseload/commands";
import { type AnyCommand, execute } from "@/server/command";
import { recordConsent } from "@/server/consents/commands";
import { getReferralConsent } from "@/server/consents/queries";
import { answerByLink, issueLink } from "@/server/links/commands";
import { findBearersReferral } from "@/server/links/queries";
import { tokenOf } from "@/server/links/token";
import { addOfficer } from "@/server/officers/commands";
import { keepOffice } from "@/server/offices/commands";
import { issuePaper } from "@/server/papers/commands";
import { findPaper } from "@/server/papers/find";
import { agreePlan } from "@/server/plans/commands";
import { viewPlan } from "@/server/plans/queries";
import {
  answerReferrals,
  prepareReferral,
  remindAgency,
  sendReferrals,
  withdrawReferral,
} from "@/server/referrals/commands";
import { listReferrals, listReferralsOf } from "@/server/referrals/queries";
import { scoped } from "@/server/scope";
import { findBearer } from "@/server/session";
import { asSuperuser } from "./demo-world";

const today = "2018-03-14";
let officer: Actor;
let chief: Actor;
let secretary: Actor;
let treasury: Actor;
let community: Actor;
let farming: Actor;
const waiting: string[] = [];

async function add(
  login: string,
  role: Role,
  agency: AoAgency | ProjectAgency | null,
  districtCode: string | null,
) {
  const input = { login, name: `นาย${login}`, role, position: "เจ้าหน้าที่", provinceCode: "54" };
  const rest = { districtCode, agency, phone: null, password: "ข้าวเหนียวมะม่วงหวานมาก" };
  done(await send(addOfficer, await officerNamed("console"), { ...input, ...rest }));
  return officerNamed(login);
}

const send = (command: AnyCommand, actor: Actor, input: unknown, id: string = randomUUID()) =>
  execute(command, actor, { id, input }) as Promise<Result<Record<string, unknown>>>;
function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
async function programmeOn(date: string) {
  await asSuperuser(
    `INSERT INTO setting (key, value) VALUES ('programme_on', to_jsonb($1::text))
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
    [date],
  );
}

beforeAll(async () => {
  await programmeOn(today);
  treasury = await add("treasury", "provincial_officer", null, null);
  chief = await add("chief", "district_chief", null, "5403");
  secretary = await add("secretary", "district_secretary", null, "5403");
  officer = await add("baac", "account_officer", "BAAC", "5403");
  community = await add("agency.cdd", "agency_officer", "CDD", null);
  farming = await add("agency.moac", "agency_officer", "MOAC", null);
  const table = [{ income: "up_to_30000" as const, age: "up_to_60" as const, people: 90 }];
  const people = [...syntheticPeople({ seed: "referrals", subdistricts: ["540301"], table })];
  const [{ code } = { code: "" }] = await asSuperuser<{ code: string }>(
    "SELECT code FROM account_officer_code WHERE officer_id = $1",
    [officer.id],
  );
  for (const { id } of await insertHolders(treasury, people, "2018-02-26")) {
    done(await send(assignHolder, secretary, { holderId: id, officerCode: code }));
    waiting.push(id);
  }
});
beforeEach(() => programmeOn(today));

/** A farmer who said yes to ตลาดประชารัฐ (two agencies) and the farmers' training. */
async function interviewed(over: Parameters<typeof buildAnswers>[0] = {}) {
  const holderId = waiting.pop() as string;
  const answers = buildAnswers({ interviewedOn: today, ...over });
  const outcome = await send(submitAssessment, officer, { holderId, version: 0, answers });
  return { holderId, assessmentId: done(outcome).assessmentId as string };
}
async function sent(over: Parameters<typeof buildAnswers>[0] = {}) {
  const { holderId } = await interviewed(over);
  done(await send(sendReferrals, officer, { holderId, words: null }));
  return holderId;
}
const referralsOf = (holderId: string, actor = officer) =>
  scoped(actor, (scope) => listReferralsOf(scope, holderId));
async function of(holderId: string, agency: string) {
  const found = (await referralsOf(holderId)).find((row) => row.agency === agency);
  if (!found) throw new Error(`No referral to ${agency}`);
  return found;
}
const answer = (actor: Actor, ids: string[], step: string, over: object = {}) =>
  send(answerReferrals, actor, { chosen: { ids }, step, words: null, ...over });

it("the machine in SQL is the machine of the domain, for every state and step", async () => {
  for (const state of storedReferralStates)
    for (const step of [...referralStepNames, "prepare", "x"] as const) {
      const [row] = await asSuperuser<{ to: string | null }>(
        "SELECT app.referral_step($1, $2) AS to",
        [state, step],
      );
      const known = referralSteps[step as keyof typeof referralSteps];
      const right = known?.from.includes(state) ? known.to : null;
      expect(row?.to, `${step} from ${state}`).toBe(right);
    }
});

describe("a plan's projects", () => {
  it("become drafts with the yes, one for each agency, and go out with one press", async () => {
    const { holderId } = await interviewed();
    expect(
      (await referralsOf(holderId)).map(({ agency, state }) => `${agency} ${state}`).sort(),
    ).toEqual(["CDD draft", "DIT draft", "MOAC draft"]);
    expect(done(await send(sendReferrals, officer, { holderId, words: null }))).toEqual({
      sent: 3,
    });
    const moac = await of(holderId, "MOAC");
    expect(moac).toMatchObject({
      state: "sent",
      nextOn: "2018-03-28",
      holderPlace: expect.stringContaining("ตำบล"),
    });
    expect(moac.events.map(({ step }) => step)).toEqual(["send", "prepare"]);
  });

  it("tell an agency what the project needs and nothing of debts, income or the file", async () => {
    const holderId = await sent({
      causes: ["market", "debt"],
      mainCause: "market",
      debtKind: "informal",
      debtBurden: "heavy",
    });
    const { rows } = await scoped(farming, (scope) => listReferrals(scope, {}));
    const row = rows.find(({ id }) => id === undefined) ?? rows.at(-1);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(holderId);
    expect(text).not.toMatch(/หนี้|รายได้/);
    expect(row?.answers.map(({ ask }) => ask).join()).toContain("ทะเบียนเกษตรกร");
    expect(await referralsOf(holderId, farming).catch(() => [])).toEqual([]);
  });

  it("of a no are none", async () => {
    const { holderId } = await interviewed({ wish: "no", wishReason: "no_time" });
    expect(await referralsOf(holderId)).toEqual([]);
    expect(await send(sendReferrals, officer, { holderId, words: null })).toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("without a live consent", () => {
  it("nothing is sent, by the database's own word", async () => {
    const { holderId } = await interviewed({ consentReferral: "no" });
    expect(await send(sendReferrals, officer, { holderId, words: null })).toMatchObject({
      code: "NO_CONSENT",
    });
    const draft = (await referralsOf(holderId))[0];
    await expect(
      asSuperuser(
        "UPDATE referral SET state = 'sent', step = 'send', sent_on = '2018-03-14', holder_name = 'x' WHERE id = $1",
        [draft?.id],
      ),
    ).rejects.toMatchObject({ code: "SJ002" });
  });

  it("given later, it goes; taken back, it shows on what is open and stops the next", async () => {
    const { holderId } = await interviewed({ consentReferral: "no" });
    const say = (decision: string) =>
      send(recordConsent, officer, {
        holderId,
        decision,
        channel: "phone",
        decidedOn: today,
        note: null,
      });
    done(await say("given"));
    done(await send(sendReferrals, officer, { holderId, words: null }));
    const moac = await of(holderId, "MOAC");
    done(await say("withdrawn"));
    expect((await of(holderId, "MOAC")).consentWithdrawnOn).toBe(today);
    expect(
      (await scoped(officer, (scope) => getReferralConsent(scope, holderId))).now,
    ).toMatchObject({ live: false });
    done(await send(withdrawReferral, officer, { referralId: moac.id, words: "ผู้มีบัตรขอถอน" }));
    done(await send(prepareReferral, officer, { referralId: moac.id }));
    expect(await send(sendReferrals, officer, { holderId, words: null })).toMatchObject({
      code: "NO_CONSENT",
    });
    done(await say("given"));
    expect((await of(holderId, "CDD")).consentWithdrawnOn).toBeNull();
    done(await send(sendReferrals, officer, { holderId, words: null }));
  });
});

describe("an agency", () => {
  it("answers many at once, all or nothing, and only its own", async () => {
    const holders = [await sent(), await sent(), await sent()];
    const ids = await Promise.all(holders.map(async (holder) => (await of(holder, "CDD")).id));
    expect(await answer(community, ids, "refuse")).toMatchObject({
      fields: { words: ["missing"] },
    });
    const foreign = (await of(holders[0] as string, "MOAC")).id;
    expect(await answer(community, [...ids, foreign], "accept")).toMatchObject({
      code: "NOT_FOUND",
    });
    done(await answer(community, ids.slice(0, 1), "refuse", { words: "นอกพื้นที่ตลาด" }));
    expect(await answer(community, ids, "accept")).toMatchObject({
      fields: { step: ["notThisStep"] },
    });
    expect(done(await answer(community, ids.slice(1), "accept"))).toEqual({ answered: 2 });
    expect(await of(holders[0] as string, "CDD")).toMatchObject({
      state: "refused",
      words: "นอกพื้นที่ตลาด",
      nextOn: null,
    });
    expect(await of(holders[1] as string, "CDD")).toMatchObject({ state: "accepted" });
  });

  it("answers all that a filter leaves, and none where another number stands than was shown", async () => {
    await sent();
    const { total } = await scoped(farming, (scope) => listReferrals(scope, { state: "sent" }));
    const all = (expected: number) =>
      send(answerReferrals, farming, {
        chosen: { filter: { state: "sent" }, expected },
        step: "begin",
        words: null,
      });
    expect(await all(total + 1)).toMatchObject({ code: "CONFLICT" });
    expect(done(await all(total))).toEqual({ answered: total });
  });

  it("ends what it began with a result", async () => {
    const holderId = await sent();
    const { id } = await of(holderId, "MOAC");
    done(await answer(farming, [id], "begin"));
    expect(await answer(farming, [id], "complete")).toMatchObject({
      fields: { result: ["choose"] },
    });
    done(
      await answer(farming, [id], "complete", { result: "succeeded", words: "อบรมครบ 18 ชั่วโมง" }),
    );
    expect(await of(holderId, "MOAC")).toMatchObject({
      state: "completed",
      result: "succeeded",
      endedOn: today,
    });
  });

  it("that is late goes to the chief, who asks again", async () => {
    const holderId = await sent();
    const { id } = await of(holderId, "DIT");
    expect(
      await send(remindAgency, chief, { referralId: id, words: null, nextOn: null }),
    ).toMatchObject({ code: "CONFLICT" });
    await programmeOn("2018-03-30");
    expect(await of(holderId, "DIT")).toMatchObject({ state: "escalated" });
    done(await send(remindAgency, chief, { referralId: id, words: "ขอทราบผล", nextOn: null }));
    expect(await of(holderId, "DIT")).toMatchObject({ state: "sent", nextOn: "2018-04-06" });
    expect(
      await send(remindAgency, officer, { referralId: id, words: null, nextOn: null }),
    ).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a one-time link", () => {
  const linkFor = async (referralId: string) =>
    done(await send(issueLink, officer, { referralId })).linkId as string;
  const bearerOf = async (linkId: string) => (await findBearer(tokenOf(linkId))) as Actor;

  it("shows that one referral and takes one answer; the repeat of it gets the first outcome", async () => {
    const holderId = await sent();
    const { id } = await of(holderId, "DIT");
    const linkId = await linkFor(id);
    const bearer = await bearerOf(linkId);
    expect(await scoped(bearer, findBearersReferral)).toMatchObject({ id, agency: "DIT" });
    const request = randomUUID();
    const input = { referralId: id, step: "accept", words: null, nextOn: null };
    const first = await send(answerByLink, bearer, input, request);
    expect(first).toMatchObject({ ok: true });
    expect(await send(answerByLink, await bearerOf(linkId), input, request)).toEqual(first);
    expect(await of(holderId, "DIT")).toMatchObject({ state: "accepted" });
    const [event] = (await of(holderId, "DIT")).events;
    expect(event).toMatchObject({ step: "accept", byLinkId: linkId, by: null });
  });

  it("is in a letter that its officer reads as it was signed, and no other officer at all", async () => {
    const linkId = await linkFor((await of(await sent(), "DIT")).id);
    const letter = (reader: Actor, again = false) =>
      scoped(reader, (scope) => findPaper(scope, "referral_letter", linkId, again));
    expect((await letter(officer))?.issue.number).toBeNull();
    const given = { kind: "referral_letter", about: linkId, number: "พร 0318/7", issuedOn: today };
    const signature = { signedBy: "นายวิรัตน์ สิทธิวงศ์", capacity: "own", position: null };
    const classes = { speed: "none", secrecy: "confidential" };
    done(await send(issuePaper, secretary, { ...given, ...signature, ...classes }));
    const signed = await letter(officer);
    expect(signed?.issue).toMatchObject({ number: "พร 0318/7", signedBy: signature.signedBy });
    const moved = { address: "ถนนใหม่ พร 54150", phone: "0-5400-0001" };
    done(await send(keepOffice, secretary, moved));
    expect(await letter(officer)).toEqual(signed);
    expect(await letter(secretary)).toEqual(signed);
    expect((await letter(officer, true))?.paper.address).toBe(moved.address);
    expect(await letter(community)).toBeNull();
  });

  it("that is used, expired, forged or another person's is refused alike, and shows nothing", async () => {
    const [mine, other] = [await sent(), await sent()];
    const ids = { mine: (await of(mine, "DIT")).id, other: (await of(other, "DIT")).id };
    const used = await linkFor(ids.mine);
    const another = await linkFor(ids.other);
    const input = { referralId: ids.mine, step: "refuse", words: "ไม่รับ", nextOn: null };
    done(await send(answerByLink, await bearerOf(used), input));
    const usedBearer = await bearerOf(used);
    const answers = [
      await send(answerByLink, usedBearer, { ...input, step: "accept" }),
      await send(answerByLink, await bearerOf(another), input),
    ];
    for (const result of answers) expect(result).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await scoped(usedBearer, findBearersReferral)).toBeNull();
    expect(await findBearer("x".repeat(43))).toBeNull();
    expect(await findBearer("' OR 1=1")).toBeNull();
    await programmeOn("2018-03-29");
    expect(await findBearer(tokenOf(another))).toBeNull();
    expect(await findBearer(tokenOf(used))).toBeNull();
  });

  it("keeps its token nowhere: not in the table, not in the receipts", async () => {
    const holderId = await sent();
    const linkId = await linkFor((await of(holderId, "DIT")).id);
    const token = tokenOf(linkId);
    const found = await asSuperuser(
      `SELECT 1 FROM referral_link WHERE encode(token_hash, 'escape') = $1
       UNION ALL SELECT 1 FROM command_receipt WHERE outcome::text LIKE '%' || $1 || '%'`,
      [token],
    );
    expect(found).toEqual([]);
  });

  it("ends with the referral: taken back, it opens nothing", async () => {
    const holderId = await sent();
    const { id } = await of(holderId, "DIT");
    const linkId = await linkFor(id);
    done(await send(withdrawReferral, officer, { referralId: id, words: "ผู้มีบัตรย้าย" }));
    expect(await findBearer(tokenOf(linkId))).toBeNull();
  });

  it("of two answers at the same moment takes one", async () => {
    const holderId = await sent();
    const { id } = await of(holderId, "DIT");
    const bearer = await bearerOf(await linkFor(id));
    const both = await Promise.all(
      ["accept", "wait_list"].map((step) =>
        send(answerByLink, bearer, { referralId: id, step, words: null, nextOn: null }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});

describe("places", () => {
  it("are never overfilled, however many are accepted at once", async () => {
    done(
      await send(setCapacity, farming, {
        project: "MOAC-01",
        places: 7,
        fromOn: today,
        untilOn: "2018-09-30",
        note: null,
      }),
    );
    const ids: string[] = [];
    for (let count = 0; count < 50; count += 1) ids.push((await of(await sent(), "MOAC")).id);
    const results = await Promise.all(ids.map((id) => answer(farming, [id], "accept")));
    const retried = await Promise.all(
      results.map((result, nth) =>
        !result.ok && result.code === "BUSY"
          ? answer(farming, [ids[nth] as string], "accept")
          : result,
      ),
    );
    expect(retried.filter(({ ok }) => ok)).toHaveLength(7);
    expect(new Set(retried.flatMap((result) => (result.ok ? [] : [result.code])))).toEqual(
      new Set(["NO_PLACE"]),
    );
    const left = ids.filter((_, nth) => !retried[nth]?.ok);
    for (const id of left.slice(0, 2)) done(await answer(farming, [id], "wait_list"));
    const [full] = (await scoped(farming, listCapacities)).capacities;
    expect(full).toMatchObject({ places: 7, taken: 7, waiting: 2, next: [] });

    // A place is freed: the first who waited is proposed.
    const taken = ids.find((_, nth) => retried[nth]?.ok) as string;
    done(await answer(farming, [taken], "refuse", { words: "ไม่มารายงานตัว" }));
    const [freed] = (await scoped(farming, listCapacities)).capacities;
    expect(freed).toMatchObject({ taken: 6, waiting: 2, next: [{ id: left[0] }] });
    expect(await send(changeCapacity, farming, { capacityId: freed?.id, places: 5 })).toMatchObject(
      {
        fields: { places: ["belowTaken"] },
      },
    );
    expect(await answer(farming, left.slice(0, 2), "accept")).toMatchObject({ code: "NO_PLACE" });
    done(await answer(farming, left.slice(0, 1), "accept"));
  });

  it("are set by an agency for its own projects alone", async () => {
    const input = {
      project: "GSB-01",
      places: 3,
      fromOn: today,
      untilOn: "2018-09-30",
      note: null,
    };
    expect(await send(setCapacity, farming, input)).toMatchObject({ ok: false });
    expect(await send(setCapacity, treasury, input)).toMatchObject({ ok: true });
    expect(await send(setCapacity, officer, input)).toMatchObject({ ok: false });
  });
});

describe("a plan", () => {
  it("names the next appointment until its day, and not when it is printed again later", async () => {
    const { holderId } = await interviewed({ nextContactOn: "2018-06-07" });
    const printedOn = async (date: string) => {
      await programmeOn(date);
      return (await scoped(officer, (scope) => viewPlan(scope, holderId, null)))?.shown;
    };
    expect(await printedOn("2018-06-07")).toMatchObject({ nextContactOn: "2018-06-07" });
    expect(await printedOn("2018-06-08")).toMatchObject({ nextContactOn: null });
  });

  it("has its first version by the interview; a changed income says what changed, and both agree the second", async () => {
    const { holderId } = await interviewed();
    const seen = () => scoped(officer, (scope) => viewPlan(scope, holderId, null));
    expect(await seen()).toMatchObject({ shown: { number: 1, agreedOn: today }, changesNow: [] });
    for (const table of ["holder WHERE id", "holder_income WHERE holder_id"])
      await asSuperuser(`UPDATE ${table.replace(" ", " SET income_2559_satang = 4000000 ")} = $1`, [
        holderId,
      ]);
    expect((await seen())?.changesNow).toEqual([
      { what: "band", from: "ไม่เกิน 30,000 บาท", to: "เกิน 30,000 บาท" },
      { what: "topUp", from: 1800, to: 900 },
    ]);
    const input = {
      holderId,
      version: 1,
      agreedOn: today,
      goal1: "ขายผักที่ตลาดประชารัฐทุกวันศุกร์",
      goal2: null,
      goal3: null,
      goal4: null,
    };
    expect(done(await send(agreePlan, officer, input))).toEqual({ number: 2, changes: 2 });
    expect(await send(agreePlan, officer, input)).toMatchObject({ code: "CONFLICT" });
    const second = await seen();
    expect(second).toMatchObject({
      shown: { number: 2, goals: [{ dimension: 1 }] },
      changesNow: [],
    });
    expect(await scoped(officer, (scope) => viewPlan(scope, holderId, 1))).toMatchObject({
      shown: { number: 1, goals: [] },
    });
  });
});
