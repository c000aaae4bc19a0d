import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listAnnouncements } from "@/server/announcements/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AnnouncementsView } from "./announcements-view";

export async function generateMetadata() {
  return { title: (await getTranslations("announcements"))("title") };
}

export default async function AnnouncementsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "announcement.read")) notFound();
  const list = await scoped(actor, listAnnouncements);
  return <AnnouncementsView list={list} mayPrepare={mayEver(actor, "province.prepare")} />;
}
