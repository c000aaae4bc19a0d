import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleFinder } from "@/app/finder/people-finder";
import { mayEver } from "@/domain/policy";
import { listFindable } from "@/server/holders/search";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("search"))("title") };
}

/** The search of the top bar (Ctrl K), for all who may open a case file. The text is never in the address. */
export default async function SearchPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "holder.search") || !mayEver(actor, "holder.read")) notFound();
  const t = await getTranslations("search");
  const areas = await scoped(actor, listFindable);
  return (
    <div className="max-w-200">
      <PageHeading title={t("title")} />
      <PeopleFinder actor={actor} areas={areas} />
    </div>
  );
}
