import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { submitAssessment } from "@/server/assessments/commands";
import { moveHolders } from "@/server/caseload/commands";
import { countWaitingLong, listWaitingLong, type WaitingLong } from "@/server/caseload/waiting";
import {
  attestCoInterviews,
  matchCoInterviews,
  offerBankDay,
} from "@/server/co-interviews/commands";
import {
  countOwnToAttest,
  countToAttest,
  listOnPaper,
  listOwnCoInterviews,
  listVillageDays,
} from "@/server/co-interviews/queries";
import { type AnyCommand, execute } from "@/server/command";
import { scoped } from "@/server/scope";
import { acknowledgeNote, noteToOfficer } from "@/server/supervision/commands";
import { getSupervised, listOpenNotes, listSupervised } from "@/server/supervision/queries";
import { listVillageToPlan } from "@/server/visits/calendar";
import { planVillage, recordVisit } from "@/server/visits/commands";
import { buildCaseloadWorld, type CaseloadWorld, query, savePeople } from "./caseload-world";
import { setToday } from "./desk-world";

let world: CaseloadWorld;
let banker: Actor;
const day = "2018-03-05";
beforeAll(async () => {
  world = await buildCaseloadWorld();
  banker = officer("agency_officer", "54", "BAAC");
  await onDatabase((client) => insert(client, "officer", officerRow(banker)));
  await savePeople(world, 6);
  await savePeople(world, 4, "540102");
  await setToday("2018-02-26");
  const input = { filter: { subdistrict: "540101" }, picked: [], officerCode: world.codes[0] };
  await send(moveHolders, world.chief, { ...input, reason: null, expected: 6 });
  const plan = {
    subdistrictCode: "540101",
    moo: 1,
    meetOn: day,
    expected: 6,
    holderIds: await villageToPlan(),
  };
  expect(await send(planVillage, world.officers[0], plan)).toMatchObject({ ok: true });
});

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
async function villageToPlan() {
  const village = { subdistrict: "540101", moo: 1 };
  const found = await scoped(world.officers[0] as Actor, (s) => listVillageToPlan(s, village));
  return found?.people.map(({ id }) => id) ?? [];
}
const villages = () => scoped(world.chief, (scope) => listVillageDays(scope, "2018-02-26"));
const own = (actor: Actor) => scoped(actor, (scope) => listOwnCoInterviews(scope, day));

