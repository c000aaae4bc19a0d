import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import { answersFrom } from "@/domain/agency-task";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Task } from "@/server/agency-tasks/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

/** Whether somebody still has to do something about it. */
export const isOpenTask = ({ decision, state }: Task) =>
  decision === "approved" && answersFrom(state).length > 0;

type Props = { title: string; tasks: readonly Task[]; hrefOf: (task: Task) => string };

/** Tasks with their day in words; each opens its letter and its answers. */
export function TaskList({ title, tasks, hrefOf }: Props) {
  const t = useTranslations("agencyTasks");
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link
              href={hrefOf(task)}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3 no-underline hover:bg-indigo-tint"
            >
              <span className="min-w-0">
                <span className="block font-semibold text-indigo underline">{task.subject}</span>
                <span className="text-sm text-soft">
                  {projectAgencies[task.agency].full} ·{" "}
                  {t("due", { date: formatThaiDateShort(task.dueOn) })} ·{" "}
                  {task.decision === "approved"
                    ? t(`state_${task.state}`)
                    : t(`decision_${task.decision}`)}
                </span>
              </span>
              {isOpenTask(task) && <DueTag task={task} />}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DueTag({ task: { daysLeft, overdue } }: { task: Task }) {
  const t = useTranslations("agencyTasks");
  if (overdue) return <Tag tone="late">{t("overdueBy", { days: -daysLeft })}</Tag>;
  return daysLeft === 0 ? (
    <Tag tone="due">{t("dueToday")}</Tag>
  ) : (
    <Tag>{t("dueIn", { days: daysLeft })}</Tag>
  );
}
