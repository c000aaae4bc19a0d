import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Finder } from "@/app/finder/finder";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import { listSubdistricts } from "@/server/areas/queries";
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
  const words = await getTranslations("words");
  const areas = await scoped(actor, ({ tx }) => listSubdistricts(areaOf(actor), tx));
  return (
    <div className="max-w-200">
      <PageHeading title={t("title")} />
      <Finder
        hint={t(hintOf(actor))}
        personHref="/holders"
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

/** An account officer may care for people of two districts. */
function areaOf(actor: Actor) {
  const { provinceCode, districtCode } = actor;
  return reachOf(actor, "holder.search") === "district"
    ? { districtCode: districtCode ?? "" }
    : { provinceCode: provinceCode ?? "" };
}

function hintOf(actor: Actor) {
  switch (reachOf(actor, "holder.search")) {
    case "province":
      return "hintProvince";
    case "district":
      return "hintDistrict";
    default:
      return "hintCaseload";
  }
}
