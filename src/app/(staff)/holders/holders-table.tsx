import Link from "next/link";
import { useTranslations } from "next-intl";
import { blockOf, type CoverageState } from "@/domain/caseload";
import { maskNationalId } from "@/domain/national-id";
import type { HolderListRow } from "@/server/caseload/holders";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Tag, type Tone } from "@/ui/tag";
import { PickBox } from "./bulk-bar";

const tones: Record<ReturnType<typeof blockOf>, Tone> = {
  met: "done",
  to_meet: "due",
  released: "quiet",
};

type Props = {
  rows: readonly HolderListRow[];
  filtered: boolean;
  /** An account officer's own caseload. */
  own: boolean;
  /** For several districts: the district is shown in the address. */
  wide: boolean;
  /** Each row starts with a box to pick it. */
  pickable?: boolean;
};

export function HoldersTable({ rows, filtered, own, wide, pickable = false }: Props) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  const caseload = useTranslations("caseload");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Nobody filtered={filtered} own={own} />}
      columns={[
        ...(pickable
          ? [
              {
                key: "pick",
                header: caseload("pickHeader"),
                cell: ({ id, name, officerId }: HolderListRow) => (
                  <PickBox pick={{ id, officerId }} name={name} />
                ),
              },
            ]
          : []),
        {
          key: "name",
          rowHeader: true,
          header: t("name"),
          cell: ({ id, name }) => (
            <Link
              href={`/holders/${id}`}
              prefetch={false}
              className="-my-2.5 inline-flex min-h-12 items-center print:my-0 print:min-h-0"
            >
              {name}
            </Link>
          ),
        },
        {
          key: "id",
          header: t("nationalId"),
          cell: (row) => <span className="keep">{maskNationalId(row.idLastFour)}</span>,
        },
        {
          key: "age",
          header: t("age"),
          align: "end",
          cell: ({ age }) =>
            age === null ? "–" : <span className="keep">{t("years", { age })}</span>,
        },
        {
          key: "address",
          header: t("address"),
          cell: (row) => {
            const parts = {
              houseNo: row.houseNo ?? "",
              moo: row.moo === null ? "" : words("moo", { moo: row.moo }),
              subdistrict: row.subdistrict,
              district: row.district,
            };
            return t(wide ? "addressInDistrict" : "addressText", parts);
          },
        },
        {
          key: "state",
          header: t("state"),
          cell: ({ state, mustReach, answer }) =>
            mustReach ? (
              <StateTag state={state} />
            ) : (
              <Tag tone={answer === "yes" ? "selected" : "quiet"}>
                {words("voluntary")} {answer && words(`answer_${answer}`)}
              </Tag>
            ),
        },
        ...(own
          ? []
          : [
              {
                key: "officer",
                header: t("officer"),
                cell: ({ officer }: HolderListRow) => officer ?? "–",
              },
            ]),
      ]}
    />
  );
}

function StateTag({ state }: { state: CoverageState }) {
  const words = useTranslations("words");
  return (
    <Tag tone={state === "unassigned" ? "late" : tones[blockOf(state)]}>
      {words(`state_${state}`)}
    </Tag>
  );
}

function Nobody({ filtered, own }: { filtered: boolean; own: boolean }) {
  const t = useTranslations("holders");
  if (filtered)
    return (
      <EmptyState
        title={t("none")}
        action={
          <LinkButton tone="secondary" href="/holders">
            {t("clear")}
          </LinkButton>
        }
      >
        {t("noneText")}
      </EmptyState>
    );
  return (
    <EmptyState title={t("noneAtAll")}>{t(own ? "noneAtAllOwn" : "noneAtAllText")}</EmptyState>
  );
}
