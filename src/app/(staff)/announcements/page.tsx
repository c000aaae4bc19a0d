import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listAnnouncements, listUnread } from "@/server/announcements/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AnnouncementsView } from "./announcements-view";

export async function generateMetadata() {
  return { title: (await getTranslations("announcements"))("title") };
}

/** All that the reader may see; `?unread=1` shows what the reader's district has not acknowledged. */
export default async function AnnouncementsPage({ searchParams }: PageProps<"/announcements">) {
  const [{ unread }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "announcement.read")) notFound();
  const unreadOnly = unread === "1";
  const list = await scoped(actor, unreadOnly ? listUnread : listAnnouncements);
  return (
    <AnnouncementsView
      list={list}
      unreadOnly={unreadOnly}
      mayPrepare={mayEver(actor, "province.prepare")}
    />
  );
}
