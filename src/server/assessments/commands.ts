import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { formVersion, longestAnswer, mainCauseOf } from "@/domain/assessment";
import { answersSchema } from "@/domain/assessment/answers";
import { askedQuestions } from "@/domain/assessment/asked";
import { currentGroupOf } from "@/domain/assessment/groups";
import { warningsOf } from "@/domain/assessment/warnings";
import type { IsoDate } from "@/domain/calendar";
import { isoDate } from "@/domain/fields";
import type { Actor } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import type { RuleSet } from "@/domain/rules/rule-set";
import { measureFrom } from "@/domain/rules/sets";
import { tidyThai } from "@/domain/thai";
import { mayRefuseInterview } from "@/domain/visit";
import { questionWords } from "@/i18n/question-words";
import { firstToday } from "@/server/audited";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { endFormDrafts } from "@/server/form-drafts/end";
import { areaOf } from "@/server/own-district";
import { agenciesOf, draftReferrals } from "@/server/referrals/drafts";
import type { Scoped } from "@/server/scope";
import { appointAfterRefusal, appointNext } from "@/server/visits/appoint";
import { assessmentSubject, findForms, holderSubject, shownDraft } from "./queries";
import {
  checkedAnswers,
  chosenProjects,
  columnsOf,
  contextOf,
  judged,
  officerCodeOf,
  refuseUnknownProjects,
} from "./submission";

const draftInput = z.strictObject({
  holderId: z.uuid(),
  /** The version with which the device began; 0: none yet. */
  version: z.int().min(0),
  answers: answersSchema,
});

/**
 * Saves what is typed so far. A stale version is CONFLICT; its detail is the draft in the database (null: none). The same
 * answers again are no conflict: what a page sent while it was left may come after the next page has begun.
 */
export const saveAssessmentDraft = defineCommand({
  name: "saveAssessmentDraft",
  action: "assessment.write",
  repeatable: true,
  input: draftInput,
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  audited: (scope, { holderId }) => firstToday(scope, "assessment.write", holderId),
  async run(scope) {
    const { tx, actor, input, subject, today } = scope;
    refuseUnknownProjects(scope, input.answers, today);
    const next = await saveNext(scope);
    if (next) return next;
    await lockDraft(scope, input.holderId);
    const standing = await findStanding(scope, input.holderId);
    if (standing && isDeepStrictEqual(standing.answers, JSON.parse(JSON.stringify(input.answers))))
      return { version: standing.version, savedAt: standing.savedAt.toISOString() };
    refuseStale(standing, input.version);
    const [saved] = await tx.$queryRaw<Saved[]>`
      INSERT INTO assessment_draft (holder_id, officer_id, province_code, district_code, answers, version, started_on, saved_at)
      VALUES (${input.holderId}::uuid, ${actor.id}::uuid, ${subject.provinceCode}, ${subject.districtCode},
        ${JSON.stringify(input.answers)}::jsonb, 1, ${today}::date, now())
      ON CONFLICT (holder_id, officer_id) DO UPDATE
        SET answers = EXCLUDED.answers, version = assessment_draft.version + 1, saved_at = now()
      RETURNING version, saved_at`;
    if (!saved) throw new Error("The draft was not written");
    return savedAs(saved);
  },
});

type DraftScope = CommandScope<z.output<typeof draftInput>>;
type Saved = { version: number; saved_at: Date };
const savedAs = ({ version, saved_at }: Saved) => ({ version, savedAt: saved_at.toISOString() });

/**
 * The next save of the draft that stands, with which this device began: all but the first save of an interview, in one
 * statement. Null where it is anything else, which is then looked at.
 */
async function saveNext({ tx, actor, input }: DraftScope) {
  const answers = JSON.stringify(input.answers);
  const key = draftKey(actor, input.holderId);
  const [saved] = await tx.$queryRaw<Saved[]>`
    WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${key}, 1)))
    UPDATE assessment_draft d SET answers = ${answers}::jsonb, version = d.version + 1, saved_at = now() FROM locked
    WHERE d.holder_id = ${input.holderId}::uuid AND d.officer_id = ${actor.id}::uuid AND d.version = ${input.version}
      AND d.answers <> ${answers}::jsonb
    RETURNING d.version, d.saved_at`;
  return saved ? savedAs(saved) : null;
}

const draftKey = ({ id }: Actor, holderId: string) => `${holderId}/${id}`;

