import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { listOneOffs } from "@/server/one-offs/queries";
import { viewRuleVersion } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { VersionView } from "./version-view";

export async function generateMetadata() {
  return { title: (await getTranslations("rules"))("title") };
}

/** One version: where it stands, what it changes, its cases. A draft that was replaced leads to the one in its place. */
export default async function RuleVersionPage({ params }: PageProps<"/rules/[ruleId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).ruleId);
  if (!id.success || !mayEver(actor, "catalogue.view")) notFound();
  const found = await scoped(actor, async (scope) => {
    const version = await viewRuleVersion(scope, id.data);
    const lists = (version?.rules.oneOffs ?? []).map(({ value }) => value.list);
    const given = mayEver(actor, "run.read") && version?.step?.step === "checked" ? lists : [];
    return version && { version, oneOffs: await listOneOffs(scope, given) };
  });
  if (!found) notFound();
  const { replacedBy } = found.version;
  if (replacedBy) redirect(`/rules/${replacedBy.id}`);
  return <VersionView {...found} actorId={actor.id} />;
}
