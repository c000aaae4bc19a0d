import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { viewWhatIf } from "@/server/what-if/queries";
import { WhatIfPageView } from "./what-if-view";

export async function generateMetadata() {
  return { title: (await getTranslations("ruleEffects"))("title") };
}

/** What a version would change, as counts: the order, how far it is, what was found. */
export default async function WhatIfPage({ params }: PageProps<"/rules/[ruleId]/what-if">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).ruleId);
  if (!id.success || !mayEver(actor, "rules.draft")) notFound();
  const view = await scoped(actor, (scope) => viewWhatIf(scope, id.data));
  if (!view) notFound();
  return <WhatIfPageView view={view} />;
}
