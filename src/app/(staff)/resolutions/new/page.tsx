import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listResolutionOwners } from "@/server/resolutions/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ResolutionForm } from "./resolution-form";

export async function generateMetadata() {
  return { title: (await getTranslations("resolutions"))("newTitle") };
}

export default async function NewResolutionPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "resolution.record")) notFound();
  const form = await scoped(actor, async (scope) => ({
    today: await programmeDate(scope.tx),
    owners: await listResolutionOwners(scope),
  }));
  return <ResolutionForm {...form} />;
}
