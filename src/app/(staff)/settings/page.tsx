import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listSettings } from "@/server/settings/queries";
import { SettingsView } from "./settings-view";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  return <SettingsView settings={await scoped(actor, listSettings)} />;
}
