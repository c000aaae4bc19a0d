import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import {
  buildDeskIntent,
  buildDeskWorld,
  buildPaper,
  type DeskWorld,
  holderNow,
  saveHolder,
  savePlace,
  send,
  setToday,
  tallies,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase, type Row } from "@tests/security/world";
import { departureRow } from "@tests/security/world-casework";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isConcerned } from "@/domain/death";
import type { Actor } from "@/domain/policy";
import { submitAssessment } from "@/server/assessments/commands";
import { assignHolder } from "@/server/caseload/commands";
import { programmeDate } from "@/server/clock";
import { listCasework } from "@/server/holders/casework";
import { entitlementOn } from "@/server/holders/entitlement";
import { viewHolder } from "@/server/holders/queries";
import { searchHolders } from "@/server/holders/search";
import { listDistrictMatters } from "@/server/home/cards";
import { confirmPaper, recordIntent, recordPaper } from "@/server/intents/commands";
import { viewForDesk } from "@/server/intents/queries";
import { markReported } from "@/server/ministry/commands";
import { countEntries } from "@/server/ministry/counts";
import { listMinistry } from "@/server/ministry/queries";
import { findPersonsReferrals } from "@/server/referrals/person";
import { countReferrals, listReferrals, listReferralsOf } from "@/server/referrals/queries";
import { scoped } from "@/server/scope";
import { confirmFinding } from "@/server/visits/commands";
import { listPendingReports } from "@/server/visits/reports";
import { listContradictedDeaths, reviewDeparture } from "@/server/visits/reviews";

/** Somebody recorded as dead who answers (docs/forms.md 4): one of the two is wrong, and a head says which. */
let world: DeskWorld;
let ao: Actor;
let place: Awaited<ReturnType<typeof savePlace>>;
const today = "2018-02-20";
beforeAll(async () => {
  world = await buildDeskWorld();
  ao = officer("account_officer", "5401", "BAAC");
  await onDatabase((client) => insert(client, "officer", officerRow(ao)));
  place = await savePlace(world.chief, [today]);
});
beforeEach(() => setToday(today));
afterEach(async () => {
  const { kept, counted } = await tallies();
  expect(kept).toEqual(counted);
});

/** A holder whose death of 5 February an account officer reported, and the secretary confirmed unless said otherwise. */
async function saveDead(over: Row = {}, confirmed = true) {
  const holder = await saveHolder(world);
  const row = departureRow(
    { id: holder.id, provinceCode: "54", districtCode: "5401", accountOfficerId: null },
    ao.id,
    { departed_on: "2018-02-05", recorded_on: "2018-02-15", ...over },
  );
  const income = { holder_id: holder.id, batch_id: world.batches["54"], province_code: "54" };
  await onDatabase(async (client) => {
    await insert(client, "departure", row);
    await insert(client, "holder_income", { ...income, income_2559_satang: 2_000_000 });
  });
  const departureId = String(row.id);
  if (confirmed) expect(await confirm(departureId)).toMatchObject({ ok: true });
  return { ...holder, departureId };
}
/** How many answers the page of a death shows beside it. */
async function shownBeside(id: string): Promise<number> {
  const pages = await scoped(world.chief, async (scope) => [
    ...(await listPendingReports(scope)),
    ...(await listContradictedDeaths(scope)),
  ]);
  return pages.find((death) => death.id === id)?.answers.length ?? 0;
}
const confirm = async (
  findingId: string,
  note: string | null = null,
  outcome = "confirmed",
  by = world.secretary,
) => {
  const expected = await shownBeside(findingId);
  return send(confirmFinding, by, { kind: "departure", findingId, outcome, note, expected });
};
const reason = "พบตัวพร้อมบัตรประชาชน";
const review = async (departureId: string, outcome: "kept" | "withdrawn", by = world.chief) => {
  const expected = await shownBeside(departureId);
  return send(reviewDeparture, by, { departureId, outcome, note: reason, expected });
};
const comes = (holderId: string, by = world.desk) =>
  send(recordIntent, by, buildDeskIntent({ holderId, deskId: place.desks[today] ?? "" }));

