import { listTasks } from "@/server/agency-tasks/queries";
import { listAnnouncements } from "@/server/announcements/queries";
import { programmeDate } from "@/server/clock";
import { findDelegation } from "@/server/delegations/queries";
import type { Scoped } from "@/server/scope";
import { listSettings } from "@/server/settings/queries";
import { listTeams } from "@/server/teams/queries";

/** Everything that staff prepared and the governor has not decided, with the page where it is decided. */
export async function listUndecided(scope: Scoped) {
  const teams = await listTeams(scope);
  const { pending } = await listAnnouncements(scope);
  const { tasks } = await listTasks(scope);
  const settings = await listSettings(scope);
  return [
    ...teams.flatMap(({ code, name, pending }) =>
      pending
        ? [{ kind: "team" as const, name, href: `/province/teams/${code}`, ...by(pending) }]
        : [],
    ),
    ...pending.map((row) => ({
      kind: "announcement" as const,
      name: row.title,
      href: `/announcements/${row.id}`,
      ...by(row),
    })),
    ...tasks
      .filter(({ decision }) => decision === "pending")
      .map((task) => ({
        kind: "task" as const,
        name: task.subject,
        agency: task.agency,
        href: `/province/agencies/${task.id}`,
        ...by(task),
      })),
    ...settings.flatMap(({ key, pending }) =>
      pending.map((entry) => ({
        kind: "setting" as const,
        name: key,
        href: `/settings/${key}`,
        ...by(entry),
      })),
    ),
  ];
}
export type Undecided = Awaited<ReturnType<typeof listUndecided>>[number];

type Prepared = { id: string; preparedOn: string; preparedBy: { name: string; position: string } };
const by = ({ id, preparedOn, preparedBy }: Prepared) => ({ id, preparedOn, preparedBy });

/** The order under which the actor decides for the governor today; null for the governor, and for staff without an order. */
export async function findOwnOrder(scope: Scoped) {
  return findDelegation(scope, await programmeDate(scope.tx));
}

/** How many matters of the province wait for the governor's decision. */
export async function countUndecided({ tx, actor }: Scoped): Promise<number> {
  const where = { decision: "pending", provinceCode: actor.provinceCode ?? "" } as const;
  const counts = await Promise.all([
    tx.districtTeam.count({ where }),
    tx.announcement.count({ where }),
    tx.agencyTask.count({ where }),
    tx.settingEntry.count({ where }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
