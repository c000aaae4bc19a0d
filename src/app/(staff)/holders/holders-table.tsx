import { useTranslations } from "next-intl";
import { AttemptsText } from "@/app/parts/attempts-text";
import { PhoneLink } from "@/app/parts/phone-link";
import type { IsoDate } from "@/domain/calendar";
import { blockOf, type CoverageState } from "@/domain/caseload";
import type { PersonsEntitlement } from "@/domain/entitlement-sums";
import {
  asksForSums,
  type HolderFilter,
  type HolderSort,
  holdersHref,
} from "@/domain/holder-filter";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { HolderListRow } from "@/server/caseload/holders";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Tag, type Tone } from "@/ui/tag";
import { PickBox } from "./bulk-bar";

const tones: Record<ReturnType<typeof blockOf>, Tone> = {
  answered: "done",
  met_waiting: "due",
  to_meet: "due",
  released: "quiet",
};

type Props = {
  rows: readonly HolderListRow[];
  today: IsoDate;
  filter: HolderFilter;
  sort: HolderSort;
  filtered: boolean;
  /** An account officer's own caseload. */
  own: boolean;
  /** For several districts: the district is shown in the address. */
  wide: boolean;
  /** Each row starts with a box to pick it. */
  pickable?: boolean;
};

export function HoldersTable(props: Props) {
  const { rows, filtered, own } = props;
  const t = useTranslations("holders");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={rows}
      phone="line"
      rowKey={({ id }) => id}
      empty={<Nobody filtered={filtered} own={own} />}
      columns={[...usePickColumn(props), ...usePersonColumns(props), ...useCaseColumns(props)]}
    />
  );
}

type HolderColumn = Column<HolderListRow>;

/** The header of a column by which the list can be ordered. */
function useSorted({ filter, sort }: Pick<Props, "filter" | "sort">) {
  return (by: HolderSort, label: string) => ({
    header: (
      <Link href={holdersHref(filter, by)} keepScroll>
        {label}
      </Link>
    ),
    sorted: sort === by,
  });
}

function usePickColumn({ pickable = false }: Props): HolderColumn[] {
  const t = useTranslations("caseload");
  if (!pickable) return [];
  return [
    {
      key: "pick",
      header: t("pickHeader"),
      wide: true,
      cell: ({ id, name, officerId }) => <PickBox pick={{ id, officerId }} name={name} />,
    },
  ];
}

/** Who somebody is and where. */
function usePersonColumns(props: Props): HolderColumn[] {
  const { own, wide } = props;
  const t = useTranslations("holders");
  const words = useTranslations("words");
  const sorted = useSorted(props);
  return [
    {
      key: "name",
      rowHeader: true,
      ...sorted("name", t("name")),
      cell: ({ id, name }) => (
        <Link href={`/holders/${id}`} className="row-name">
          {name}
        </Link>
      ),
    },
    {
      key: "id",
      header: t("nationalId"),
      wide: true,
      cell: (row) => <span className="keep">{maskNationalId(row.idLastFour)}</span>,
    },
    {
      key: "age",
      ...sorted("age", t("age")),
      align: "end",
      wide: true,
      cell: ({ age }) => (age === null ? "–" : <span className="keep">{t("years", { age })}</span>),
    },
    {
      key: "address",
      inLine: "under",
      ...sorted(own ? "house" : "area", t("address")),
      cell: ({ houseNo, moo, subdistrict, district }) => {
        const parts = { houseNo: houseNo ?? "", subdistrict, district };
        const village = moo === null ? "" : words("moo", { moo });
        return (
          <InBrief brief={t("addressBrief", { ...parts, moo: String(moo ?? "none") })}>
            {t(wide ? "addressInDistrict" : "addressText", { ...parts, moo: village })}
          </InBrief>
        );
      },
    },
  ];
}

/** How somebody's case stands. */
function useCaseColumns(props: Props): HolderColumn[] {
  const { own, today, filter } = props;
  const t = useTranslations("holders");
  const sorted = useSorted(props);
  const attempts: HolderColumn = {
    key: "attempts",
    header: t("attempts"),
    cell: ({ attempts: tried }) => tried && <AttemptsText attempts={tried} />,
  };
  // What a telephone loads of an officer's own people is small: their sums stand in the lists that ask for them.
  const sum: HolderColumn = {
    key: "entitlement",
    header: (
      <>
        {t("entitlement")} <span className="text-sm">{t("entitlementAs")}</span>
      </>
    ),
    label: t("entitlement"),
    // On a phone only where the list asks for sums.
    wide: !asksForSums(filter),
    align: "end",
    cell: ({ entitlement }) => entitlement && <Sum {...entitlement} />,
  };
  return [
    {
      key: "state",
      inLine: "end",
      ...sorted("state", t("state")),
      cell: (row) => <StateCell {...row} />,
    },
    {
      key: "due",
      inLine: "instead",
      header: t("due"),
      cell: ({ meetOn }) => meetOn && <Due on={meetOn} today={today} />,
    },
    ...(filter.round ? [attempts] : []),
    ...(!own || asksForSums(filter) ? [sum] : []),
    {
      key: "call",
      inLine: "press",
      header: t("phone"),
      cell: ({ phone }) => phone && <PhoneLink number={phone} iconOnPhone />,
    },
    ...(own
      ? []
      : [
          {
            key: "officer",
            wide: true,
            ...sorted("officer", t("officer")),
            cell: ({ officer }: HolderListRow) => officer ?? "–",
          },
        ]),
  ];
}

/** Baht a month, the months and their sum. */
function Sum({ rate, months, totalBaht }: PersonsEntitlement) {
  const t = useTranslations("holders");
  return (
    <>
      <span className="keep">{t("entitlementRate", { rate })}</span>{" "}
      <span className="keep text-sm text-soft">
        {t("entitlementTotal", { months, baht: totalBaht })}
      </span>
    </>
  );
}

/** The day of the appointment, and in words that it went by. */
function Due({ on, today }: { on: IsoDate; today: IsoDate }) {
  const t = useTranslations("holders");
  return (
    <span className={`keep ${on < today ? "font-semibold text-brick" : ""}`}>
      {on !== today && <span className="on-phone">{t("due")} </span>}
      {on === today ? t("dueToday") : formatThaiDateShort(on)}
      {on < today && ` ${t("dueOver")}`}
    </span>
  );
}

/** Words, and the fewer ones of a phone's row. */
function InBrief({ brief, children }: { brief: string; children: string }) {
  return (
    <>
      <span className="on-phone">{brief}</span>
      <span className="off-phone">{children}</span>
    </>
  );
}

/** Beside ทุกคน, in its states, or voluntary. */
function StateCell({ state, mustReach, standing, answer }: HolderListRow) {
  const words = useTranslations("words");
  if (standing === "awaiting" || standing === "refused")
    return (
      <Tag tone={standing === "awaiting" ? "due" : "quiet"}>
        {words(`standing_${standing}`)} {answer && words(`answer_${answer}`)}
      </Tag>
    );
  if (mustReach) return <StateTag state={state} />;
  return (
    <Tag tone={answer === "yes" ? "selected" : "quiet"}>
      {words("voluntary")} {answer && words(`answer_${answer}`)}
    </Tag>
  );
}

function StateTag({ state }: { state: CoverageState }) {
  const t = useTranslations("holders");
  const words = useTranslations("words");
  return (
    <Tag tone={state === "unassigned" ? "late" : tones[blockOf(state)]}>
      <InBrief brief={t(`brief_${state}`)}>{words(`state_${state}`)}</InBrief>
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
