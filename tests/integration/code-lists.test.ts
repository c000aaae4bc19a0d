import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { letters, withAnnexes } from "@tests/builders/rule-letters";
import { beforeAll, expect, it } from "vitest";
import type { Answers } from "@/domain/assessment";
import { inListsOfDay } from "@/domain/assessment/codes";
import type { HolderFilter } from "@/domain/holder-filter";
import type { Actor } from "@/domain/policy";
import { codeListNamed } from "@/domain/rules/code-list-words";
import { rulesOn } from "@/domain/rules/sets";
import { saveAssessmentDraft, submitAssessment } from "@/server/assessments/commands";
import { findAssessment, findDraft } from "@/server/assessments/queries";
import { contextOf } from "@/server/assessments/submission";
import { listHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { execute } from "@/server/command";
import { viewPlan } from "@/server/plans/queries";
import { scoped } from "@/server/scope";
import { loadedDemo, signedIn } from "./demo-world";
import { setToday } from "./desk-world";
import { csvOf, made } from "./export-files";
import { putInForce } from "./letter-steps";

/**
 * The real annexes 5 and 6 come by a letter (in force from 10 June 2561) in place of ours: the form, the plan, the list and
 * the file follow the list of the interview's day, and old codes are read as what stands for them now.
 */
let officer: Actor;
let waiting: string[];

beforeAll(async () => {
  await loadedDemo();
  officer = await signedIn("baac.mueang");
  await setToday("2018-06-08");
  const filter: HolderFilter = { state: "assigned", cohort: "must_reach" };
  const page = await scoped(officer, (scope) => listHolders(scope, filter));
  waiting = page.rows.map(({ id }) => id);
});

function next(): string {
  const id = waiting.pop();
  if (!id) throw new Error("Nobody is left to be interviewed");
  return id;
}

const send = (command: typeof submitAssessment, holderId: string, answers: Answers, version = 0) =>
  execute(command, officer, { id: randomUUID(), input: { holderId, version, answers } });

/** An interview of a day. */
async function interviewed(on: string, over: Partial<Answers>) {
  const holderId = next();
  const answers = buildAnswers({ interviewedOn: on, nextContactOn: "2018-09-03", ...over });
  const sent = await send(submitAssessment, holderId, answers);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { holderId, assessmentId: sent.value.assessmentId };
}

async function inFile(holderId: string) {
  const [header = [], ...rows] = await csvOf(await made(officer));
  const { lastName } = await scoped(officer, ({ tx }) =>
    tx.holder.findUniqueOrThrow({ where: { id: holderId }, select: { lastName: true } }),
  );
  const row = rows.find((cells) => cells[header.indexOf("นามสกุล")] === lastName);
  return (column: RegExp) => row?.[header.findIndex((name) => column.test(name))];
}

const planOf = (holderId: string) => scoped(officer, (scope) => viewPlan(scope, holderId, null));

it("the real annexes 5 and 6 loaded in place of ours, with the old codes mapped: interview, plan, list and file", async () => {
  const farmer = { occupation: "6112", skills: ["0101", "0102"], training: ["0301"] };
  const before = await interviewed("2018-06-08", farmer);
  const draftOf = next();
  const begun = buildAnswers({ ...farmer, interviewedOn: "2018-06-08", codesOf: "2018-01-09" });
  expect(
    await execute(saveAssessmentDraft, officer, {
      ...{ id: randomUUID(), input: { holderId: draftOf, version: 0, answers: begun } },
    }),
  ).toMatchObject({ ok: true });

  const treasury = [await signedIn("treasury"), await signedIn("treasury2")] as const;
  await putInForce(treasury, withAnnexes, letters.annexes);
  await setToday("2018-06-12");

  // The form: the codes of the list in force on the day of the interview, and no others.
  const chosen = [{ project: "MKT-01", reason: "มีแผงของตนเองแล้ว" }];
  const after = await interviewed("2018-06-12", {
    ...{ codesOf: "2018-06-04", occupation: "01", wantedOccupation: "02" },
    ...{ wantedStatus: "own_account", skills: ["A1"], training: ["B1"], projects: chosen },
  });
  const old = { ...buildAnswers({ interviewedOn: "2018-06-12" }), codesOf: "2018-06-04" };
  expect(await send(submitAssessment, draftOf, old)).toMatchObject({
    ok: false,
    fields: { occupation: ["errorChoice"], skills: ["errorChoice"], training: ["errorChoice"] },
  });
  // A paper form of an earlier day is keyed by the list of that day.
  const paper = { paperNumber: "41/2561", lateReason: "สัมภาษณ์บนกระดาษ" };
  const keyed = await interviewed("2018-06-07", { ...farmer, ...paper });

  // A draft goes over to the new list: what it maps stands, the question about the rest is asked again.
  const draft = await scoped(officer, (scope) => findDraft(scope, draftOf));
  const context = await scoped(officer, async (scope) => contextOf(scope, "2018-06-12"));
  const today = { ...draft?.answers, interviewedOn: "2018-06-12" };
  expect(inListsOfDay(today, context)).toMatchObject({
    ...{ codesOf: "2018-06-04", occupation: "01", wantedOccupation: "same" },
    ...{ skills: ["B1"], training: [] },
  });
  expect(await send(submitAssessment, draftOf, today, draft?.version)).toMatchObject({
    ok: false,
    fields: { training: ["errorAnswerNeeded"] },
  });

  // What was stored keeps the words of its own list; the plan too.
  const frozen = async ({ holderId, assessmentId }: typeof before) => {
    const found = await scoped(officer, (scope) => findAssessment(scope, holderId, assessmentId));
    return found?.questions.find(({ id }) => id === "skills")?.options;
  };
  expect(await frozen(before)).toEqual({ "0101": "ปูกระเบื้อง", "0102": "ก่ออิฐ ฉาบปูน" });
  expect(await frozen(keyed)).toEqual(await frozen(before));
  expect(await frozen(after)).toEqual({ A1: "การเพาะปลูก" });
  const occupationOf = async ({ holderId }: typeof before) =>
    (await planOf(holderId))?.shown.occupation;
  expect(await occupationOf(before)).toBe("ทำสวนผลไม้ ไม้ยืนต้น ยางพารา");
  expect(await occupationOf(after)).toBe("ค้าขาย");

  // The list: the group is the one that the list of the day gives the code.
  const isIn = async ({ holderId }: typeof before, group: HolderFilter["group"]) =>
    scoped(officer, async (scope) => {
      const where = { AND: [holdersMatching(scope, { group }), { id: holderId }] };
      return (await scope.tx.holder.count({ where })) === 1;
    });
  for (const each of [before, keyed, after]) expect(await isIn(each, "farmer")).toBe(true);
  const targetOf = ({ holderId }: typeof before) =>
    scoped(officer, ({ tx }) =>
      tx.assessment.findFirstOrThrow({
        where: { holderId },
        select: { targetGroup: true, rulesVersion: true },
      }),
    );
  expect(await targetOf(keyed)).toEqual({ targetGroup: "farmer", rulesVersion: "2018-01-09" });
  const wanted = { targetGroup: "self_employed", rulesVersion: "2018-06-04" };
  expect(await targetOf(after)).toEqual(wanted);

  // The file: words as they were asked, codes of the list in force, whose letter the heading names.
  const now = await scoped(officer, async ({ ruleSets }) => rulesOn(ruleSets, "2018-06-12"));
  expect(codeListNamed(now, "occupations")).toBe(
    "หนังสือที่ กค 0402/ว 50 ลงวันที่ 4 มิถุนายน 2561 สิ่งที่ส่งมาด้วย 1 และ 2",
  );
  const cellsOf = async ({ holderId }: typeof before) => {
    const cell = await inFile(holderId);
    return [
      cell(/^อาชีพตามแบบสัมภาษณ์$/),
      cell(/^รหัสอาชีพ \(หนังสือที่ กค 0402\/ว 50 /),
      cell(/^ทักษะตามแบบสัมภาษณ์$/),
      cell(/^รหัสทักษะ \(หนังสือที่ กค 0402\/ว 50 /),
    ];
  };
  const written = ["ทำสวนผลไม้ ไม้ยืนต้น ยางพารา", "01", "ปูกระเบื้อง, ก่ออิฐ ฉาบปูน", "B1"];
  expect(await cellsOf(before)).toEqual(written);
  expect(await cellsOf(keyed)).toEqual(written);
  expect(await cellsOf(after)).toEqual(["เกษตรกรผู้ปลูกพืช", "01", "การเพาะปลูก", "A1"]);
});
