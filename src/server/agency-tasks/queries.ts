import { projectAgencyOf } from "@/domain/agencies";
import { answersFrom, isOverdue, taskStateOf } from "@/domain/agency-task";
import { daysBetween } from "@/domain/calendar";
import { reachOf } from "@/domain/policy";
import { projectNameOn } from "@/domain/rules/sets";
import { getAreaNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { decidedWords, paperDecisionSelect } from "@/server/delegations/decision";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** The tasks in reach: the province's, or those sent to the actor's agency. */
function inReach({ actor }: Scoped): Prisma.AgencyTaskWhereInput | null {
  const { provinceCode } = actor;
  const agency = projectAgencyOf(actor.agency);
  switch (reachOf(actor, "task.read")) {
    case "province":
      return { provinceCode: provinceCode ?? "" };
    case "agency":
      return agency && { provinceCode: provinceCode ?? "", agency, decision: "approved" };
    default:
      return null;
  }
}

const columns = {
  id: true,
  provinceCode: true,
  agency: true,
  project: true,
  subject: true,
  asked: true,
  dueOn: true,
  letterNumber: true,
  answers: {
    select: {
      id: true,
      outcome: true,
      answer: true,
      recordedOn: true,
      recordedBy: { select: { name: true, position: true } },
    },
    orderBy: { recordedAt: "desc" },
  },
} as const;

async function listRows(scope: Scoped, where: Prisma.AgencyTaskWhereInput, today: string) {
  // An agency's officer cannot read orders of delegation; the letter still names who signed it.
  const { delegation: _, ...signed } = paperDecisionSelect;
  const select =
    reachOf(scope.actor, "task.read") === "agency"
      ? { ...columns, ...signed }
      : { ...columns, ...paperDecisionSelect };
  const rows = await scope.tx.agencyTask.findMany({
    where,
    select: { ...select, delegationId: true },
    orderBy: [{ dueOn: "asc" }, { preparedAt: "asc" }],
    take: 500,
  });
  return rows.map(({ dueOn, answers, ...row }) => {
    const { project, preparedOn } = row;
    const state = taskStateOf(answers);
    const due = fromDateColumn(dueOn);
    return {
      ...row,
      ...decidedWords({ delegation: null, ...row }),
      agency: row.agency,
      projectName: project && projectNameOn(scope.ruleSets, fromDateColumn(preparedOn), project),
      decision: row.decision,
      /** Whether staff signed it under an order. */
      forHead: row.delegationId !== null,
      state,
      dueOn: due,
      overdue: row.decision === "approved" && isOverdue(state, due, today),
      daysLeft: daysBetween(today, due),
      answers: answers.map((answer) => ({
        ...answer,
        outcome: answer.outcome,
        recordedOn: fromDateColumn(answer.recordedOn),
      })),
    };
  });
}
export type Task = Awaited<ReturnType<typeof listRows>>[number];

/** The tasks in reach, the first due first. */
export async function listTasks(scope: Scoped) {
  const today = await programmeDate(scope.tx);
  const reach = inReach(scope);
  const rows = reach ? await listRows(scope, reach, today) : [];
  return { today, tasks: rows.filter(({ decision }) => decision !== "withdrawn") };
}
export type AgencyTasks = Awaited<ReturnType<typeof listTasks>>;

/** One task with its answers and its letter; null out of reach. */
export async function findTask(scope: Scoped, id: string) {
  const reach = inReach(scope);
  if (!reach) return null;
  const today = await programmeDate(scope.tx);
  const [task] = await listRows(scope, { AND: [reach, { id }] }, today);
  if (!task) return null;
  const names = await getAreaNames(
    { provinceCode: task.provinceCode, districtCode: null },
    scope.tx,
  );
  return { ...task, today, province: names.province ?? task.provinceCode };
}
export type TaskPage = NonNullable<Awaited<ReturnType<typeof findTask>>>;

/** How many tasks in reach are neither done nor refused, and how many of them are past their day. */
export async function countOpenTasks(scope: Scoped): Promise<{ open: number; overdue: number }> {
  const { tasks } = await listTasks(scope);
  const open = tasks.filter(
    ({ decision, state }) => decision === "approved" && answersFrom(state).length > 0,
  );
  return { open: open.length, overdue: open.filter(({ overdue }) => overdue).length };
}

/** How many tasks of the province's agencies are past their day. */
export async function countOverdueTasks(scope: Scoped): Promise<number> {
  return (await countOpenTasks(scope)).overdue;
}
