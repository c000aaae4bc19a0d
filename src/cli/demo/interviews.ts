import { demoAnswers } from "@tests/builders/demo-answers";
import { seededRandom } from "@tests/builders/random";
import { isBank } from "@/domain/agencies";
import type { Answers } from "@/domain/assessment";
import type { Actor } from "@/domain/policy";
import {
  refuseInterview,
  saveAssessmentDraft,
  submitAssessment,
} from "@/server/assessments/commands";
import { listBankOfficers } from "@/server/assessments/queries";
import { type AnyCommand, execute } from "@/server/command";
import { scoped } from "@/server/scope";
import type { DemoHolder } from "./desks";

/** The account officer of each holder, by the holder's id. */
export type Caseloads = ReadonlyMap<string, Actor>;

const random = seededRandom("demo interviews");

/** The interviews of one day, each submitted by the holder's account officer as in the browser. */
export async function holdInterviews(
  holders: readonly DemoHolder[],
  caseloads: Caseloads,
  today: string,
): Promise<number> {
  let held = 0;
  for (const { id, districtCode, fate } of holders) {
    const officer = caseloads.get(id);
    if (!officer || fate.interview?.on !== today) continue;
    const answers = demoAnswers(random, { wish: fate.interview.answer, on: today });
    const joined = await coInterviewer(officer, districtCode, today);
    await send(submitAssessment, officer, {
      holderId: id,
      version: 0,
      answers: { ...answers, ...joined },
    });
    held += 1;
  }
  return held;
}

/** An officer of no bank is nearly always joined by an officer of one of the district's banks. */
async function coInterviewer(
  officer: Actor,
  districtCode: string,
  day: string,
): Promise<Partial<Answers>> {
  if (isBank(officer.agency) || random.chance(0.1)) return {};
  const [banker] = await scoped(officer, (scope) => listBankOfficers(scope, districtCode, day));
  return banker ? { coInterviewerId: banker.id } : {};
}

/** What is half done on the first day: a draft for each account officer, and some holders who refused the interview. */
export async function leaveUnfinished(
  holders: readonly DemoHolder[],
  caseloads: Caseloads,
  today: string,
) {
  const begun = new Set<string>();
  const refused = new Set<string>();
  for (const { id, mustReach, fate } of holders) {
    const officer = caseloads.get(id);
    if (!officer || !mustReach || fate.interview) continue;
    if (fate.desk?.answer === "yes" && !fate.desk.late && !begun.has(officer.id)) {
      begun.add(officer.id);
      const { identity, respondent, willing, occupation, occupationStatus } = demoAnswers(random, {
        wish: "yes",
        on: today,
      });
      await send(saveAssessmentDraft, officer, {
        holderId: id,
        version: 0,
        answers: { identity, respondent, willing, occupation, occupationStatus },
      });
    } else if (!fate.desk && !refused.has(officer.districtCode ?? "")) {
      refused.add(officer.districtCode ?? "");
      await send(refuseInterview, officer, {
        holderId: id,
        refusedOn: today,
        reason: "ไม่สะดวกให้ข้อมูล ขอปรึกษาครอบครัวก่อน",
      });
    }
  }
}

async function send(command: AnyCommand, officer: Actor, input: unknown) {
  const sent = await execute(command, officer, { id: random.uuid(), input });
  if (!sent.ok) throw new Error(`${command.name} of ${officer.login}: ${JSON.stringify(sent)}`);
}
