import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { keysOf } from "@/domain/tables";
import { RulesMessages } from "@/i18n/client/rules";
import { viewRuleVersion } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { CasesForm } from "./cases-form";
import { CodesForms } from "./codes-forms";
import { FileForm } from "./file-form";
import { ProjectForms } from "./project-forms";
import { AmountsForm, OnceForm, OutreachForm, WindowsForm } from "./terms-forms";

const parts = {
  amounts: AmountsForm,
  outreach: OutreachForm,
  windows: WindowsForm,
  once: OnceForm,
  projects: ProjectForms,
  codes: CodesForms,
  cases: CasesForm,
  file: FileForm,
};

export async function generateMetadata() {
  return { title: (await getTranslations("rules"))("changeTitle") };
}

/** The forms that change a draft: each saves another draft in its place. */
export default async function ChangeRulesPage(props: PageProps<"/rules/[ruleId]/change">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await props.params).ruleId);
  if (!id.success || !mayEver(actor, "rules.record")) notFound();
  const version = await scoped(actor, (scope) => viewRuleVersion(scope, id.data));
  if (!version?.mayRecord) notFound();
  if (version.state !== "waiting") redirect(`/rules/${id.data}`);
  const { part } = await props.searchParams;
  const chosen = keysOf(parts).find((each) => each === part) ?? "amounts";
  const Form = parts[chosen];
  const t = await getTranslations("rules");
  return (
    <>
      <PageHeading
        eyebrow={<Link href={`/rules/${id.data}`}>{version.about}</Link>}
        title={t("changeTitle")}
        sub={t("changeNote")}
      />
      <FilterLinks
        label={t("changeParts")}
        choices={keysOf(parts).map((each) => ({
          href: `/rules/${id.data}/change?part=${each}`,
          label: t(`change_${each}`),
          current: each === chosen,
        }))}
      />
      <RulesMessages>
        <div className="grid max-w-form gap-5">
          <Form version={version} />
        </div>
      </RulesMessages>
    </>
  );
}