describe("a village with an account officer of no bank", () => {
  it("is proposed to whoever of a bank can come that day, and matched in one press", async () => {
    expect((await villages()).suggestion).toEqual({});
    const offer = { districtCode: "5401", day };
    expect(await send(offerBankDay, banker, offer)).toMatchObject({ ok: true });
    expect(await send(offerBankDay, banker, offer)).toMatchObject({ code: "ALREADY_RECORDED" });
    expect(await send(offerBankDay, world.officers[0], offer)).toMatchObject({
      code: "NOT_ALLOWED",
    });
    const { villages: waiting, suggestion } = await villages();
    expect(waiting).toMatchObject([{ day, people: 6, name: expect.stringContaining("หมู่ที่ 1") }]);
    // Once its day has gone by nothing can be matched, and it is still no success.
    const late = await scoped(world.chief, (scope) => listVillageDays(scope, "2018-03-06"));
    expect(late).toMatchObject({
      villages: [],
      overdue: [{ day, people: 6 }],
      matchedAhead: false,
    });
    const matches = Object.entries(suggestion).map(([key, officerId]) => ({ key, officerId }));
    expect(matches).toHaveLength(1);
    expect(await send(matchCoInterviews, world.chief, { matches })).toMatchObject({
      value: { people: 6 },
    });
    expect(await send(matchCoInterviews, world.chief, { matches })).toMatchObject({
      code: "CONFLICT",
    });
    expect(await villages()).toMatchObject({ villages: [], overdue: [], matchedAhead: true });
  });

  it("shows its co-interviewer name, village, day and officer of exactly those, and nothing of their files", async () => {
    const { rows } = await own(banker);
    expect(rows).toHaveLength(6);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        "accountOfficer",
        "day",
        "id",
        "meetAt",
        "onPaper",
        "personName",
        "status",
        "village",
      ].sort(),
    );
    await expect(scoped(banker, ({ tx }) => tx.holder.count())).rejects.toThrow(
      "permission denied",
    );
  });

  it("waits for his word once the day has come, his own or that of the paper he signed", async () => {
    const { rows } = await own(banker);
    const [first, second] = rows.map(({ id }) => id) as [string, string];
    const attest = (actor: Actor, ids: string[]) =>
      send(attestCoInterviews, actor, { ids, status: "confirmed" });
    expect(await attest(banker, [first])).toMatchObject({ code: "CONFLICT" });
    await setToday(day);
    const ownCounts = () =>
      Promise.all(
        [banker, world.officers[0], world.chief].map((actor) =>
          scoped(actor, (scope) => countOwnToAttest(scope, day)),
        ),
      );
    expect(await scoped(world.chief, (scope) => countToAttest(scope, day))).toBe(6);
    expect(await ownCounts()).toEqual([6, 6, 0]);
    expect(await attest(world.officers[1], [first])).toMatchObject({ code: "CONFLICT" });
    expect(await attest(banker, [first])).toMatchObject({ ok: true });
    expect(await attest(banker, [first])).toMatchObject({ code: "CONFLICT" });
    expect(await scoped(world.officers[0], (scope) => listOnPaper(scope, day))).toHaveLength(5);
    expect(await attest(world.officers[0], [second])).toMatchObject({ ok: true });
    const papers = await query("SELECT on_paper, attested_by_id FROM co_interview WHERE id = $1", [
      second,
    ]);
    expect(papers).toEqual([{ on_paper: true, attested_by_id: world.officers[0].id }]);
    expect(await scoped(world.chief, (scope) => countToAttest(scope, day))).toBe(4);
    expect(await ownCounts()).toEqual([4, 4, 0]);
  });

  it("keeps the submitted form as it is: the confirmation stands beside it, also of who was not matched", async () => {
    const [matched] = await query<{ holder_id: string }>(
      "SELECT holder_id FROM co_interview WHERE status = 'matched' LIMIT 1",
    );
    const answers = { ...buildAnswers({ interviewedOn: day }), coInterviewerId: banker.id };
    const submitted = await send(submitAssessment, world.officers[0], {
      holderId: matched?.holder_id,
      version: 0,
      answers,
    });
    expect(submitted).toMatchObject({ ok: true });
    const rows = await query(
      "SELECT status, assessment_id IS NOT NULL AS attached FROM co_interview WHERE holder_id = $1",
      [matched?.holder_id],
    );
    expect(rows).toEqual([{ status: "matched", attached: true }]);
    const [another] = await query<{ id: string }>(
      "SELECT id FROM holder WHERE account_officer_id = $1 AND interviewed_on IS NULL AND id <> ALL (SELECT holder_id FROM co_interview WHERE status = 'matched') LIMIT 1",
      [world.officers[0].id],
    );
    await send(submitAssessment, world.officers[0], {
      holderId: another?.id,
      version: 0,
      answers: {
        ...buildAnswers({ interviewedOn: day }),
        coInterviewerName: "นายทอง ใจดี",
        coInterviewerBank: "GSB",
      },
    });
    const named = await query(
      "SELECT officer_id, officer_name, bank FROM co_interview WHERE holder_id = $1 AND assessment_id IS NOT NULL",
      [another?.id],
    );
    expect(named).toEqual([{ officer_id: null, officer_name: "นายทอง ใจดี", bank: "GSB" }]);
  });
});

