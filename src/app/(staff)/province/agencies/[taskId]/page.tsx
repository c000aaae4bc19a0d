import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DecisionForm } from "@/app/forms/decision-form";
import { TaskView } from "@/app/tasks/task-view";
import { mayEver } from "@/domain/policy";
import { findTask } from "@/server/agency-tasks/queries";
import { signerInFile } from "@/server/delegations/queries";
import { taskLetter } from "@/server/papers/signed";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";

type Props = { params: Promise<{ taskId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("agencyTasks"))("title") };
}

/** One task for the province: its letter, the decision on it, the agency's answers. */
export default async function TaskPage({ params }: Props) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).taskId);
  if (!id.success || !mayEver(actor, "province.decide")) notFound();
  const found = await scoped(actor, async (scope) => {
    const task = await findTask(scope, id.data);
    return (
      task && {
        task,
        letter: await taskLetter(scope, task),
        signsInFile: await signerInFile(scope),
      }
    );
  });
  if (!found) notFound();
  const { signsInFile, ...page } = found;
  const { task } = page;
  const t = await getTranslations("agencyTasks");
  return (
    <TaskView {...page} back={{ href: "/province/agencies", label: t("title") }}>
      {task.decision === "pending" && (
        <Card title={t("decisionTitle")}>
          <DecisionForm
            command="decideTask"
            fixed={{ taskId: task.id }}
            own={task.preparedById === actor.id}
            approveLabel={t("sign")}
            signsInFile={signsInFile}
            approving={[
              {
                name: "letterNumber",
                kind: "text",
                label: t("letterNumber"),
                hint: t("letterNumberHint"),
              },
            ]}
          />
        </Card>
      )}
    </TaskView>
  );
}
