import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ShowAll } from "@/app/parts/show-all";
import { isOpenTask, TaskList } from "@/app/tasks/task-list";
import { ownTasksHeadline } from "@/domain/list-headline";
import { mayEver } from "@/domain/policy";
import { listTasks } from "@/server/agency-tasks/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("agencyTasks"))("mineTitle") };
}

/** What the governor asks of the reader's agency; `?open=1` shows only what is not done yet. */
export default async function AgencyTasksPage({ searchParams }: PageProps<"/agency/tasks">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "task.answer")) notFound();
  const { tasks } = await scoped(actor, listTasks);
  const t = await getTranslations("agencyTasks");
  const open = tasks.filter(isOpenTask);
  const overdue = open.filter(({ overdue }) => overdue).length;
  const openOnly = given.open === "1";
  const ended = openOnly ? [] : tasks.filter((task) => !isOpenTask(task));
  const groups = [
    { title: t("openTitle"), tasks: open },
    { title: t("endedTitle"), tasks: ended },
  ].filter(({ tasks }) => tasks.length > 0);
  const headline = ownTasksHeadline({ overdue, open: open.length });
  return (
    <>
      <PageHeading
        eyebrow={t("mineTitle")}
        title={t(`mine_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t("mineSub")}
        actions={
          tasks.length > 0 && (
            <ExportLink list="tasks" filter={{ open: openOnly ? "1" : null }} role={actor.role} />
          )
        }
      />
      {openOnly && <ShowAll href="/agency/tasks" />}
      {tasks.length === 0 && <EmptyState title={t("mineNoneText")} />}
      <div className="grid max-w-3xl gap-5">
        {groups.map((group) => (
          <TaskList key={group.title} {...group} hrefOf={({ id }) => `/agency/tasks/${id}`} />
        ))}
      </div>
    </>
  );
}
