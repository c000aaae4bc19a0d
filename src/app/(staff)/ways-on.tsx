import { useTranslations } from "next-intl";
import { agencyName } from "@/domain/agencies";
import type { DutyStage } from "@/domain/duties";
import { LinkList } from "@/ui/link-list";
import { mainPagesOf } from "./main-pages";
import { type MenuReader, menuPagesOf } from "./menu/menu-pages";

/** The work of the season, and the way to everything else. */
export function WaysOn({ reader, now }: { reader: MenuReader; now: DutyStage }) {
  const t = useTranslations("home");
  const menu = useTranslations("menu");
  const { role, agency } = reader;
  // What stands in the navigation bar is not said again.
  const inBar = new Set(mainPagesOf(role).map((page) => page.href));
  const ofSeason = menuPagesOf(reader, now).filter((href) => !inBar.has(href));
  const links = [
    ...ofSeason.map((href) => ({ href, label: menu(href) })),
    ...(role === "agency_officer" && agency !== null
      ? [
          {
            href: `/catalogue?agency=${encodeURIComponent(agency)}`,
            label: t("agencyCatalogue", { agency: agencyName(agency) }),
          },
        ]
      : []),
    { href: "/menu", label: menu("all") },
  ];
  // A desk has no work of its own once nobody may come: no heading over nothing.
  return (
    <section aria-labelledby={ofSeason.length > 0 ? "season" : undefined} className="mt-6">
      {ofSeason.length > 0 && (
        <h2 id="season" className="text-lg">
          {menu("now", { stage: menu(`stage_${now}`) })}
        </h2>
      )}
      <LinkList links={links} layout="four" />
    </section>
  );
}
