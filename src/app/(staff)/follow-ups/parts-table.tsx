import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { contactsEach, meanIncomes } from "@/domain/follow-up";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { hasBegun, resultsOf } from "@/domain/results";
import type { FollowUpPart, FollowUps } from "@/server/follow-ups/queries";
import { Card } from "@/ui/card";
import { type Column, DataTable } from "@/ui/data-table";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";

/** Each account officer of a district, or each district of a province: contacts per person and results in one line. */
export function PartsTable({ found }: { found: FollowUps }) {
  const t = useTranslations("followUps");
  const byOfficer = found.district !== null;
  const columns = useColumns(found);
  return (
    <Card title={byOfficer ? t("byOfficer") : t("byDistrict")}>
      <DataTable
        caption={byOfficer ? t("byOfficer") : t("byDistrict")}
        captionHidden
        rows={found.parts}
        rowKey={({ key }) => key ?? "none"}
        columns={columns}
      />
    </Card>
  );
}

/** Names, the numbers with their lists, and the mean incomes. */
function useColumns(found: FollowUps): Column<FollowUpPart>[] {
  const t = useTranslations("followUps");
  const byOfficer = found.district !== null;
  const of = (part: FollowUpPart): HolderFilter =>
    byOfficer
      ? { district: found.district ?? "", officer: part.key ?? "none" }
      : { district: part.key ?? "" };
  // Before the first round, that round.
  const round = found.round?.id ?? found.sum.rounds[0]?.id ?? "";
  const money = (amount: number | undefined) =>
    amount === undefined ? "–" : amount.toLocaleString("en-US");
  const columns: Column<FollowUpPart>[] = [
    {
      key: "name",
      header: byOfficer ? t("officer") : t("district"),
      rowHeader: true,
      cell: (part) => <PartName part={part} byOfficer={byOfficer} />,
    },
    {
      key: "people",
      header: t("people"),
      align: "end",
      cell: (part) => (
        <NumberLink count={part.sum.people} href={holdersHref({ ...of(part), plan: "active" })} />
      ),
    },
    {
      key: "open",
      header: t(found.round?.daysLeft === null ? "missedIn" : "openIn", {
        round: (found.round ?? found.sum.rounds[0])?.words.short ?? "",
      }),
      align: "end",
      cell: (part) => <OpenCell part={part} round={round} today={found.today} within={of(part)} />,
    },
    {
      key: "contacts",
      header: t("contacts"),
      align: "end",
      cell: ({ sum }) => contactsEach(sum) ?? "–",
    },
    {
      key: "takenUp",
      header: t("takenUp"),
      align: "end",
      cell: (part) => (
        <NumberLink count={part.sum.takers} href={holdersHref({ ...of(part), takenUp: "yes" })} />
      ),
    },
    {
      key: "jobs",
      header: t("jobs"),
      align: "end",
      cell: (part) => <JobsCell part={part} within={of(part)} />,
    },
    {
      key: "before",
      header: t("incomeBefore"),
      align: "end",
      cell: ({ sum }) => money(meanIncomes(sum)?.before),
    },
    {
      key: "now",
      header: t("incomeAfter"),
      align: "end",
      cell: ({ sum }) => money(meanIncomes(sum)?.now),
    },
  ];
  if (!byOfficer)
    columns.push({
      key: "unreported",
      header: t("unreported"),
      align: "end",
      cell: (part) => (
        <NumberLink count={part.unreported} href={`/ministry?district=${part.key}`} />
      ),
    });
  return columns;
}

type CellProps = { part: FollowUpPart; within: HolderFilter };

/** Who is behind in a round; before its first day nobody is. */
function OpenCell({ part, round, today, within }: CellProps & { round: string; today: string }) {
  const own = part.sum.rounds.find(({ id }) => id === round);
  if (!own || !hasBegun(own, today)) return "–";
  return <NumberLink count={own.open} href={holdersHref({ ...within, round: `${round}_open` })} />;
}

/** Who found work; not known where nobody was asked. */
function JobsCell({ part, within }: CellProps) {
  const { jobs } = resultsOf(part.sum);
  if (!jobs) return "–";
  return <NumberLink count={jobs.count} href={holdersHref({ ...within, result: "job" })} />;
}

function PartName({ part, byOfficer }: { part: FollowUpPart; byOfficer: boolean }) {
  const t = useTranslations("followUps");
  if (byOfficer) return <KeepWords>{part.name ?? t("noOne")}</KeepWords>;
  return (
    <Link href={`/follow-ups?district=${part.key}`} className="touch">
      {part.name}
    </Link>
  );
}
