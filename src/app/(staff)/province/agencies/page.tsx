import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listTasks } from "@/server/agency-tasks/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AgenciesView } from "./agencies-view";

export async function generateMetadata() {
  return { title: (await getTranslations("agencyTasks"))("title") };
}

/** What is asked of agencies and how far they are; what is late first. */
export default async function AgenciesPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  const { tasks } = await scoped(actor, listTasks);
  return <AgenciesView tasks={tasks} role={actor.role} />;
}
