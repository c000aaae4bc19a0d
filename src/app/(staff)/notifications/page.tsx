import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listNotifications } from "@/server/notifications/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { NotificationsView } from "./notifications-view";

export async function generateMetadata() {
  return { title: (await getTranslations("notifications"))("bell") };
}

export default async function NotificationsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "notification.read")) notFound();
  return <NotificationsView notifications={await scoped(actor, listNotifications)} />;
}