describe("a chief supervises", () => {
  it("each account officer in figures that sum up, and writes a note that he acknowledges", async () => {
    const { rows } = await scoped(world.chief, listSupervised);
    expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(6);
    const [first, second] = world.officers;
    const note = { officerId: first.id, words: "ขอให้เร่งนัดหมู่ที่ 4" };
    const sent = await send(noteToOfficer, world.secretary, note);
    expect(sent).toMatchObject({ ok: true });
    expect(await send(noteToOfficer, world.neighbourSecretary, note)).toMatchObject({
      code: "NOT_FOUND",
    });
    const [open] = await scoped(first, listOpenNotes);
    expect(open?.words).toBe(note.words);
    expect(await send(acknowledgeNote, second, { noteId: open?.id })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await send(acknowledgeNote, first, { noteId: open?.id })).toMatchObject({ ok: true });
    expect(await scoped(first, listOpenNotes)).toEqual([]);
    const page = await scoped(world.chief, (scope) => getSupervised(scope, first.id));
    expect(page?.notes).toMatchObject([{ acknowledgedOn: day }]);
    // An interview is a meeting; a visit to a closed door is none.
    expect(page?.row.sinceMet).toBe(0);
    expect(page?.meetings.map(({ what }) => what)).toContain("interview");
    const [given] = await query<{ id: string }>(
      `UPDATE holder SET account_officer_id = $1
       WHERE id = (SELECT id FROM holder WHERE account_officer_id = $2 ORDER BY id LIMIT 1) RETURNING id`,
      [second.id, first.id],
    );
    const visit = { holderId: given?.id, visitedOn: day, note: null, nextOn: null };
    const sinceMet = async () =>
      (await scoped(world.chief, listSupervised)).rows.find(
        ({ officerId }) => officerId === second.id,
      )?.sinceMet;
    await send(recordVisit, second, { ...visit, outcome: "not_home" });
    expect(await sinceMet()).toBeNull();
    await send(recordVisit, second, { ...visit, outcome: "met" });
    expect(await sinceMet()).toBe(0);
    expect(
      await scoped(world.chief, (scope) => getSupervised(scope, world.neighbour.id)),
    ).toBeNull();
  });

  it("sees who of the cohort has waited too long for an account officer, since when", async () => {
    expect(await scoped(world.chief, (scope) => countWaitingLong(scope, "2018-02-07"))).toBe(0);
    expect(await scoped(world.chief, (scope) => countWaitingLong(scope, "2018-02-08"))).toBe(4);
    // The day after the last home visit nobody waits for one any more.
    expect(await scoped(world.chief, (scope) => countWaitingLong(scope, "2018-05-01"))).toBe(0);
    const list = await scoped(world.chief, (scope) => listWaitingLong(scope, day));
    expect(list.rows.map(({ since }) => since)).toEqual(Array(4).fill("2018-02-01"));
  });

  it("counts the waiting of a volunteer from the yes, for before it nobody was to come", async () => {
    const [volunteer] = await query<{ id: string; must_reach: boolean }>(
      `UPDATE holder SET income_2559_satang = 5000000, latest_answer = 'yes', first_yes_on = '2018-02-20'
       WHERE id = (SELECT id FROM holder WHERE account_officer_id IS NULL AND district_code = $1 ORDER BY id LIMIT 1)
       RETURNING id, must_reach`,
      [world.chief.districtCode],
    );
    expect(volunteer?.must_reach).toBe(false);
    const long = (today: string) => scoped(world.chief, (scope) => countWaitingLong(scope, today));
    expect(await long("2018-02-26")).toBe(3);
    expect(await long("2018-02-27")).toBe(4);
    const list = await scoped(world.chief, (scope) => listWaitingLong(scope, "2018-02-27"));
    expect(list.rows.find(({ id }) => id === volunteer?.id)?.since).toBe("2018-02-20");
  });

  it("has who has waited longest first, whatever their address, also from page to page", async () => {
    // The volunteer of the test before waits since the 20th, the others since the 1st.
    await query(
      "UPDATE holder SET moo = CASE WHEN must_reach THEN 9 ELSE 1 END WHERE district_code = $1",
      [world.chief.districtCode],
    );
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: WaitingLong = await scoped(world.chief, (scope) =>
        listWaitingLong(scope, "2018-02-27", after ?? undefined, 1),
      );
      seen.push(...page.rows.map(({ since }) => since));
      after = page.next;
    }
    expect(seen).toEqual(["2018-02-01", "2018-02-01", "2018-02-01", "2018-02-20"]);
  });
});
