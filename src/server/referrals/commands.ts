import { z } from "zod";
import { addDays } from "@/domain/calendar";
import { optionalDay, optionalText, requiredText } from "@/domain/fields";
import type { Subject } from "@/domain/policy";
import {
  agencySteps,
  mayStep,
  referralResults,
  referralStateOn,
  referralSteps,
  type StoredReferralState,
} from "@/domain/referral";
import { readReferralFilter } from "@/domain/referral-filter";
import { invalid, Refusal } from "@/domain/result";
import { rulesOfVersion } from "@/domain/rules/sets";
import { holderSubject } from "@/server/assessments/queries";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { referralsFor, type Scoped } from "@/server/scope";
import { localSetting } from "@/server/settings/queries";
import { changeOf } from "./change";
import { answersFor, contentsFor } from "./contents";
import { agenciesOf, draftReferrals } from "./drafts";
import { findAgreedInterview } from "./plan";
import { referralSubject, referralsMatching } from "./queries";

const choose = { error: "choose" };

/**
 * Sends every project of the plan that has not been sent, each to its agency with what the agency needs to know. The
 * database refuses it without the holder's consent (NO_CONSENT).
 */
export const sendReferrals = defineCommand({
  name: "sendReferrals",
  action: "referral.send",
  input: z.strictObject({ holderId: z.uuid(), words: optionalText(300) }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, input, subject, today } = scope;
    const { holderId, words } = input;
    const plan = await findAgreedInterview(scope, holderId);
    if (!plan || !subject.provinceCode || !subject.districtCode) throw new Refusal("CONFLICT");
    await draftReferrals(
      scope,
      {
        holderId,
        provinceCode: subject.provinceCode,
        districtCode: subject.districtCode,
        assessmentId: plan.id,
      },
      await missingOf(scope, holderId, plan),
      today,
    );
    const drafts = await tx.referral.findMany({
      where: { holderId, state: "draft", assessmentId: plan.id },
      select: { id: true, project: true },
      // Always in the same order, so that two who send at once notify the agencies' officers without a deadlock.
      orderBy: [{ agency: "asc" }, { project: "asc" }],
    });
    if (drafts.length === 0) throw new Refusal("CONFLICT");
    const contents = await contentsFor(scope, holderId);
    const key = "referral_answer_days";
    const answerDays = await localSetting(scope, key, today, subject.districtCode);
    for (const { id, project } of drafts)
      await tx.referral.updateMany({
        where: { id, state: "draft" },
        data: {
          ...changeOf(scope, "send", { words, answerDays }),
          ...contents,
          sentOn: toDateColumn(today),
          answers: answersFor(scope.ruleSets, project, plan),
        },
      });
    return { sent: drafts.length };
  },
  detail: (_, { sent }) => ({ sent }),
});

/** The projects of a plan without a draft: plans older than referrals have none. */
async function missingOf(
  { tx, ruleSets }: Scoped,
  holderId: string,
  plan: { id: string; rulesVersion: string; projects: { project: string }[] },
) {
  const there = await tx.referral.findMany({
    where: { holderId, OR: [{ assessmentId: plan.id }, { endedOn: null }] },
    select: { project: true, agency: true },
  });
  const rules = rulesOfVersion(ruleSets, plan.rulesVersion);
  return agenciesOf(
    rules,
    plan.projects.map(({ project }) => project),
  ).filter(
    ({ project, agency }) => !there.some((row) => row.project === project && row.agency === agency),
  );
}

/** Another draft for a project of the plan in force, after its referral was refused, withdrawn or has ended. */
export const prepareReferral = defineCommand({
  name: "prepareReferral",
  action: "referral.send",
  input: z.strictObject({ referralId: z.uuid() }),
  subject: (scope, { referralId }) => referralSubject(scope, referralId),
  async run(scope) {
    const { tx, input, today } = scope;
    const earlier = await tx.referral.findUniqueOrThrow({ where: { id: input.referralId } });
    const plan = await findAgreedInterview(scope, earlier.holderId);
    const inPlan = plan?.projects.some(({ project }) => project === earlier.project);
    if (!plan || !inPlan || earlier.endedOn === null) throw new Refusal("CONFLICT");
    const { holderId, provinceCode, districtCode, project, agency } = earlier;
    const open = await tx.referral.count({ where: { holderId, project, agency, endedOn: null } });
    if (open > 0) throw new Refusal("ALREADY_RECORDED");
    const owned = { holderId, provinceCode, districtCode, assessmentId: plan.id };
    await draftReferrals(scope, owned, [{ project, agency }], today);
    return { project, agency };
  },
});

