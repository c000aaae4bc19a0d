import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { syntheticPeople } from "@tests/builders/people";
import { insert } from "@tests/security/world";
import { correctionRow } from "@tests/security/world-requests";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { insertHolders } from "@/cli/demo/holders";
import { officerNamed } from "@/cli/demo/officers";
import type { AoAgency } from "@/domain/agencies";
import type { Answers } from "@/domain/assessment";
import type { Actor, Role } from "@/domain/policy";
import type { Result } from "@/domain/result";
import { questionWords } from "@/i18n/question-words";
import {
  confirmAssessment,
  refuseInterview,
  saveAssessmentDraft,
  submitAssessment,
} from "@/server/assessments/commands";
import {
  findAssessment,
  findDraft,
  findInterview,
  listPaperForms,
  listVillages,
} from "@/server/assessments/queries";
import { assignHolder } from "@/server/caseload/commands";
import { execute } from "@/server/command";
import { addOfficer } from "@/server/officers/commands";
import { scoped } from "@/server/scope";
import { findVisited } from "@/server/visits/visited";

const today = "2018-03-14";
let admin: Client;
let farmerBank: Actor;
let community: Actor;
let savingsBank: Actor;
let secretary: Actor;
/** Holders nobody has interviewed yet, of the bank's officer and of the community officer. */
const waiting: { bank: string[]; community: string[] } = { bank: [], community: [] };

async function add(
  login: string,
  role: Role,
  agency: AoAgency | null,
  districtCode: string | null,
) {
  const added = await execute(addOfficer, await officerNamed("console"), {
    id: randomUUID(),
    input: {
      login,
      name: `นาย${login}`,
      role,
      position: "เจ้าหน้าที่",
      provinceCode: "54",
      districtCode,
      agency,
      phone: null,
      password: "ข้าวเหนียวมะม่วงหวานมาก",
    },
  });
  if (!added.ok) throw new Error(JSON.stringify(added));
  return officerNamed(login);
}

async function assign(holderId: string, officer: Actor) {
  const { rows } = await admin.query(
    "SELECT code FROM account_officer_code WHERE officer_id = $1",
    [officer.id],
  );
  const given = await execute(assignHolder, secretary, {
    id: randomUUID(),
    input: { holderId, officerCode: rows[0].code },
  });
  if (!given.ok) throw new Error(JSON.stringify(given));
}

