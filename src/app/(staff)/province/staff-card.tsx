import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type PageQuery, tableOrder } from "@/app/parts/table-order";
import { holdersHref } from "@/domain/holder-filter";
import { type StaffSort, sortStaffing, staffSorts } from "@/domain/outreach-plan";
import type { ProvinceDashboard } from "@/server/dashboards/queries";
import { Card } from "@/ui/card";
import { type Column, DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";

type Props = Pick<ProvinceDashboard, "staffing" | "staff"> & { given: PageQuery };
type Row = ProvinceDashboard["staffing"][number];

/** Where this card is on the province's page: the headlines about missing account officers lead here. */
const anchor = "officers";

/** Account officers by district: needed, present, missing; its sums are what the headlines say. */
export function StaffCard({ staffing, staff, given }: Props) {
  const t = useTranslations("province");
  const figure = useFigure();
  const order = tableOrder<StaffSort>(anchor, staffSorts, given, "missing");
  return (
    <div id={anchor} className="scroll-mt-4">
      <Card title={t("staff")} sub={t("staffSub")}>
        <DataTable<Row>
          caption={t("staff")}
          captionHidden
          phone="scroll"
          rows={sortStaffing(staffing, order.by)}
          rowKey={({ code }) => code}
          columns={useColumns(order)}
          footer={[
            t("all"),
            figure(staff.officersMissing),
            figure(staff.officersNeeded),
            figure(staff.officers),
            figure(staffing.reduce((sum, { left }) => sum + left, 0)),
          ]}
        />
      </Card>
    </div>
  );
}

/** A number; where people are left and no day, no number is enough. */
function useFigure() {
  const t = useTranslations("province");
  return (count: number | null) =>
    count === null ? t("staffNever") : count.toLocaleString("en-US");
}

/** The columns; each but one orders the rows. */
function useColumns(order: ReturnType<typeof tableOrder<StaffSort>>): Column<Row>[] {
  const t = useTranslations("province");
  const figure = useFigure();
  return [
    {
      key: "district",
      ...order.names(t("district")),
      cell: ({ code, name }) => (
        <Link href={`/district/${code}`} className="touch min-w-12">
          {name}
        </Link>
      ),
    },
    // Beside the name: on a phone the others are moved into sight.
    {
      key: "missing",
      ...order.figure("missing", t("staffMissing")),
      align: "end",
      cell: ({ officersMissing }) => (
        <span className={officersMissing === 0 ? undefined : "font-bold text-brick"}>
          {figure(officersMissing)}
        </span>
      ),
    },
    {
      key: "needed",
      ...order.figure("needed", t("staffNeeded")),
      align: "end",
      cell: ({ officersNeeded }) => figure(officersNeeded),
    },
    {
      key: "officers",
      ...order.figure("officers", t("staffPresent")),
      align: "end",
      cell: ({ officers }) => figure(officers),
    },
    {
      key: "left",
      header: t("staffLeft"),
      align: "end",
      cell: ({ code, left }) => (
        <NumberLink count={left} href={holdersHref({ district: code, interview: "all" })} />
      ),
    },
  ];
}