/** Makes other devices of this officer wait with this holder's draft until the transaction ends. */
async function lockDraft({ tx, actor }: Scoped, holderId: string) {
  const key = draftKey(actor, holderId);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 1))::text`;
}

const findStanding = ({ tx, actor }: Scoped, holderId: string) =>
  tx.assessmentDraft.findUnique({
    where: { holderId_officerId: { holderId, officerId: actor.id } },
    select: { answers: true, version: true, savedAt: true },
  });

/** Refuses a device that began with another version than the one in the database. */
function refuseStale(standing: Awaited<ReturnType<typeof findStanding>>, version: number) {
  if ((standing?.version ?? 0) !== version)
    throw new Refusal("CONFLICT", standing && shownDraft(standing));
}

/**
 * Freezes the interview: questions as asked, answers, decision, rule version. The decision of the server counts: the
 * officer's device may have old rules.
 */
export const submitAssessment = defineCommand({
  name: "submitAssessment",
  action: "assessment.submit",
  input: draftInput,
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, actor, input, subject, today } = scope;
    const { holderId } = input;
    const { provinceCode, districtCode } = subject;
    await lockDraft(scope, holderId);
    const forms = await findForms(scope, holderId);
    if (!forms || !districtCode || !provinceCode) throw new Refusal("NOT_FOUND");
    const context = contextOf(scope, today);
    const answers = await checkedAnswers(scope, input.answers, context, forms, districtCode);
    const { interviewedOn, wish } = answers;
    if (forms.assessments.some((earlier) => earlier.interviewedOn === interviewedOn))
      throw new Refusal("ALREADY_RECORDED", { interviewedOn });
    refuseStale(await findStanding(scope, holderId), input.version);

    const { rules, decision, targetGroup, confirmation, stored } = judged(scope, answers, forms);
    const id = randomUUID();
    const warnings = warningsOf(answers, context);
    await tx.assessment.createMany({
      data: [
        {
          id,
          holderId,
          provinceCode,
          districtCode,
          formVersion,
          questions: askedQuestions(answers, context, questionWords),
          answers,
          decision: stored,
          rulesVersion: decision.rules,
          currentGroup: currentGroupOf(rules, answers),
          targetGroup,
          mainCause: mainCauseOf(answers),
          answer: wish,
          confirmation,
          warnings,
          officerCode: await officerCodeOf(scope, districtCode),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
          ...columnsOf(answers),
        },
      ],
    });
    const plan = { holderId, provinceCode, districtCode, assessmentId: id };
    await storePlan(scope, plan, rules, chosenProjects(rules, answers, decision));
    await endInterview(scope, holderId);
    await appointNext(scope, answers.nextContactOn);
    return { assessmentId: id, answer: wish, confirmation, warnings };
  },
  detail: (_, { assessmentId, answer, confirmation, warnings }) => ({
    assessmentId,
    answer,
    confirmation,
    warnings,
  }),
});

/** The chosen projects, and the drafts of the referrals to their agencies. */
async function storePlan(
  scope: Scoped & { today: IsoDate },
  plan: { holderId: string; provinceCode: string; districtCode: string; assessmentId: string },
  rules: RuleSet,
  chosen: ReturnType<typeof chosenProjects>,
) {
  const { districtCode: _, ...of } = plan;
  await scope.tx.chosenProject.createMany({ data: chosen.map((each) => ({ ...each, ...of })) });
  const codes = chosen.map(({ project }) => project);
  await draftReferrals(scope, plan, agenciesOf(rules, codes), scope.today);
}

/** The draft is used up, and an appointment for the interview is kept. */
async function endInterview({ tx, actor }: Scoped, holderId: string) {
  await tx.assessmentDraft.deleteMany({ where: { holderId, officerId: actor.id } });
  await tx.appointment.updateMany({
    where: { holderId, status: "planned" },
    data: { status: "kept" },
  });
}

/** Another officer has seen the paper form: the yes counts from its date, or is rejected with a note. */
export const confirmAssessment = defineCommand({
  name: "confirmAssessment",
  action: "assessment.confirm",
  input: z.discriminatedUnion("outcome", [
    z.strictObject({ assessmentId: z.uuid(), outcome: z.literal("confirmed") }),
    z.strictObject({
      assessmentId: z.uuid(),
      outcome: z.literal("rejected"),
      note: z
        .string()
        .transform(tidyThai)
        .pipe(z.string().min(2, "errorReasonNeeded").max(longestAnswer, "errorTooLong")),
    }),
  ]),
  subject: (scope, { assessmentId }) => assessmentSubject(scope, assessmentId),
  detail: ({ outcome }) => ({ outcome }),
  async run({ tx, actor, input, today }) {
    const { assessmentId: id, outcome } = input;
    const found = await tx.assessment.findUnique({ where: { id }, select: { recordedById: true } });
    if (found?.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.assessment.updateMany({
      where: { id, confirmation: "pending" },
      data: {
        confirmation: outcome,
        confirmedById: actor.id,
        confirmedOn: toDateColumn(today),
        confirmationNote: input.outcome === "rejected" ? input.note : null,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { assessmentId: id, outcome: outcome };
  },
});

/** The holder refused the interview. It is shown as waiting for confirmation, and nobody sets out to them meanwhile (`findableNow`). */
export const refuseInterview = defineCommand({
  name: "refuseInterview",
  action: "interview.refuse",
  input: z.strictObject({
    holderId: z.uuid(),
    refusedOn: isoDate,
    reason: z
      .string()
      .transform(tidyThai)
      .pipe(z.string().min(2, "errorReasonNeeded").max(longestAnswer, "errorTooLong")),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, actor, input, subject, today, ruleSets } = scope;
    const { holderId, refusedOn, reason } = input;
    if (refusedOn < measureFrom(ruleSets)) throw invalid({ refusedOn: "errorBeforeMeasure" });
    if (refusedOn > today) throw invalid({ refusedOn: "errorInFuture" });
    const date = toDateColumn(refusedOn);
    const { interviewedOn } = await tx.holder.findUniqueOrThrow({
      where: { id: holderId },
      select: { interviewedOn: true },
    });
    if (!mayRefuseInterview(interviewedOn && fromDateColumn(interviewedOn), refusedOn))
      throw invalid({ refusedOn: "errorInterviewed" });
    if (
      await tx.interviewRefusal.findUnique({
        where: { holderId_refusedOn: { holderId, refusedOn: date } },
      })
    )
      throw new Refusal("ALREADY_RECORDED", { refusedOn });
    const id = randomUUID();
    await tx.interviewRefusal.createMany({
      data: [
        {
          id,
          holderId,
          ...areaOf(subject),
          refusedOn: date,
          reason,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    await appointAfterRefusal(scope, holderId, date);
    await endFormDrafts(scope, "visit", "refusal");
    return { refusalId: id };
  },
});
