import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Finder } from "@/app/finder/finder";
import { mayEver, reachOf } from "@/domain/policy";
import { listFindable } from "@/server/holders/search";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("notReceived"))("title") };
}

/** Somebody asks why no money has come: the person is found by ID or name. */
export default async function NotReceivedPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "inquiry.record")) notFound();
  const t = await getTranslations("notReceived");
  const words = await getTranslations("words");
  const areas = await scoped(actor, listFindable);
  return (
    <div className="max-w-200">
      <PageHeading title={t("title")} sub={t("sub")} />
      <Finder
        hint={t("hint")}
        personHref="/not-received"
        acrossDistricts={reachOf(actor, "holder.search") !== "district"}
        subdistricts={areas.map(({ code, name, district }) => ({
          value: code,
          label: name,
          hint: words("district", { name: district }),
        }))}
      />
    </div>
  );
}
