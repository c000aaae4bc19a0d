import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { findAnnouncement } from "@/server/announcements/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AnnouncementView } from "./announcement-view";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("announcements"))("title") };
}

export default async function AnnouncementPage({ params }: Props) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success || !mayEver(actor, "announcement.read")) notFound();
  const announcement = await scoped(actor, (scope) => findAnnouncement(scope, id.data));
  if (!announcement) notFound();
  return (
    <AnnouncementView
      announcement={announcement}
      actorId={actor.id}
      mayDecide={mayEver(actor, "province.decide")}
      mayAcknowledge={mayEver(actor, "announcement.acknowledge")}
    />
  );
}
