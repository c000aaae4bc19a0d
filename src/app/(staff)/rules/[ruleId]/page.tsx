import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
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
  const version = await scoped(actor, (scope) => viewRuleVersion(scope, id.data));
  if (!version) notFound();
  if (version.replacedBy) redirect(`/rules/${version.replacedBy.id}`);
  return <VersionView version={version} actorId={actor.id} />;
}
