import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { changeLetters } from "@/server/papers/change-letters";
import { listChangedPeople } from "@/server/rules/changed-people";
import { viewRuleVersion } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ChangedPeopleView } from "./people-view";

export async function generateMetadata() {
  return { title: (await getTranslations("rules"))("peopleTitle") };
}

/** Those of the own province whose sum a version changed. */
export default async function ChangedPeoplePage(props: PageProps<"/rules/[ruleId]/people">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await props.params).ruleId);
  if (!id.success || !mayEver(actor, "rules.names")) notFound();
  const after = z.uuid().safeParse((await props.searchParams).after);
  const found = await scoped(actor, async (scope) => {
    const version = await viewRuleVersion(scope, id.data);
    if (!version) return null;
    const list = await listChangedPeople(scope, version, after.data ?? null);
    return { version, list, letters: await changeLetters(scope, version, list.people) };
  });
  if (!found) notFound();
  return <ChangedPeopleView {...found} />;
}
