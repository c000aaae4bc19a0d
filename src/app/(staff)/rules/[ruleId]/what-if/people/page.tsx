import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { viewRuleVersion } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { readWhatIfPeople, viewWhatIfPeople } from "@/server/what-if/people";
import { PeopleByNameView } from "./people-view";

export async function generateMetadata() {
  return { title: (await getTranslations("ruleEffects"))("peopleTitle") };
}

/** Those of the own province whose sum a checked version changes, before anybody is decided again; a draft has no such page. */
export default async function WhatIfPeoplePage(props: PageProps<"/rules/[ruleId]/what-if/people">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await props.params).ruleId);
  if (!id.success || !mayEver(actor, "rules.names")) notFound();
  const view = readWhatIfPeople(await props.searchParams);
  const found = await scoped(actor, async (scope) => {
    const version = await viewRuleVersion(scope, id.data);
    if (version?.step?.step !== "checked") return null;
    return { version, list: await viewWhatIfPeople(scope, id.data, view) };
  });
  if (!found) notFound();
  return <PeopleByNameView {...found} view={view} role={actor.role} />;
}
