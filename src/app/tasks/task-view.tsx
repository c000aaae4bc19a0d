import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DoneForHead } from "@/app/parts/done-for-head";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import type { Back } from "@/app/printed/sheet";
import type { WrittenPaper } from "@/domain/official-paper";
import { formatThaiDate } from "@/domain/thai-dates";
import type { TaskPage } from "@/server/agency-tasks/queries";
import { Card } from "@/ui/card";
import { Tag } from "@/ui/tag";

type Props = {
  task: TaskPage;
  letter: WrittenPaper;
  back: Back;
  /** What the reader is to do about it. */
  children?: ReactNode;
};

/** The letter to the agency, and beside it what is to be done and what was answered. */
export function TaskView({ task, letter, back, children }: Props) {
  const t = useTranslations("agencyTasks");
  const { decision, decidedBy, delegation, signedInFile, preparedBy } = task;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <OfficialPaperSheet back={back} {...letter} word={`kind=task_letter&about=${task.id}`} />
      <aside data-screen-only className="grid gap-5">
        <Card>
          <p className="mb-2">
            <Tag tone={task.overdue ? "late" : decision === "pending" ? "due" : "quiet"}>
              {decision === "approved" ? t(`state_${task.state}`) : t(`decision_${decision}`)}
            </Tag>{" "}
            {t("due", { date: formatThaiDate(task.dueOn) })}
            {task.overdue && ` (${t("overdueBy", { days: -task.daysLeft })})`}
          </p>
          <p className="text-sm text-soft">
            {t("preparedBy", { ...preparedBy, date: formatThaiDate(task.preparedOn) })}
          </p>
          {decidedBy && decision === "approved" && (
            <p className="text-sm text-soft">
              {t("signedBy")}:{" "}
              <DoneForHead
                by={decidedBy}
                head="governor"
                order={delegation}
                inFile={signedInFile}
              />
            </p>
          )}
          {task.decisionNote && <p className="mt-2">{task.decisionNote}</p>}
        </Card>
        {children}
        {decision === "approved" && <AnswersCard task={task} />}
      </aside>
    </div>
  );
}

function AnswersCard({ task }: { task: TaskPage }) {
  const t = useTranslations("agencyTasks");
  return (
    <Card title={t("answers")}>
      {task.answers.length === 0 && <p className="text-soft">{t("answersNone")}</p>}
      <ul className="divide-y divide-line">
        {task.answers.map(({ id, outcome, answer, recordedBy, recordedOn }) => (
          <li key={id} className="py-3 first:pt-0 last:pb-0">
            <strong>{t(`answer_${outcome}`)}</strong>
            {answer && <p>{answer}</p>}
            <p className="text-sm text-soft">
              {t("answeredBy", { ...recordedBy, date: formatThaiDate(recordedOn) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
