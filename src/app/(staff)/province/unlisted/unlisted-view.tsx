import Link from "next/link";
import { useTranslations } from "next-intl";
import { maskNationalId } from "@/domain/national-id";
import type { Actor } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { UnlistedRow } from "@/server/unlisted/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";
import { ExportLink } from "../../exports/export-link";

type Props = {
  people: readonly UnlistedRow[];
  /** Names of districts by code. */
  districts: Readonly<Record<string, string>>;
  actor: Actor;
  /** What narrows them. */
  filter?: { district?: string; state?: string };
};

const toneOf = {
  waiting: "due",
  asked_ministry: "quiet",
  not_holder: "quiet",
  proposed: "due",
  recorded: "done",
} as const satisfies Record<UnlistedRow["state"], Tone>;

/** "มาแล้วไม่พบรายชื่อ": who came, and where the province's decision stands. */
export function UnlistedView({ people, districts, actor, filter }: Props) {
  const t = useTranslations("province");
  const cases = useTranslations("unlisted");
  return (
    <>
      <PageHeading
        title={t("unlistedHeadline", { people: people.length })}
        sub={t("unlistedSub")}
        actions={<ExportLink list="unlisted" filter={filter} role={actor.role} />}
      />
      <Card>
        <DataTable
          caption={t("unlistedTitle")}
          captionHidden
          rows={people}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("unlistedNone")}>{t("unlistedNoneText")}</EmptyState>}
          columns={[
            {
              key: "name",
              header: t("name"),
              cell: ({ id, name }) => (
                <Link href={`/province/unlisted/${id}`} prefetch={false} className="keep">
                  {name}
                </Link>
              ),
            },
            {
              key: "state",
              header: cases("status"),
              cell: ({ state }) => <Tag tone={toneOf[state]}>{cases(`state_${state}`)}</Tag>,
            },
            {
              key: "id",
              header: t("nationalId"),
              cell: (row) => <span className="keep">{maskNationalId(row.nationalIdLast4)}</span>,
            },
            { key: "phone", header: t("phone"), cell: ({ phone }) => phone ?? "–" },
            {
              key: "district",
              header: t("district"),
              cell: ({ districtCode }) => districts[districtCode] ?? districtCode,
            },
            { key: "place", header: t("place"), cell: ({ placeName }) => placeName },
            {
              key: "cameOn",
              header: t("cameOn"),
              cell: ({ cameOn }) => <span className="keep">{formatThaiDateShort(cameOn)}</span>,
            },
            {
              key: "receipt",
              header: t("receipt"),
              cell: ({ receiptNumber }) => <span className="keep">{receiptNumber}</span>,
            },
          ]}
        />
      </Card>
    </>
  );
}
