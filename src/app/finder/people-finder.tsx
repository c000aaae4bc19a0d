import { getTranslations } from "next-intl/server";
import { type Actor, reachOf } from "@/domain/policy";
import { DeskMessages } from "@/i18n/client/desk";
import { listSubdistricts } from "@/server/areas/queries";
import type { Scoped } from "@/server/scope";
import { Finder } from "./finder";

/** The subdistricts in which near names may be asked for, by the reach of the search. */
export async function findable({ tx, actor }: Scoped) {
  return listSubdistricts(areaOf(actor), tx);
}

type Props = {
  actor: Actor;
  areas: Awaited<ReturnType<typeof findable>>;
  /** Above a list: one row, and the list's page keeps its focus. */
  compact?: boolean;
};

/** The finder of all who may open a case file: who is found opens theirs. */
export async function PeopleFinder({ actor, areas, compact }: Props) {
  const t = await getTranslations("search");
  const words = await getTranslations("words");
  return (
    <DeskMessages>
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
    </DeskMessages>
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