const file = (holderId: string) =>
  scoped(world.chief, async (scope) => {
    const holder = await viewHolder(scope, holderId);
    if (!holder) throw new Error("out of reach");
    const casework = await listCasework(scope, holderId);
    return entitlementOn(await programmeDate(scope.tx), scope.ruleSets, holder, casework).topUp;
  });
const contradicted = async () =>
  (await scoped(world.chief, listContradictedDeaths)).map(({ person }) => person.id);
const cardOfHome = async () =>
  (await scoped(world.secretary, (scope) => listDistrictMatters(scope, today))).find(
    ({ key }) => key === "deathsContradicted",
  )?.count ?? 0;

describe("a yes of somebody recorded as dead", () => {
  it("is taken with a receipt and does not count; the desk, the home and the list say so", async () => {
    const { id, nationalId } = await saveDead();
    const before = await scoped(world.desk, (scope) => viewForDesk(scope, id));
    expect(before).toMatchObject({ diedOn: "2018-02-05", answers: [] });
    expect(await comes(id)).toMatchObject({
      ok: true,
      value: { receiptNumber: expect.stringMatching(/^5401-\d{6}$/), confirmation: null },
    });

    expect(await holderNow(id)).toMatchObject({
      state: "deceased",
      latest_answer: null,
      first_yes_on: null,
    });
    expect(await file(id)).toMatchObject({ none: "YES_AFTER_DEATH", total: 0 });
    expect(await contradicted()).toEqual([id]);
    expect(await cardOfHome()).toBe(1);
    const found = await scoped(world.desk, (scope) => searchHolders(scope, nationalId));
    expect(found).toMatchObject({ holders: [{ death: { on: "2018-02-05", answered: true } }] });
    expect(await comes(id)).toMatchObject({ ok: false, code: "ALREADY_RECORDED" });
  });

  it("counts from its own day once the death is withdrawn: state, answer and sum follow", async () => {
    const { id, departureId } = await saveDead({ source: "death_certificate" });
    await comes(id);
    await setToday("2018-04-02");
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({
      state: "met_in_february",
      latest_answer: "yes",
      first_yes_on: today,
    });
    expect(await file(id)).toMatchObject({ none: null, months: 10, total: 2_000 });
    expect(await contradicted()).not.toContain(id);
  });

  it("does not count where the death is kept, stays recorded, and may be given again", async () => {
    const { id, departureId } = await saveDead();
    await comes(id);
    expect(await review(departureId, "kept")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "deceased", latest_answer: null });
    expect(await file(id)).toMatchObject({ none: "YES_VOID_BY_DEATH", total: 0 });
    expect(await contradicted()).not.toContain(id);

    await setToday("2018-03-20");
    const paper = buildPaper({ holderId: id, placeId: place.id, intentOn: "2018-02-12" });
    expect(await send(recordPaper, world.desk, paper)).toMatchObject({ ok: true });
    expect(await contradicted()).toContain(id);
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ latest_answer: "yes", first_yes_on: today });
  });

  it("from a paper waits for both: its own confirmation and the death's", async () => {
    const { id, departureId } = await saveDead();
    const paper = buildPaper({ holderId: id, placeId: place.id, intentOn: "2018-02-12" });
    expect(await send(recordPaper, world.desk, paper)).toMatchObject({ ok: true });
    const [intent] = await onDatabase(
      async (client) =>
        (await client.query("SELECT id FROM intent WHERE holder_id = $1", [id])).rows,
    );
    const decision = { intentId: intent.id, decision: "confirmed", note: null };
    expect(await send(confirmPaper, world.colleague, decision)).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ latest_answer: null });
    await review(departureId, "withdrawn");
    expect(await holderNow(id)).toMatchObject({ first_yes_on: "2018-02-12" });
  });

  it("from a paper that is rejected contradicts nothing any more", async () => {
    const { id } = await saveDead();
    const paper = buildPaper({ holderId: id, placeId: place.id, intentOn: "2018-02-12" });
    expect(await send(recordPaper, world.desk, paper)).toMatchObject({ ok: true });
    expect(await contradicted()).toContain(id);
    const before = await cardOfHome();
    const [intent] = await onDatabase(
      async (client) =>
        (await client.query("SELECT id FROM intent WHERE holder_id = $1", [id])).rows,
    );
    const decision = { intentId: intent.id, decision: "rejected", note: "คนละคน" };
    expect(await send(confirmPaper, world.colleague, decision)).toMatchObject({ ok: true });
    expect(await contradicted()).not.toContain(id);
    expect(await cardOfHome()).toBe(before - 1);
  });

  it("of the day of the death is not after it: it stays counted, and no month of it is due", async () => {
    const { id } = await saveDead({
      departed_on: today,
      recorded_on: today,
      source: "house_register",
    });
    expect(await comes(id)).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "deceased", latest_answer: "yes" });
    expect(await contradicted()).not.toContain(id);
    expect(await file(id)).toMatchObject({ none: "DIED_BEFORE_FIRST_MONTH", total: 0 });
  });
});

