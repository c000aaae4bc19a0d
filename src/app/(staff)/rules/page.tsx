import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listRuleVersions } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RulesView } from "./rules-view";

export async function generateMetadata() {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "catalogue.view")) notFound();
  return (
    <RulesView
      versions={await scoped(actor, listRuleVersions)}
      seesDrafts={mayEver(actor, "rules.draft")}
    />
  );
}
