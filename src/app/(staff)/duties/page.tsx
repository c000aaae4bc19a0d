import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { dutyRoleOf } from "@/domain/duties";
import { requireActor } from "@/server/session";
import { DutiesView } from "./duties-view";

export async function generateMetadata() {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function DutiesPage() {
  const role = dutyRoleOf((await requireActor()).role);
  if (!role) notFound();
  return <DutiesView role={role} />;
}
