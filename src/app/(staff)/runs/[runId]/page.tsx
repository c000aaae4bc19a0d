import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { listExports } from "@/server/exports/queries";
import { viewRun } from "@/server/month-runs/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RunPage } from "./run-page";

export async function generateMetadata() {
  return { title: (await getTranslations("runs"))("title") };
}

/** One month run: its ladder, what it booked beside the month before, a sample, its differences and its files. */
export default async function OneRunPage({ params }: PageProps<"/runs/[runId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).runId);
  if (!id.success || !mayEver(actor, "run.read")) notFound();
  const found = await scoped(actor, async (scope) => {
    const view = await viewRun(scope, id.data);
    if (!view) return null;
    return {
      ...view,
      exports: mayEver(actor, "run.send") ? await listExports(scope) : [],
      districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
    };
  });
  if (!found) notFound();
  return <RunPage {...found} role={actor.role} />;
}
