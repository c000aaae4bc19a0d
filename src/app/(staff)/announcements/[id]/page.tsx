import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { findAnnouncement } from "@/server/announcements/queries";
import { signerInFile } from "@/server/delegations/queries";
import { announcementLetter } from "@/server/papers/signed";
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
  const found = await scoped(actor, async (scope) => {
    const announcement = await findAnnouncement(scope, id.data);
    return (
      announcement && {
        announcement,
        letter: await announcementLetter(scope, announcement),
        signsInFile: await signerInFile(scope),
      }
    );
  });
  if (!found) notFound();
  return (
    <AnnouncementView
      {...found}
      actorId={actor.id}
      mayDecide={mayEver(actor, "province.decide")}
      mayAcknowledge={mayEver(actor, "announcement.acknowledge")}
    />
  );
}
