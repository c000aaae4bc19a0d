import {
  attemptInput,
  contactInput,
  type Obstacle,
  possibleObstacles,
  roundOfContact,
} from "@/domain/follow-up";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { holderSubject } from "@/server/assessments/queries";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { endFormDrafts } from "@/server/form-drafts/end";
import type { Scoped } from "@/server/scope";
import {
  appointAfterAttempt,
  appointAfterContact,
  appointAfterCorrection,
} from "@/server/visits/appoint";
import { caseRow, happenedOn } from "@/server/visits/rows";
import { countSentReferrals, findActivePlan } from "./queries";

/**
 * Records that somebody with an agreed plan was not reached. Nothing of the round follows from it; a day to try again is
 * an appointment like any other.
 */
export const recordAttempt = defineCommand({
  name: "recordAttempt",
  action: "contact.record",
  input: attemptInput,
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ outcome }) => ({ attempt: outcome }),
  async run(scope) {
    const { tx, input, today } = scope;
    const { holderId, attemptedOn, outcome, note, nextOn } = input;
    const plan = await findActivePlan(scope, holderId);
    if (!plan) throw new Refusal("CONFLICT");
    const day = happenedOn(scope, "attemptedOn", attemptedOn);
    if (attemptedOn < fromDateColumn(plan.agreedOn)) throw invalid({ attemptedOn: "beforePlan" });
    if (nextOn !== null && nextOn < today) throw invalid({ nextOn: "past" });
    await tx.contactAttempt.createMany({
      data: [
        {
          ...caseRow(scope),
          assessmentId: plan.assessmentId,
          attemptedOn: day,
          outcome,
          note,
          nextOn: nextOn === null ? null : toDateColumn(nextOn),
        },
      ],
    });
    await appointAfterAttempt(scope, { attemptedOn, outcome }, nextOn);
    await endFormDrafts(scope, "visit");
    return { attemptId: scope.id };
  },
});

/** No agency can owe an answer that none was asked for. */
async function refuseUnsent(scope: Scoped, { holderId, obstacles }: Told) {
  const possible = possibleObstacles(await countSentReferrals(scope, holderId));
  if (!obstacles.every((obstacle) => possible.includes(obstacle)))
    throw invalid({ obstacles: "nothingSent" });
}
type Told = { holderId: string; obstacles: readonly Obstacle[] };

/**
 * Records one contact with a holder who has an agreed plan, or a new version of an earlier contact. The progress of every
 * project of the plan is required; the day decides the round.
 */
export const recordContact = defineCommand({
  name: "recordContact",
  action: "contact.record",
  input: contactInput,
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ channel, correctsId }) => ({ channel, corrects: correctsId ?? null }),
  async run(scope) {
    const { tx, input, id, ruleSets } = scope;
    const { holderId, correctsId, contactedOn, projects, gotJob, nextOn, ...told } = input;
    const plan = await findActivePlan(scope, holderId);
    // Without a plan in force there is nothing to follow up: a no, a death or a move has been recorded.
    if (!plan) throw new Refusal("CONFLICT");
    const day = happenedOn(scope, "contactedOn", contactedOn);
    if (contactedOn < fromDateColumn(plan.agreedOn)) throw invalid({ contactedOn: "beforePlan" });
    if (nextOn !== null && nextOn < contactedOn) throw invalid({ nextOn: "past" });
    await refuseUnsent(scope, input);
    const codes = plan.assessment.projects.map(({ project }) => project);
    const states = codes.map((project) => {
      const state = projects[project];
      if (!state) throw invalid({ [`projects.${project}`]: "choose" });
      return { project, state };
    });
    if (Object.keys(projects).length !== codes.length) throw new Refusal("CONFLICT");
    const corrected = correctsId
      ? await tx.contact.findFirst({ where: { id: correctsId, holderId } })
      : null;
    if (correctsId && !corrected) throw new Refusal("NOT_FOUND");

    const row = caseRow(scope);
    await tx.contact.createMany({
      data: [
        {
          ...row,
          ...told,
          correctsId: correctsId ?? null,
          assessmentId: plan.assessmentId,
          contactedOn: day,
          round:
            roundOfContact(contactedOn, rulesOn(ruleSets, contactedOn).followUpRounds.value)?.id ??
            null,
          gotJob: gotJob === "yes",
          loanBaht: told.loanBaht || null,
          trainingHours: told.trainingHours || null,
          nextOn: nextOn === null ? null : toDateColumn(nextOn),
        },
      ],
    });
    await tx.contactProject.createMany({
      data: states.map((of) => ({
        contactId: id,
        holderId,
        provinceCode: row.provinceCode,
        ...of,
      })),
    });
    if (corrected) await appointAfterCorrection(scope, { before: corrected.nextOn, nextOn });
    else {
      await appointAfterContact(scope, { contactedOn, channel: told.channel }, nextOn);
      await endFormDrafts(scope, "contact");
    }
    return { contactId: id };
  },
});
