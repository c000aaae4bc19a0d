import { Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ShowAll } from "@/app/parts/show-all";
import { announcementsHeadline } from "@/domain/list-headline";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Announcement, AnnouncementList } from "@/server/announcements/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

type Props = { list: AnnouncementList; mayPrepare: boolean; unreadOnly: boolean };

const lacking = ({ districts }: Announcement) =>
  districts.filter(({ acknowledgedOn }) => !acknowledgedOn).length;

/** What the province has announced, and who has read it; a district sees first what it has not acknowledged. */
export function AnnouncementsView({ list, mayPrepare, unreadOnly }: Props) {
  const t = useTranslations("announcements");
  const { pending, issued } = list;
  const unread = issued.filter((one) => lacking(one) > 0);
  const ordered = [...unread, ...issued.filter((one) => lacking(one) === 0)];
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={<Headline list={list} unread={unread.length} mayPrepare={mayPrepare} />}
        sub={mayPrepare ? t("subProvince") : t("subDistrict")}
        actions={
          mayPrepare && (
            <LinkButton href="/announcements/new" icon={Megaphone}>
              {t("new")}
            </LinkButton>
          )
        }
      />
      {unreadOnly && <ShowAll href="/announcements" />}
      <div className="grid max-w-3xl gap-5">
        {pending.length > 0 && <List title={t("pendingTitle")} rows={pending} />}
        {issued.length > 0 ? (
          <List title={t("issuedTitle")} rows={ordered} mine={!mayPrepare} />
        ) : (
          <EmptyState title={t("emptyText")} />
        )}
      </div>
    </>
  );
}

function Headline({ list, unread, mayPrepare }: Omit<Props, "unreadOnly"> & { unread: number }) {
  const t = useTranslations("announcements");
  const counts = { pending: list.pending.length, issued: list.issued.length, unread };
  const headline = announcementsHeadline(counts, mayPrepare);
  return t(`headline_${headline.says}`, { ...headlineFigures, ...headline });
}

type ListProps = { title: string; rows: readonly Announcement[]; mine?: boolean };

function List({ title, rows, mine = false }: ListProps) {
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id}>
            <Line row={row} mine={mine} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ row, mine }: { row: Announcement; mine: boolean }) {
  const t = useTranslations("announcements");
  return (
    <Link
      href={`/announcements/${row.id}`}
      className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3 no-underline hover:bg-indigo-tint"
    >
      <span className="min-w-0">
        <span className="block font-semibold text-indigo underline">{row.title}</span>
        <span className="text-sm text-soft">
          {[
            t(`kind_${row.kind}`),
            t("version", { version: row.version }),
            row.decision === "approved" &&
              row.decidedOn &&
              t("issuedOn", { date: formatThaiDate(row.decidedOn) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <ReadTag row={row} mine={mine} />
    </Link>
  );
}

function ReadTag({ row, mine }: { row: Announcement; mine: boolean }) {
  const t = useTranslations("announcements");
  if (row.decision === "pending") return <Tag tone="due">{t("state_pending")}</Tag>;
  const all = row.districts.length;
  const left = lacking(row);
  const readOn = row.districts[0]?.acknowledgedOn;
  if (mine)
    return readOn ? (
      <span className="text-sm text-soft">{t("readMine", { date: formatThaiDate(readOn) })}</span>
    ) : (
      <Tag tone="due">{t("unread")}</Tag>
    );
  return left > 0 ? (
    <Tag tone="due">{t("readCount", { read: all - left, all })}</Tag>
  ) : (
    <Tag tone="done">{t("readAll", { all })}</Tag>
  );
}
