import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listTeams } from "@/server/teams/queries";
import { TeamsView } from "./teams-view";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function TeamsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  return <TeamsView teams={await scoped(actor, listTeams)} />;
}
