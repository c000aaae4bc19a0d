import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { projectAgencies } from "@/domain/agencies";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("agencyTasks"))("newTitle") };
}

export default async function NewTaskPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  const rules = await scoped(actor, async ({ tx, ruleSets }) =>
    rulesOn(ruleSets, await programmeDate(tx)),
  );
  const t = await getTranslations("agencyTasks");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<Link href="/province/agencies">{t("title")}</Link>}
        title={t("newTitle")}
        sub={t("newSub")}
      />
      <CommandForm
        command="prepareTask"
        fields={[
          {
            name: "agency",
            kind: "select",
            label: t("agency"),
            choices: Object.entries(projectAgencies).map(([value, { full }]) => ({
              value,
              label: full,
            })),
          },
          {
            name: "project",
            kind: "select",
            label: t("project"),
            choices: Object.entries(rules.projects).map(([value, { name }]) => ({
              value,
              label: `${value} ${name}`,
            })),
          },
          { name: "subject", kind: "text", label: t("subject"), hint: t("subjectHint") },
          { name: "asked", kind: "long", label: t("asked") },
          { name: "dueOn", kind: "date", label: t("dueOn") },
        ]}
        submit={t("submit")}
        then="/province/agencies"
      />
    </div>
  );
}
