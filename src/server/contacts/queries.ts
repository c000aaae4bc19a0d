import { possibleObstacles } from "@/domain/follow-up";
import { fromDateColumn } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { namedProjects } from "@/server/rules/projects";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

/** The plan in force of a holder in reach; null without one. */
export async function findActivePlan({ tx }: Scoped, holderId: string) {
  return tx.followUp.findFirst({
    where: { holderId, active: true },
    include: {
      assessment: {
        select: { rulesVersion: true, projects: { orderBy: { priority: "asc" } } },
      },
    },
  });
}

/** How many referrals of a holder went to an agency, whatever became of them. */
export function countSentReferrals({ tx }: Scoped, holderId: string): Promise<number> {
  return tx.referral.count({ where: { holderId, sentOn: { not: null } } });
}

const contactColumns = {
  id: true,
  contactedOn: true,
  channel: true,
  incomeBaht: true,
  gotJob: true,
  loanBaht: true,
  trainingHours: true,
  obstacles: true,
  obstacleNote: true,
  note: true,
  nextOn: true,
  projects: { select: { project: true, state: true } },
} as const;

/**
 * What the form of a contact shows: the holder's plan, what they said last, and the contact to be corrected. Null out of
 * reach or without a plan; the view is audited.
 */
export async function findContacted(scope: Scoped, holderId: string, correctsId: string | null) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "contact.record")] },
    select: { id: true, title: true, firstName: true, lastName: true },
  });
  const plan = holder && (await findActivePlan(scope, holderId));
  if (!holder || !plan) return null;
  const before = await tx.contact.findFirst({
    where: correctsId
      ? { id: correctsId, holderId, correction: null }
      : { holderId, correction: null },
    select: contactColumns,
    orderBy: [{ contactedOn: "desc" }, { recordedAt: "desc" }],
  });
  if (correctsId && !before) return null;
  const referrals = await tx.referral.findMany({
    where: { holderId, assessmentId: plan.assessmentId },
    select: { project: true, state: true, result: true, changedOn: true },
    orderBy: { recordedAt: "asc" },
  });
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "contact" });
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    agreedOn: fromDateColumn(plan.agreedOn),
    contacts: plan.contacts,
    incomeThen: plan.incomeThen,
    obstacles: possibleObstacles(await countSentReferrals(scope, holderId)),
    projects: namedProjects(scope.ruleSets, plan.assessment.rulesVersion, plan.assessment.projects),
    /** The agencies' answers by project; the newest where there are several. */
    referrals: new Map(
      referrals.map(({ project, changedOn, ...referral }) => [
        project,
        {
          state: referral.state,
          result: referral.result,
          on: fromDateColumn(changedOn),
        },
      ]),
    ),
    before: before && {
      ...before,
      contactedOn: fromDateColumn(before.contactedOn),
      nextOn: before.nextOn && fromDateColumn(before.nextOn),
      channel: before.channel,
      projects: Object.fromEntries(before.projects.map(({ project, state }) => [project, state])),
    },
  };
}
export type Contacted = NonNullable<Awaited<ReturnType<typeof findContacted>>>;
