import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { type AreaMapRow, listAreaMaps } from "@/server/area-maps/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { SendMap } from "./send-map";

export async function generateMetadata() {
  return { title: (await getTranslations("areaMaps"))("title") };
}

/** Which provinces have outlines, and the form that sends them. */
export default async function AreaMapsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "map.record")) notFound();
  const maps = await scoped(actor, listAreaMaps);
  const t = await getTranslations("areaMaps");
  return (
    <>
      <PageHeading title={t("title")} sub={t("sub")} />
      <div className="grid max-w-form gap-5">
        <Card title={t("given")}>
          {maps.length === 0 ? <EmptyState title={t("none")} /> : <Maps maps={maps} />}
        </Card>
        <Card title={t("form")} sub={t("formSub")}>
          <SendMap />
        </Card>
      </div>
    </>
  );
}

async function Maps({ maps }: { maps: readonly AreaMapRow[] }) {
  const t = await getTranslations("areaMaps");
  return (
    <ul className="divide-y divide-line">
      {maps.map(({ code, name, ofProvince, districts, source, by, recordedOn }) => (
        <li key={code} className="py-3 first:pt-0 last:pb-0">
          <span className="font-semibold">{name}</span>{" "}
          {[ofProvince && t("ofProvince"), districts > 0 && t("of", { districts })]
            .filter(Boolean)
            .join(" · ")}
          <span className="block text-sm text-soft">
            {t("by", { source, name: by, date: formatThaiDate(recordedOn) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