async function programmeOn(date: string) {
  await admin.query(
    `INSERT INTO setting (key, value) VALUES ('programme_on', to_jsonb($1::text))
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
    [date],
  );
}

beforeAll(async () => {
  admin = new Client({ connectionString: process.env.ADMIN_URL });
  await admin.connect();
  await programmeOn(today);
  const treasury = await add("treasury", "provincial_officer", null, null);
  secretary = await add("secretary", "district_secretary", null, "5403");
  farmerBank = await add("baac", "account_officer", "BAAC", "5403");
  savingsBank = await add("gsb", "account_officer", "GSB", "5403");
  community = await add("cdd", "account_officer", "CDD", "5403");
  const people = [
    ...syntheticPeople({
      seed: "interviews",
      subdistricts: ["540301"],
      table: [{ income: "up_to_30000", age: "up_to_60", people: 40 }],
    }),
  ];
  const holders = await insertHolders(treasury, people, "2018-02-26");
  for (const [index, { id }] of holders.entries()) {
    await assign(id, index < 28 ? farmerBank : community);
    waiting[index < 28 ? "bank" : "community"].push(id);
  }
});
afterAll(() => admin.end());
beforeEach(() => programmeOn(today));

function nextHolder(of: keyof typeof waiting = "bank"): string {
  const id = waiting[of].pop();
  if (!id) throw new Error("No holder is left");
  return id;
}

const save = (
  actor: Actor,
  holderId: string,
  version: number,
  answers: Answers,
  id = randomUUID(),
) => execute(saveAssessmentDraft, actor, { id, input: { holderId, version, answers } });
const submit = (
  actor: Actor,
  holderId: string,
  answers: Answers,
  { version = 0, id = randomUUID() } = {},
) => execute(submitAssessment, actor, { id, input: { holderId, version, answers } });

function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const rowsOf = async (sql: string, ...values: unknown[]) => (await admin.query(sql, values)).rows;
const stateOf = async (holderId: string) =>
  (await rowsOf("SELECT * FROM holder WHERE id = $1", holderId))[0];

describe("a draft", () => {
  it("is saved while typing and resumed on another device, with the version it has", async () => {
    const holderId = nextHolder();
    const first = done(await save(farmerBank, holderId, 0, { identity: "id_card" }));
    expect(first.version).toBe(1);
    const second = done(
      await save(farmerBank, holderId, 1, { identity: "id_card", respondent: "relative" }),
    );
    expect(second.version).toBe(2);

    const resumed = await scoped(farmerBank, (scope) => findDraft(scope, holderId));
    expect(resumed).toMatchObject({
      version: 2,
      answers: { identity: "id_card", respondent: "relative" },
      savedAt: second.savedAt,
    });
  });

  it("that another device has changed since is CONFLICT with the one that stands, and nothing is lost", async () => {
    const holderId = nextHolder();
    await save(farmerBank, holderId, 0, { land: "enough" });
    await save(farmerBank, holderId, 1, { land: "none" });
    const stale = await save(farmerBank, holderId, 1, { land: "not_enough" });
    expect(stale).toMatchObject({
      ok: false,
      code: "CONFLICT",
      detail: { version: 2, answers: { land: "none" } },
    });
    const draft = await scoped(farmerBank, (scope) => findDraft(scope, holderId));
    expect(draft).toMatchObject({ version: 2, answers: { land: "none" } });
  });

  it("that came from the same officer meanwhile with the same answers is the one that stands, not a conflict", async () => {
    const holderId = nextHolder();
    const answers = { respondent: "relative", identity: "id_card" } as const;
    const left = done(await save(farmerBank, holderId, 0, answers));
    const { identity, respondent } = answers;
    expect(done(await save(farmerBank, holderId, 0, { identity, respondent }))).toEqual(left);
    expect(await save(farmerBank, holderId, 0, { identity })).toMatchObject({ code: "CONFLICT" });
  });

  it("begun on two devices at once has one winner", async () => {
    const holderId = nextHolder();
    const both = await Promise.all([
      save(farmerBank, holderId, 0, { land: "enough" }),
      save(farmerBank, holderId, 0, { land: "none" }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("sent again under the same id is saved once", async () => {
    const holderId = nextHolder();
    const id = randomUUID();
    const first = await save(farmerBank, holderId, 0, { land: "enough" }, id);
    expect(await save(farmerBank, holderId, 0, { land: "enough" }, id)).toEqual(first);
    expect((await scoped(farmerBank, (scope) => findDraft(scope, holderId)))?.version).toBe(1);
  });

  it("is in the audit at the first save of the day, not at each keystroke", async () => {
    const holderId = nextHolder();
    for (const version of [0, 1, 2])
      await save(farmerBank, holderId, version, { monthlyIncome: version });
    const entries = await rowsOf(
      "SELECT actor, detail FROM audit.event WHERE action = 'assessment.write' AND subject_id = $1",
      holderId,
    );
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries[0].detail)).not.toContain("monthlyIncome");
  });

  it("of a holder of another officer is NOT_FOUND, for reading and for writing", async () => {
    const holderId = nextHolder("community");
    expect(await save(farmerBank, holderId, 0, { land: "enough" })).toMatchObject({
      ok: false,
      code: "NOT_FOUND",
    });
    expect(await scoped(farmerBank, (scope) => findInterview(scope, holderId, today))).toBeNull();
    expect(await save(secretary, holderId, 0, { land: "enough" })).toMatchObject({
      ok: false,
      code: "NOT_ALLOWED",
    });
  });

  it("takes no field that is never asked", async () => {
    const holderId = nextHolder();
    const answers = { land: "enough", accountNumber: "1234567890" } as Answers;
    done(await save(farmerBank, holderId, 0, answers));
    const [row] = await rowsOf(
      "SELECT answers FROM assessment_draft WHERE holder_id = $1",
      holderId,
    );
    expect(row.answers).toEqual({ land: "enough" });
  });
});

describe("a submission", () => {
  it("freezes questions as asked, answers, decision and rule version, and ends the draft", async () => {
    const holderId = nextHolder();
    done(await save(farmerBank, holderId, 0, { land: "enough" }));
    const { assessmentId } = done(
      await submit(farmerBank, holderId, buildAnswers(), { version: 1 }),
    );

    const frozen = await scoped(farmerBank, (scope) =>
      findAssessment(scope, holderId, assessmentId),
    );
    expect(frozen).toMatchObject({
      formVersion: "annex-3-2018-01",
      rulesVersion: "2018-01-09",
      interviewedOn: today,
      currentGroup: "farmer",
      targetGroup: "farmer",
      mainCause: "market",
      answer: "yes",
      confirmation: null,
      warnings: [],
      answers: buildAnswers(),
      decision: {
        rules: "2018-01-09",
        topUp: { monthly: 200, from: "2018-04", months: 9, total: 1_800 },
        facts: { assessedOn: today, targetGroup: "farmer", aoAgency: "BAAC" },
      },
    });
    expect(frozen?.decision.menu).toHaveLength(14);
    expect(frozen?.decision.reasons.map(({ code }) => code)).toContain("MENU_FARMER");
    expect(frozen?.recommended[0]).toEqual({
      project: "MKT-01",
      status: "recommended",
      causes: ["market"],
    });
    expect(
      frozen?.projects.map(({ project, priority, offMenu }) => [project, priority, offMenu]),
    ).toEqual([
      ["MKT-01", 1, false],
      ["MOAC-01", 2, false],
    ]);
    const causes = frozen?.questions.find(({ id }) => id === "causes");
    expect(causes?.ask).toBe(questionWords.ask("causes"));
    expect(causes?.options.market).toBe(questionWords.option("causes", "market"));
    expect(frozen?.questions.map(({ id }) => id)).not.toContain("debtKind");

    expect(await scoped(farmerBank, (scope) => findDraft(scope, holderId))).toBeNull();
    expect(await stateOf(holderId)).toMatchObject({
      state: "interviewed",
      latest_answer: "yes",
      phone: "0812344471",
    });
  });

  it("sent twice at once, or again, is recorded once with the same answer", async () => {
    const holderId = nextHolder();
    const id = randomUUID();
    const [first, second] = await Promise.all([
      submit(farmerBank, holderId, buildAnswers(), { id }),
      submit(farmerBank, holderId, buildAnswers(), { id }),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await submit(farmerBank, holderId, buildAnswers())).toMatchObject({
      code: "ALREADY_RECORDED",
    });
    expect(await rowsOf("SELECT id FROM assessment WHERE holder_id = $1", holderId)).toHaveLength(
      1,
    );
  });

  it("from a device that does not know the newest draft is CONFLICT", async () => {
    const holderId = nextHolder();
    await save(farmerBank, holderId, 0, { land: "enough" });
    await save(farmerBank, holderId, 1, { land: "none" });
    expect(await submit(farmerBank, holderId, buildAnswers(), { version: 1 })).toMatchObject({
      code: "CONFLICT",
      detail: { version: 2 },
    });
  });

  it("says of each question what is missing, and changes nothing", async () => {
    const holderId = nextHolder();
    const { wish, land, ...others } = buildAnswers();
    const refused = await submit(farmerBank, holderId, others);
    expect(refused).toMatchObject({
      code: "INVALID",
      fields: { wish: ["errorAnswerNeeded"], land: ["errorAnswerNeeded"] },
    });
    expect(await rowsOf("SELECT id FROM assessment WHERE holder_id = $1", holderId)).toEqual([]);
  });

  it("of a project outside the menu without a reason, or of none that exists, is refused", async () => {
    const holderId = nextHolder();
    const outside = buildAnswers({ projects: [{ project: "GSB-05" }] });
    expect(await submit(farmerBank, holderId, outside)).toMatchObject({
      code: "INVALID",
      fields: { projects: ["errorOffMenuReason"] },
    });
    const unknown = buildAnswers({ projects: [{ project: "ZZZ-99", reason: "ไม่มีจริง" }] });
    expect(await submit(farmerBank, holderId, unknown)).toMatchObject({
      code: "INVALID",
      fields: { "answers.projects.0.project": ["errorProject"] },
    });
  });

  it("keeps a project outside the menu with its reason", async () => {
    const holderId = nextHolder();
    const projects = [{ project: "GSB-05", reason: "ทำงานโรงงานช่วงนอกฤดู" }];
    const { assessmentId } = done(await submit(farmerBank, holderId, buildAnswers({ projects })));
    expect(
      await rowsOf(
        "SELECT project, off_menu, reason, dimension, category FROM chosen_project WHERE assessment_id = $1",
        assessmentId,
      ),
    ).toEqual([
      {
        project: "GSB-05",
        off_menu: true,
        reason: "ทำงานโรงงานช่วงนอกฤดู",
        dimension: 3,
        category: null,
      },
    ]);
  });

  it("of a no keeps the reason, no plan and no consent", async () => {
    const holderId = nextHolder();
    const answers = buildAnswers({ wish: "no", wishReason: "other", wishNote: "ย้ายไปอยู่กับลูก" });
    const { assessmentId } = done(await submit(farmerBank, holderId, answers));
    const [row] = await rowsOf(
      "SELECT answer, reason, consent_referral FROM assessment WHERE id = $1",
      assessmentId,
    );
    expect(row).toEqual({ answer: "no", reason: "อื่น ๆ: ย้ายไปอยู่กับลูก", consent_referral: false });
    expect(
      await rowsOf("SELECT project FROM chosen_project WHERE assessment_id = $1", assessmentId),
    ).toEqual([]);
    expect(await stateOf(holderId)).toMatchObject({ state: "declined" });
  });

  it.each(["2018-02-01", "2018-02-28", "2018-04-30", "2018-05-02", "2018-12-03"])(
    "may be made on %s, inside the visiting season or not",
    async (date) => {
      await programmeOn(date);
      const answers = buildAnswers({ interviewedOn: date, nextContactOn: date });
      expect(await submit(farmerBank, nextHolder(), answers)).toMatchObject({ ok: true });
    },
  );

  it("dated after today or before the measure is refused", async () => {
    const holderId = nextHolder();
    const late = { paperNumber: "7/2561", lateReason: "ไม่มีสัญญาณ" };
    expect(
      await submit(farmerBank, holderId, buildAnswers({ interviewedOn: "2018-03-15" })),
    ).toMatchObject({
      fields: { interviewedOn: ["errorInFuture"] },
    });
    expect(
      await submit(farmerBank, holderId, buildAnswers({ interviewedOn: "2018-01-31", ...late })),
    ).toMatchObject({
      fields: { interviewedOn: ["errorBeforeMeasure"] },
    });
  });

  it("never changes afterwards, whoever asks", async () => {
    const { assessmentId } = done(await submit(farmerBank, nextHolder(), buildAnswers()));
    for (const actor of [farmerBank, secretary])
      await expect(
        scoped(actor, ({ tx }) =>
          tx.assessment.updateMany({ where: { id: assessmentId }, data: { answer: "no" } }),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});

describe("the co-interviewer", () => {
  it("is asked of an officer of no bank only; left out it is a warning that stays", async () => {
    const without = done(await submit(community, nextHolder("community"), buildAnswers()));
    expect(without.warnings).toEqual(["co_interviewer_missing"]);
    const named = buildAnswers({ coInterviewerName: "นายบุญมา สุขใจ", coInterviewerBank: "GSB" });
    const { assessmentId, warnings } = done(
      await submit(community, nextHolder("community"), named),
    );
    expect(warnings).toEqual([]);
    const [row] = await rowsOf(
      "SELECT co_interviewer_name, co_interviewer_bank FROM assessment WHERE id = $1",
      assessmentId,
    );
    expect(row).toEqual({ co_interviewer_name: "นายบุญมา สุขใจ", co_interviewer_bank: "GSB" });
  });

  it("is an officer of one of the two banks in the district", async () => {
    const holderId = nextHolder("community");
    const interview = await scoped(community, (scope) => findInterview(scope, holderId, today));
    expect(interview?.bankOfficers.map(({ id }) => id).sort()).toEqual(
      [farmerBank.id, savingsBank.id].sort(),
    );
    expect(
      await submit(community, holderId, buildAnswers({ coInterviewerId: secretary.id })),
    ).toMatchObject({
      fields: { coInterviewerId: ["errorChoice"] },
    });
    expect(
      await submit(community, holderId, buildAnswers({ coInterviewerId: savingsBank.id })),
    ).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
  });
});

describe("a paper interview keyed in later", () => {
  const paper = { paperNumber: "12/2561", lateReason: "ไม่มีสัญญาณในหมู่บ้าน" };

  it("in the same month counts at once, from the date on the paper", async () => {
    const holderId = nextHolder();
    const result = await submit(
      farmerBank,
      holderId,
      buildAnswers({ interviewedOn: "2018-03-02", ...paper }),
    );
    expect(result).toMatchObject({ ok: true, value: { confirmation: null } });
    expect((await stateOf(holderId)).state).toBe("interviewed");
  });

  it("in a later month counts once another officer has confirmed it against the paper", async () => {
    const holderId = nextHolder();
    const answers = buildAnswers({
      interviewedOn: "2018-02-27",
      nextContactOn: "2018-06-01",
      ...paper,
    });
    const { assessmentId, confirmation } = done(await submit(farmerBank, holderId, answers));
    expect(confirmation).toBe("pending");
    // The day that the paper names is an appointment; the answer does not count yet.
    expect(await stateOf(holderId)).toMatchObject({ state: "scheduled", first_yes_on: null });

    const confirm = (actor: Actor) =>
      execute(confirmAssessment, actor, {
        id: randomUUID(),
        input: { assessmentId, outcome: "confirmed" },
      });
    expect(await confirm(farmerBank)).toMatchObject({ ok: false, code: "NOT_ALLOWED" });
    expect(await confirm(secretary)).toMatchObject({ ok: true });
    expect(await confirm(secretary)).toMatchObject({ ok: false, code: "CONFLICT" });
    expect((await stateOf(holderId)).state).toBe("interviewed");
    const frozen = await scoped(secretary, (scope) =>
      findAssessment(scope, holderId, assessmentId),
    );
    expect(frozen).toMatchObject({ confirmation: "confirmed", confirmedOn: today });
  });

  it("is judged by the income of its day, not of the day on which it is typed in", async () => {
    const holderId = nextHolder();
    const request = correctionRow(
      { id: holderId, provinceCode: "54", districtCode: "5401", accountOfficerId: null },
      farmerBank.id,
      {
        district_code: "5403",
        field: "income_2559",
        new_value: JSON.stringify({ satang: 5_000_000 }),
      },
    );
    await insert(admin, "correction", { ...request, requested_on: "2018-02-27" });
    await admin.query(
      `UPDATE correction SET status = 'approved', counts_from = '2018-03-01', in_force = true, decided_by_id = $2,
         decided_on = '2018-02-27' WHERE id = $1`,
      [request.id, secretary.id],
    );
    const answers = buildAnswers({ interviewedOn: "2018-02-27", ...paper });
    const { assessmentId } = done(await submit(farmerBank, holderId, answers));
    const frozen = await scoped(secretary, (scope) =>
      findAssessment(scope, holderId, assessmentId),
    );
    expect(frozen?.decision.band).toBe("up_to_30000");
  });

  it("that is rejected gives no yes, and says why", async () => {
    const holderId = nextHolder();
    const answers = buildAnswers({ interviewedOn: "2018-02-27", ...paper });
    const { assessmentId } = done(await submit(farmerBank, holderId, answers));
    const reject = (note: string) =>
      execute(confirmAssessment, secretary, {
        id: randomUUID(),
        input: { assessmentId, outcome: "rejected", note },
      });
    expect(await reject(" ")).toMatchObject({ code: "INVALID" });
    expect(await reject("วันที่ในกระดาษไม่ตรง")).toMatchObject({ ok: true });
    expect(await stateOf(holderId)).toMatchObject({ state: "scheduled", first_yes_on: null });
  });
});

describe("a refusal at the door", () => {
  const refuse = (actor: Actor, holderId: string, refusedOn = today, reason = "ไม่สะดวกให้สัมภาษณ์") =>
    execute(refuseInterview, actor, { id: randomUUID(), input: { holderId, refusedOn, reason } });

  it("is kept with its reason and leaves the state as it was", async () => {
    const holderId = nextHolder();
    const before = await stateOf(holderId);
    expect(await refuse(farmerBank, holderId)).toMatchObject({ ok: true });
    expect(await stateOf(holderId)).toEqual(before);
    expect(await refuse(farmerBank, holderId)).toMatchObject({ code: "ALREADY_RECORDED" });
    expect(
      await rowsOf("SELECT reason FROM interview_refusal WHERE holder_id = $1", holderId),
    ).toEqual([{ reason: "ไม่สะดวกให้สัมภาษณ์" }]);
  });

  it("needs a reason and a day of the measure that has come", async () => {
    const holderId = nextHolder();
    expect(await refuse(farmerBank, holderId, today, " ")).toMatchObject({ code: "INVALID" });
    expect(await refuse(farmerBank, holderId, "2018-03-15")).toMatchObject({
      fields: { refusedOn: ["errorInFuture"] },
    });
    expect(await refuse(farmerBank, holderId, "2018-01-31")).toMatchObject({
      fields: { refusedOn: ["errorBeforeMeasure"] },
    });
    expect(await refuse(community, holderId)).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is of an interview that was not held: none is recorded once it was", async () => {
    const [held] = await rowsOf(
      `SELECT id, interviewed_on::text AS "on" FROM holder WHERE account_officer_id = $1
       AND interviewed_on <= $2 LIMIT 1`,
      farmerBank.id,
      today,
    );
    const holderId = String(held?.id);
    expect(await refuse(farmerBank, holderId, String(held?.on))).toMatchObject({
      fields: { refusedOn: ["errorInterviewed"] },
    });
    expect((await scoped(farmerBank, (scope) => findVisited(scope, holderId)))?.interviewedOn).toBe(
      held?.on,
    );
  });
});

describe("the paper forms", () => {
  it("are those of a village's holders in reach who are not interviewed yet", async () => {
    const villages = await scoped(farmerBank, listVillages);
    const [village] = villages;
    if (!village) throw new Error("No village");
    const forms = await scoped(farmerBank, (scope) => listPaperForms(scope, village));
    expect(forms).toHaveLength(village.people);
    const seen = await scoped(secretary, (scope) => listPaperForms(scope, village));
    expect(seen.length).toBeGreaterThanOrEqual(forms.length);
    for (const { interviewedOn } of await rowsOf(
      'SELECT interviewed_on AS "interviewedOn" FROM holder WHERE id = ANY($1)',
      forms.map(({ id }) => id),
    ))
      expect(interviewedOn).toBeNull();
    expect(await scoped(savingsBank, listVillages)).toEqual([]);
  });
});
