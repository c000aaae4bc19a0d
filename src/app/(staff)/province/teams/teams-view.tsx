import { useTranslations } from "next-intl";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { TeamRow } from "@/server/teams/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

/** The districts side by side with the team in force in each today. */
export function TeamsView({ teams }: { teams: readonly TeamRow[] }) {
  const t = useTranslations("teams");
  const lacking = teams.filter(({ current }) => !current).length;
  return (
    <>
      <PageHeading
        eyebrow={<ProvinceTrail here={t("title")} />}
        title={
          lacking > 0
            ? t("headlineLacking", { count: lacking })
            : t("headlineAll", { count: teams.length })
        }
        sub={t("sub")}
      />
      <Card>
        <DataTable
          caption={t("title")}
          captionHidden
          rows={teams}
          rowKey={({ code }) => code}
          columns={[
            {
              key: "district",
              header: t("district"),
              cell: ({ code, name }) => (
                <Link href={`/province/teams/${code}`} className="touch min-w-12">
                  {name}
                </Link>
              ),
            },
            {
              key: "chair",
              header: t("chair"),
              cell: ({ current }) =>
                current?.members.find(({ membership }) => membership === "chair")?.name ?? "–",
            },
            {
              key: "people",
              header: t("people"),
              align: "end",
              cell: ({ current }) =>
                current ? t("peopleCount", { count: current.members.length }) : "–",
            },
            { key: "order", header: t("order"), cell: (row) => <OrderCell row={row} /> },
            { key: "days", header: t("days"), cell: (row) => <DaysCell row={row} /> },
          ]}
        />
      </Card>
    </>
  );
}

function OrderCell({ row: { current, pending } }: { row: TeamRow }) {
  const t = useTranslations("teams");
  return (
    <>
      {current?.orderNumber && current.orderedOn ? (
        <span className="block">
          {t("orderShort", {
            number: current.orderNumber,
            date: formatThaiDateShort(current.orderedOn),
          })}
        </span>
      ) : (
        !pending && <Tag tone="late">{t("none")}</Tag>
      )}
      {pending && <Tag tone="due">{t("waiting")}</Tag>}
    </>
  );
}

function DaysCell({ row: { current } }: { row: TeamRow }) {
  const t = useTranslations("teams");
  if (!current) return "–";
  const from = formatThaiDateShort(current.fromOn);
  return current.untilOn
    ? t("fromUntil", { from, until: formatThaiDateShort(current.untilOn) })
    : t("from", { from });
}
