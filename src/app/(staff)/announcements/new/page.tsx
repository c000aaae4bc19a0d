import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { lacks } from "@/domain/readiness";
import { findAnnouncement } from "@/server/announcements/queries";
import { listDistrictNames } from "@/server/areas/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { NewAnnouncement } from "./new-announcement";

export async function generateMetadata() {
  return { title: (await getTranslations("announcements"))("new") };
}

/** A new announcement; `?replaces=` begins with the version in force, `?district=&lack=` with what a district lacks. */
export default async function NewAnnouncementPage({
  searchParams,
}: PageProps<"/announcements/new">) {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  const { replaces, district, lack } = await searchParams;
  const replacesId = z.uuid().safeParse(replaces).data ?? null;
  const { earlier, names } = await scoped(actor, async (scope) => ({
    earlier: replacesId ? await findAnnouncement(scope, replacesId) : null,
    names: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  if (replaces && earlier?.decision !== "approved") notFound();
  const districts = Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <NewAnnouncement
      earlier={earlier}
      districts={districts}
      about={districts.find(({ value }) => value === district)}
      lack={lacks.find((code) => code === lack)}
    />
  );
}
