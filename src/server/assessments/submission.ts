import { aoAgencyOf } from "@/domain/agencies";
import type { Answers, InterviewContext } from "@/domain/assessment";
import { decisionFor } from "@/domain/assessment/entitlement";
import { factsOf, type StoredForms } from "@/domain/assessment/facts";
import { targetGroupOf } from "@/domain/assessment/groups";
import { onMenuOf } from "@/domain/assessment/menu-of-form";
import { recommend } from "@/domain/assessment/recommend";
import {
  needsConfirmation,
  type SubmittedAnswers,
  submissionSchema,
} from "@/domain/assessment/submission";
import type { IsoDate } from "@/domain/calendar";
import { afterDeathOf } from "@/domain/death";
import { deathIn } from "@/domain/entitlement-end";
import type { FaultKey } from "@/domain/fault";
import { invalid, Refusal } from "@/domain/result";
import type { Decision } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { questionWords } from "@/i18n/question-words";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { listBankOfficers } from "./queries";
import type { StoredDecision } from "./stored";

/** What the questions depend on, for this officer on this day. */
export function contextOf({ actor, ruleSets }: Scoped, today: string): InterviewContext {
  return { today, ruleSets, agency: aoAgencyOf(actor.agency) };
}

/** The answers, complete and possible; otherwise refused with a message key for each wrong field. */
export async function checkedAnswers(
  scope: Scoped,
  answers: Answers,
  context: InterviewContext,
  forms: StoredForms,
  districtCode: string,
): Promise<SubmittedAnswers> {
  refuseUnknownProjects(scope, answers, context.today);
  const parsed = submissionSchema(context, onMenuOf(scope.ruleSets, forms)).safeParse(answers);
  if (!parsed.success) {
    const fields: Record<string, FaultKey[]> = {};
    // The schema's messages are message keys; tests/integration/fault-keys.test.ts checks that.
    for (const { path, message } of parsed.error.issues)
      fields[String(path[0])] = [...(fields[String(path[0])] ?? []), message as FaultKey];
    throw new Refusal("INVALID", undefined, fields);
  }
  const { coInterviewerId } = parsed.data;
  if (coInterviewerId) {
    const officers = await listBankOfficers(scope, districtCode, parsed.data.interviewedOn);
    if (!officers.some(({ id }) => id === coInterviewerId))
      throw invalid({ coInterviewerId: "errorChoice" });
  }
  return parsed.data;
}

/** A project that the rules of the day of the interview do not have cannot be planned. */
export function refuseUnknownProjects({ ruleSets }: Scoped, answers: Answers, today: IsoDate) {
  const { projects } = rulesOn(ruleSets, answers.interviewedOn ?? today);
  for (const [index, { project }] of (answers.projects ?? []).entries())
    if (!Object.hasOwn(projects, project))
      throw invalid({ [`answers.projects.${index}.project`]: "errorProject" });
}

/** The answers that have a column of their own. */
export function columnsOf(answers: SubmittedAnswers) {
  return {
    interviewedOn: toDateColumn(answers.interviewedOn),
    reason: reasonOf(answers),
    consentReferral: answers.consentReferral === "yes",
    coInterviewerId: answers.coInterviewerId ?? null,
    coInterviewerName: answers.coInterviewerId ? null : (answers.coInterviewerName ?? null),
    coInterviewerBank: answers.coInterviewerId ? null : (answers.coInterviewerBank ?? null),
    nextContactOn: answers.nextContactOn ? toDateColumn(answers.nextContactOn) : null,
    phone: answers.phone || null,
    paperNumber: answers.paperNumber || null,
    lateReason: answers.lateReason || null,
  };
}

/** The reason of a no, as the form words it. */
function reasonOf({ wish, wishReason, wishNote }: SubmittedAnswers): string | null {
  if (wish === "yes" || !wishReason) return null;
  const words = questionWords.declineReason(wishReason);
  return wishNote ? `${words}: ${wishNote}` : words;
}

/** The plan that both agreed on; empty after a no. */
export function chosenProjects(rules: RuleSet, answers: SubmittedAnswers, { menu }: Decision) {
  if (answers.wish === "no") return [];
  return (answers.projects ?? []).map(({ project, reason }, index) => {
    const line = menu.find((each) => each.project === project);
    return {
      project,
      dimension: line?.dimension ?? rules.projects[project]?.dimension ?? 1,
      category: line?.category ?? null,
      priority: index + 1,
      offMenu: !line,
      reason: reason || null,
    };
  });
}

/** The officer's code in a district; the officer's first code where the holder's district is another. */
export async function officerCodeOf({ tx, actor }: Scoped, districtCode: string): Promise<string> {
  const codes = await tx.accountOfficerCode.findMany({
    where: { officerId: actor.id },
    select: { code: true, districtCode: true },
    orderBy: { issuedOn: "asc" },
  });
  const own = codes.find((code) => code.districtCode === districtCode) ?? codes[0];
  if (!own) throw new Refusal("NOT_ALLOWED");
  return own.code;
}

/** What the rules of the form's day decide on an interview, and whether its yes waits for another officer. */
export function judged(
  { ruleSets, today }: Pick<Scoped, "ruleSets"> & { today: IsoDate },
  answers: SubmittedAnswers,
  forms: StoredForms,
) {
  const { interviewedOn, wish } = answers;
  const confirmation = needsConfirmation(answers, today) ? ("pending" as const) : null;
  const afterDeath = afterDeathOf(interviewedOn, deathIn(forms.holder.ends));
  const rules = rulesOn(ruleSets, interviewedOn);
  const targetGroup = targetGroupOf(rules, answers);
  const current = { answer: wish, interviewedOn, confirmation, afterDeath, targetGroup };
  const facts = factsOf(rules, { ...forms, current }, interviewedOn);
  const decision = decisionFor(rules, facts, { ...forms, current });
  const stored = toStoredDecision(rules, decision, facts, answers);
  return { rules, decision, targetGroup, confirmation, stored };
}

/** The decision of the day, the facts it was made from, and the status of each project. */
function toStoredDecision(
  rules: RuleSet,
  decision: Decision,
  facts: Facts,
  answers: Answers,
): StoredDecision {
  const recommended = recommend(rules, decision.menu, answers).map(
    ({ project, status, causes, trains }) => ({
      project,
      status,
      causes,
      ...(trains && { trains }),
    }),
  );
  return { ...decision, facts, recommended };
}
