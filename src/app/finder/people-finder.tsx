import { getTranslations } from "next-intl/server";
import { type Actor, reachOf } from "@/domain/policy";
import type { FindableAreas } from "@/server/holders/search";
import { Finder } from "./finder";

type Props = {
  actor: Actor;
  /** Where near names may be asked for. */
  areas: FindableAreas;
  /** Above a list: one row, and the list's page keeps its focus. */
  compact?: boolean;
};

/** The finder of all who may open a case file: who is found opens theirs. */
export async function PeopleFinder({ actor, areas, compact }: Props) {
  const t = await getTranslations("search");
  const words = await getTranslations("words");
  return (
    <Finder
      hint={t(hintOf(actor))}
      compact={compact ? t("compact") : undefined}
      personHref="/holders"
      acrossDistricts={reachOf(actor, "holder.search") !== "district"}
      subdistricts={areas.map(({ code, name, district }) => ({
        value: code,
        label: name,
        hint: words("district", { name: district }),
      }))}
    />
  );
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
