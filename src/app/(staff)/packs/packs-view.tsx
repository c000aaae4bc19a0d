import { useTranslations } from "next-intl";
import { DashboardTrail } from "@/app/parts/dashboard-trail";
import { type FigureArea, figureQuery } from "@/domain/figures/area";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { PackChoices, PackList } from "@/server/packs/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { PackForm } from "./pack-form";
import { PackLines } from "./pack-lines";

type Props = { choices: PackChoices; list: PackList; area: FigureArea; role: Role };

/** What the next pack is to be of, and those that were made. */
export function PacksView({ choices, list, area, role }: Props) {
  const t = useTranslations("packs");
  const own = "districtCode" in area ? area.districtCode : null;
  const heads = mayEver({ role }, "province.view");
  return (
    <>
      <PageHeading
        eyebrow={<DashboardTrail role={role} here={t("title")} />}
        title={t("title")}
        sub={t("sub")}
      />
      {heads && (
        <FilterLinks
          label={t("area")}
          choices={[
            { href: "/packs", label: t("wholeProvince"), current: own === null },
            ...Object.entries(choices.districts).map(([code, name]) => ({
              href: `/packs${figureQuery({ districtCode: code })}`,
              label: name,
              current: own === code,
            })),
          ]}
        />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_3fr]">
        <Card title={t("order")} sub={t("dayHint")}>
          <PackForm
            key={own}
            districtCode={own}
            choices={[
              { value: "now", label: t("period_now") },
              ...choices.rounds.map(({ id, name }) => ({
                value: id,
                label: t("period_round", { round: name }),
              })),
              ...choices.days.map((day) => ({
                value: day,
                label: t("period_day", { date: formatThaiDate(day) }),
              })),
            ]}
          />
          <p className="mt-5 text-sm text-soft">
            {choices.meetingDay === 0
              ? t("meetingNone")
              : t("meetingDay", { day: String(choices.meetingDay) })}{" "}
            {mayEver({ role }, "province.prepare") && (
              <Link className="touch" href="/settings/meeting_day">
                {t("meetingLink")}
              </Link>
            )}
          </p>
          <p className="mt-5 border-t border-line pt-4 text-sm">
            <Link
              className="touch"
              href={`/exports?list=holders&cohort=must_reach&block=unanswered${own ? `&district=${own}` : ""}`}
            >
              {t("listLink")}
            </Link>
          </p>
        </Card>
        <Card title={t("made")}>
          {list.packs.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          ) : (
            <PackLines packs={list.packs} />
          )}
          {list.next && (
            <Link
              className="touch mt-3"
              href={`/packs${figureQuery(area)}${own ? "&" : "?"}before=${list.next}`}
            >
              {t("more")}
            </Link>
          )}
        </Card>
      </div>
    </>
  );
}
