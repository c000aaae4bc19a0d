import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { ShowAll } from "@/app/parts/show-all";
import { isOpenTask, TaskList } from "@/app/tasks/task-list";
import { agencyTasksHeadline } from "@/domain/list-headline";
import type { Role } from "@/domain/policy";
import type { Task } from "@/server/agency-tasks/queries";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

const hrefOf = ({ id }: Task) => `/province/agencies/${id}`;

type Props = { tasks: readonly Task[]; lateOnly: boolean; role: Role };

export function AgenciesView({ tasks, lateOnly, role }: Props) {
  const t = useTranslations("agencyTasks");
  const pending = tasks.filter(({ decision }) => decision === "pending");
  const open = tasks.filter(isOpenTask);
  const ended = tasks.filter((task) => task.decision !== "pending" && !isOpenTask(task));
  const overdue = open.filter(({ overdue }) => overdue).length;
  const headline = agencyTasksHeadline({
    all: tasks.length,
    overdue,
    pending: pending.length,
    open: open.length,
  });
  const groups = [
    { title: t("pendingTitle"), tasks: pending },
    { title: t("openTitle"), tasks: open },
    { title: t("endedTitle"), tasks: ended },
  ].filter(({ tasks }) => tasks.length > 0);
  return (
    <>
      <PageHeading
        eyebrow={<ProvinceTrail here={t("title")} />}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t("sub")}
        actions={
          <>
            {tasks.length > 0 && (
              <ExportLink list="tasks" filter={{ late: lateOnly ? "1" : null }} role={role} />
            )}
            <LinkButton href="/province/agencies/new" icon={Handshake}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      {lateOnly && <ShowAll href="/province/agencies" />}
      {tasks.length === 0 && <EmptyState title={t("emptyText")} />}
      <div className="grid max-w-3xl gap-5">
        {groups.map((group) => (
          <TaskList key={group.title} {...group} hrefOf={hrefOf} />
        ))}
      </div>
    </>
  );
}
