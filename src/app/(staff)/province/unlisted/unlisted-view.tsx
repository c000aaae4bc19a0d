import Link from "next/link";
import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { PhoneLink } from "@/app/parts/phone-link";
import { maskNationalId } from "@/domain/national-id";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { UnlistedFilter, UnlistedRow } from "@/server/unlisted/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";
import { ProvinceTrail } from "../trail";

type Props = {
  people: readonly UnlistedRow[];
  /** Names of districts by code. */
  districts: Readonly<Record<string, string>>;
  actor: Actor;
  /** What narrows them. */
  filter?: UnlistedFilter;
};

const toneOf = {
  waiting: "due",
  asked_ministry: "quiet",
  not_holder: "quiet",
  proposed: "due",
  recorded: "done",
} as const satisfies Record<UnlistedRow["state"], Tone>;

/** "มาแล้วไม่พบรายชื่อ": who came, and the state of the province's decision. */
export function UnlistedView({ people, districts, actor, filter }: Props) {
  const t = useTranslations("province");
  const cases = useTranslations("unlisted");
  const district = useTranslations("district");
  const words = useTranslations("words");
  const wide = reachOf(actor, "unlisted.list") === "province";
  return (
    <>
      <PageHeading
        eyebrow={
          wide ? (
            <ProvinceTrail here={t("unlistedTitle")} />
          ) : (
            mayEver(actor, "district.view") && <Link href="/district">{district("title")}</Link>
          )
        }
        title={
          people.length > 0 ? t("unlistedHeadline", { people: people.length }) : t("unlistedNone")
        }
        sub={t("unlistedSub")}
        actions={<ExportLink list="unlisted" filter={filter} role={actor.role} />}
      />
      <Card>
        <DataTable
          caption={t("unlistedTitle")}
          captionHidden
          rows={people}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("unlistedNoneText")} />}
          columns={[
            {
              key: "name",
              header: t("name"),
              // The district reads the list; the record itself is the province's.
              cell: ({ id, name }) =>
                mayEver(actor, "province.view") ? (
                  <Link
                    href={`/province/unlisted/${id}`}
                    prefetch={false}
                    className="keep -my-2.5 inline-flex min-h-12 items-center"
                  >
                    {name}
                  </Link>
                ) : (
                  <span className="keep">{name}</span>
                ),
            },
            {
              key: "state",
              header: cases("status"),
              cell: ({ state }) => (
                <span className="keep">
                  <Tag tone={toneOf[state]}>{cases(`state_${state}`)}</Tag>
                </span>
              ),
            },
            {
              key: "id",
              header: t("nationalId"),
              cell: (row) => <span className="keep">{maskNationalId(row.nationalIdLast4)}</span>,
            },
            {
              key: "phone",
              header: t("phone"),
              cell: ({ phone }) => (phone ? <PhoneLink number={phone} /> : "–"),
            },
            {
              key: "place",
              header: t("place"),
              cell: ({ placeName, districtCode }) => (
                <>
                  {placeName}
                  {wide && (
                    <span className="block text-sm text-soft">
                      {words("district", { name: districts[districtCode] ?? districtCode })}
                    </span>
                  )}
                </>
              ),
            },
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
