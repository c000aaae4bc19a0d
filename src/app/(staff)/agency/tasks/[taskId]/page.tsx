import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/app/forms/command-form";
import { TaskView } from "@/app/tasks/task-view";
import { answersFrom } from "@/domain/agency-task";
import { mayEver } from "@/domain/policy";
import { findTask } from "@/server/agency-tasks/queries";
import { taskLetter } from "@/server/papers/signed";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";

type Props = { params: Promise<{ taskId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("agencyTasks"))("mineTitle") };
}

/** One task for the agency: the letter as it came, and the answer. */
export default async function AgencyTaskPage({ params }: Props) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).taskId);
  if (!id.success || !mayEver(actor, "task.answer")) notFound();
  const found = await scoped(actor, async (scope) => {
    const task = await findTask(scope, id.data);
    return task && { task, letter: await taskLetter(scope, task) };
  });
  if (!found) notFound();
  const { task } = found;
  const t = await getTranslations("agencyTasks");
  const outcomes = answersFrom(task.state);
  return (
    <TaskView {...found} back={{ href: "/agency/tasks", label: t("mineTitle") }}>
      {outcomes.length > 0 && (
        <Card title={t("answerTitle")}>
          <CommandForm
            command="answerTask"
            fixed={{ taskId: task.id }}
            fields={[
              {
                name: "outcome",
                kind: "choice",
                label: t("answerWhat"),
                choices: outcomes.map((value) => ({ value, label: t(`answer_${value}`) })),
              },
              { name: "answer", kind: "long", label: t("answerWords"), hint: t("answerHint") },
            ]}
            submit={t("answerSubmit")}
            then="/agency/tasks"
          />
        </Card>
      )}
    </TaskView>
  );
}
