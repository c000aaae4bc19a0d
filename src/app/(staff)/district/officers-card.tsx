import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type PageQuery, tableOrder } from "@/app/parts/table-order";
import { aoAgencyName } from "@/domain/agencies";
import { percent } from "@/domain/dashboard";
import { holdersHref } from "@/domain/holder-filter";
import { largestFirst } from "@/domain/table-order";
import { keysOf } from "@/domain/tables";
import type { DistrictDashboard } from "@/server/dashboards/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Progress } from "@/ui/progress";

type Officer = DistrictDashboard["officers"][number];
type Props = {
  officers: readonly Officer[];
  districtCode: string;
  /** Only the district's own heads can go on to an officer's open work. */
  supervises?: boolean;
  given: PageQuery;
};

/** The figures of an officer by which the table can be ordered. */
const figures = {
  people: ({ progress }: Officer) => progress.people,
  left: ({ progress }: Officer) => progress.left,
  interviewed: ({ progress }: Officer) => progress.interviewed,
};

/** What each account officer has in this district, and how far they are. */
export function OfficersCard({ officers, districtCode, supervises = false, given }: Props) {
  const order = tableOrder("officers", keysOf(figures), given);
  const t = useTranslations("district");
  const supervision = useTranslations("supervision");
  const list = (officer: Officer) => ({ district: districtCode, officer: officer.officerId });
  return (
    <Card
      id="officers"
      title={t("officers")}
      sub={t("officersSub")}
      actions={
        supervises && (
          <span data-screen-only>
            <LinkButton tone="quiet" href="/district/supervision">
              {supervision("link")}
            </LinkButton>
          </span>
        )
      }
    >
      <DataTable
        caption={t("officers")}
        captionHidden
        rows={largestFirst(officers, order.by && figures[order.by])}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t("noOfficers")}>{t("noOfficersText")}</EmptyState>}
        columns={[
          {
            key: "officer",
            ...order.names(t("officer")),
            cell: ({ name, code }) => (
              <>
                <span className="md:whitespace-nowrap">{name}</span>{" "}
                <span className="keep text-sm font-normal text-soft">{code}</span>
              </>
            ),
          },
          { key: "agency", header: t("agency"), cell: ({ agency }) => aoAgencyName(agency) || "–" },
          {
            key: "people",
            ...order.figure("people", t("caseload")),
            align: "end",
            cell: (officer) => (
              <NumberLink count={officer.progress.people} href={holdersHref(list(officer))} />
            ),
          },
          {
            key: "left",
            ...order.figure("left", t("interviewsLeft")),
            align: "end",
            cell: (officer) => (
              <NumberLink
                count={officer.progress.left}
                href={holdersHref({ ...list(officer), interview: "all" })}
              />
            ),
          },
          {
            key: "interviewed",
            ...order.figure("interviewed", t("interviewed")),
            cell: (officer) => (
              <Interviewed
                officer={officer}
                href={holdersHref({ ...list(officer), interviewed: "yes" })}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function Interviewed({ officer, href }: { officer: Officer; href: string }) {
  const t = useTranslations("district");
  const { interviewed, left } = officer.progress;
  const all = interviewed + left;
  if (all === 0) return "–";
  return (
    <span className="flex items-center gap-3">
      <NumberLink count={interviewed} href={href} />
      <span className="min-w-28 flex-1">
        <Progress
          label={t("interviewedOf", { done: interviewed, all })}
          labelHidden
          value={interviewed}
          max={all}
          text={percent(interviewed, all)}
        />
      </span>
    </span>
  );
}
