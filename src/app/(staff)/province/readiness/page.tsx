import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listReadiness } from "@/server/readiness/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ReadinessView } from "./readiness-view";

export async function generateMetadata() {
  return { title: (await getTranslations("readiness"))("title") };
}

export default async function ReadinessPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  return <ReadinessView districts={await scoped(actor, listReadiness)} />;
}
