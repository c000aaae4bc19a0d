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

/** What is asked of agencies and how far they are; late tasks first, or only those (`?late=1`). */
export default async function AgenciesPage({ searchParams }: PageProps<"/province/agencies">) {
  const [{ late }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "province.prepare")) notFound();
  const { tasks } = await scoped(actor, listTasks);
  const lateOnly = late === "1";
  const shown = lateOnly ? tasks.filter(({ overdue }) => overdue) : tasks;
  return <AgenciesView tasks={shown} lateOnly={lateOnly} role={actor.role} />;
}