/** The account officer withdraws a referral, in any state, and gives the reason. */
export const withdrawReferral = defineCommand({
  name: "withdrawReferral",
  action: "referral.send",
  input: z.strictObject({ referralId: z.uuid(), words: requiredText(300) }),
  subject: (scope, { referralId }) => referralSubject(scope, referralId),
  async run(scope) {
    const { referralId, words } = scope.input;
    const { count } = await scope.tx.referral.updateMany({
      where: { id: referralId, state: { in: [...referralSteps.withdraw.from] } },
      data: { ...changeOf(scope, "withdraw", { words }), changedByLinkId: null },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { referralId };
  },
});

/** An answer is late: the chief, or the secretary under an order, asks the agency again. */
export const remindAgency = defineCommand({
  name: "remindAgency",
  action: "referral.remind",
  input: z.strictObject({ referralId: z.uuid(), words: optionalText(300), nextOn: optionalDay }),
  subject: (scope, { referralId }) => referralSubject(scope, referralId),
  async run(scope) {
    const { tx, input, today } = scope;
    const { referralId: id, words } = input;
    const nextOn = input.nextOn ?? addDays(today, 7);
    const order = await findDelegation(scope, today);
    const { count } = await tx.referral.updateMany({
      where: { id, state: "sent", nextOn: { lt: toDateColumn(today) } },
      data: {
        ...changeOf(scope, "remind", { words, nextOn }),
        changedByLinkId: null,
        delegationId: order?.id ?? null,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { referralId: id, nextOn };
  },
});

/** The worklist that is answered: that of the agency in the officer's area. */
async function ownWorklist({ actor }: Scoped): Promise<Subject> {
  const { agency, provinceCode, districtCode } = actor;
  return { type: "referrals", id: null, agency, provinceCode, districtCode };
}

const filterInput = z.record(z.string(), z.string()).transform(readReferralFilter);

/**
 * The agency's answer to one referral or to many, all or nothing. They are named one by one, or by a filter: then
 * `expected` is the number that was shown, and CONFLICT if the number is another now.
 */
export const answerReferrals = defineCommand({
  name: "answerReferrals",
  action: "referral.answer",
  input: z.strictObject({
    chosen: z.union([
      z.strictObject({ ids: z.array(z.uuid()).min(1, "choose").max(5000) }),
      z.strictObject({ filter: filterInput, expected: z.int().min(1) }),
    ]),
    step: z.enum(agencySteps, choose),
    words: optionalText(300),
    result: z.enum(referralResults, choose).nullish(),
    nextOn: optionalDay,
  }),
  subject: ownWorklist,
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { chosen, step, words, result = null } = input;
    if (step === "complete" && !result) throw invalid({ result: "choose" });
    const change = changeOf(scope, step, { words, nextOn: input.nextOn });
    await lockAnswers(scope);
    const rows = await tx.referral.findMany({
      where: {
        AND: [
          referralsFor(actor, "referral.answer"),
          "ids" in chosen ? { id: { in: chosen.ids } } : referralsMatching(chosen.filter, today),
        ],
      },
      select: { id: true, state: true, nextOn: true },
    });
    const expected = "ids" in chosen ? new Set(chosen.ids).size : chosen.expected;
    if (rows.length !== expected)
      throw new Refusal("ids" in chosen ? "NOT_FOUND" : "CONFLICT", { referrals: rows.length });
    if (!rows.every((row) => mayStep(stateOf(row, today), step)))
      throw invalid({ step: "notThisStep" });
    const { count } = await tx.referral.updateMany({
      where: {
        id: { in: rows.map(({ id }) => id) },
        state: { in: [...referralSteps[step].from] },
      },
      data: { ...change, changedByLinkId: null, ...(step === "complete" ? { result } : {}) },
    });
    if (count !== rows.length) throw new Refusal("CONFLICT");
    return { answered: count };
  },
  detail: ({ step }, { answered }) => ({ step, answered }),
});

function stateOf(row: { state: StoredReferralState; nextOn: Date | null }, today: string) {
  const nextOn = row.nextOn && fromDateColumn(row.nextOn);
  return referralStateOn({ state: row.state, nextOn }, today);
}

/** Two answers of one agency and province wait for each other: places are counted one after the other. */
async function lockAnswers({ tx, actor }: Scoped) {
  const key = `referrals ${actor.provinceCode} ${actor.agency}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}