describe("a death that is reported", () => {
  it("takes nothing before it is confirmed; who decides sees the answers after it", async () => {
    const { id, departureId } = await saveDead({}, false);
    await comes(id);
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february", latest_answer: "yes" });
    const reports = await scoped(world.chief, listPendingReports);
    expect(reports.find(({ person }) => person.id === id)?.answers).toMatchObject([
      { answer: "yes", on: today, placeName: "หอประชุมอำเภอ", recordedBy: world.desk.name },
    ]);
    // Who confirms had none in sight: the page is looked at again.
    const unseen = { kind: "departure", findingId: departureId, outcome: "confirmed", note: "x ๆ" };
    expect(await send(confirmFinding, world.secretary, unseen)).toMatchObject({
      code: "CONFLICT",
      detail: { answers: 1 },
    });
    expect(await confirm(departureId, "มีชีวิตอยู่", "rejected")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february", latest_answer: "yes" });
  });

  it("is confirmed against an answer only with a reason; the answer is then not counted", async () => {
    const { id, departureId } = await saveDead({}, false);
    await comes(id);
    expect(await confirm(departureId)).toMatchObject({ ok: false, fields: { note: ["missing"] } });
    expect(await confirm(departureId, "มรณบัตร")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "deceased", latest_answer: null });
    expect(await file(id)).toMatchObject({ none: "YES_VOID_BY_DEATH" });
    expect(await contradicted()).not.toContain(id);
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february", first_yes_on: today });
  });
});

describe("an interview of somebody recorded as dead", () => {
  beforeAll(() =>
    onDatabase((client) =>
      insert(client, "account_officer_code", {
        ...{ code: "5401B901", officer_id: ao.id, province_code: "54", district_code: "5401" },
        issued_on: "2018-02-01",
      }),
    ),
  );
  async function interview(holderId: string) {
    const given = { holderId, officerCode: "5401B901" };
    expect(await send(assignHolder, world.secretary, given)).toMatchObject({ ok: true });
    await setToday("2018-03-14");
    const form = { holderId, version: 0, answers: buildAnswers() };
    expect(await send(submitAssessment, ao, form)).toMatchObject({ ok: true });
  }

  it("offers nothing to be sent on until a head has withdrawn the death", async () => {
    const { id, departureId } = await saveDead();
    await interview(id);
    const offered = () =>
      scoped(ao, async (scope) => [
        (await countReferrals(scope, "2018-03-14")).draft,
        (await listReferrals(scope, {})).total,
        (await listReferralsOf(scope, id)).length,
        (await findPersonsReferrals(scope, id))?.toSend,
      ]);
    expect(await offered()).toEqual([0, 0, 0, 0]);
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    const [drafts = 0, ...others] = await offered();
    expect(drafts).toBeGreaterThan(0);
    expect(new Set(others)).toEqual(new Set([drafts]));
  });

  it("is to be reported to the Ministry while it counts, and no longer once it does not", async () => {
    const { id, departureId } = await saveDead({}, false);
    const unreported = async () => (await scoped(ao, countEntries)).own.unreported;
    const before = await unreported();
    await interview(id);
    expect(await unreported()).toBe(before + 1);
    expect(await confirm(departureId, "มรณบัตร")).toMatchObject({ ok: true });
    expect(await unreported()).toBe(before);
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await unreported()).toBe(before + 1);
  });

  it("stays among what was reported, and says that it no longer counts", async () => {
    const { id, departureId } = await saveDead({}, false);
    await interview(id);
    const listed = async (state: "unreported" | "reported") =>
      (await scoped(ao, (scope) => listMinistry(scope, { state, district: null, page: 1 })))?.rows
        .filter(({ holderId }) => holderId === id)
        .map(({ id, stands }) => ({ id, stands }));
    const [entry] = (await listed("unreported")) ?? [];
    const entryId = entry?.id ?? "";
    const reportedOn = "2018-03-14";
    expect(await send(markReported, ao, { entryId, reportedOn })).toMatchObject({ ok: true });
    expect(await confirm(departureId, "มรณบัตร")).toMatchObject({ ok: true });
    expect(await listed("reported")).toEqual([{ id: entryId, stands: false }]);
  });
});

describe("who decides", () => {
  it("is a head of the district who neither reported the death nor took the answer", async () => {
    const { id, departureId } = await saveDead();
    await comes(id, world.secretary);
    // The case file offers the review to the chief alone.
    for (const [by, concerned] of [
      [world.secretary, true],
      [world.chief, false],
    ] as const) {
      const { departures } = await scoped(by, (scope) => listCasework(scope, id));
      expect(departures.map((death) => isConcerned(death, by.id))).toEqual([concerned]);
    }
    expect(
      await send(reviewDeparture, world.chief, { departureId, outcome: "kept", note: reason }),
    ).toMatchObject({ code: "CONFLICT", detail: { answers: 1 } });
    expect(await review(departureId, "withdrawn", world.secretary)).toMatchObject({
      code: "NEEDS_OTHER_OFFICER",
    });
    for (const nobody of [world.desk, ao])
      expect(await review(departureId, "withdrawn", nobody)).toMatchObject({ ok: false });
    const elsewhere = officer("district_chief", "5402");
    await onDatabase((client) => insert(client, "officer", officerRow(elsewhere)));
    expect(await review(departureId, "withdrawn", elsewhere)).toMatchObject({ code: "NOT_FOUND" });
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await review(departureId, "withdrawn")).toMatchObject({ code: "CONFLICT" });
  });

  it("of a death that is only reported is neither of them as well", async () => {
    const { id, departureId } = await saveDead({}, false);
    await comes(id, world.secretary);
    const [report] = (await scoped(world.secretary, listPendingReports)).filter(
      (each) => each.id === departureId,
    );
    expect(report?.own).toBe(true);
    for (const outcome of ["confirmed", "rejected"])
      expect(await confirm(departureId, "มรณบัตร", outcome)).toMatchObject({
        code: "NEEDS_OTHER_OFFICER",
      });
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february", latest_answer: "yes" });
  });

  it("may withdraw a move as well, and says why", async () => {
    const { id, departureId } = await saveDead({ kind: "moved_away", source: "house_register" });
    expect(await holderNow(id)).toMatchObject({ state: "moved_away" });
    const unsaid = { departureId, outcome: "withdrawn", note: " " };
    expect(await send(reviewDeparture, world.chief, unsaid)).toMatchObject({ code: "INVALID" });
    expect(await review(departureId, "withdrawn")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "unassigned" });
  });

  it("is told nothing by a departure that does not exist", async () => {
    expect(await review(randomUUID(), "kept")).toMatchObject({ code: "NOT_FOUND" });
  });
});
