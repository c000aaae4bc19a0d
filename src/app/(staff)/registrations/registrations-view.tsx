import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { PhoneLink } from "@/app/parts/phone-link";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { maskNationalId } from "@/domain/national-id";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import type { RegistrationState } from "@/domain/registration";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type {
  RegistrationFilter,
  RegistrationList,
  RegistrationRow,
} from "@/server/registrations/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { Tag, type Tone } from "@/ui/tag";

type Props = {
  list: RegistrationList;
  /** Names of districts by code. */
  districts: Readonly<Record<string, string>>;
  actor: Actor;
  /** What narrows them. */
  filter: RegistrationFilter;
  /** Whether the reader may register somebody today. */
  registers: boolean;
  /** Whether this is a page after the first. */
  further: boolean;
};

export const toneOf = {
  waiting: "due",
  asked_ministry: "due",
  proposed: "due",
  confirmed: "done",
  listed: "done",
  recorded: "done",
  refused: "quiet",
} as const satisfies Record<RegistrationState, Tone>;

/** ลงทะเบียนผู้มีบัตร: who was registered, and what the province answered. */
export function RegistrationsView(props: Props) {
  const t = useTranslations("registrations");
  const { list, districts, actor, filter, further, registers } = props;
  const { people, waiting, rows, next } = list;
  return (
    <>
      <PageHeading
        eyebrow={<Trail actor={actor} />}
        title={<Headline people={people} waiting={waiting} state={filter.state} />}
        sub={t("sub")}
        actions={
          <>
            <ExportLink list="registrations" filter={filter} role={actor.role} />
            {registers && (
              <LinkButton icon={UserRoundPlus} href="/registrations/new">
                {t("open")}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterLinks
        label={t("filterLabel")}
        choices={(["open", "all"] as const).map((each) => ({
          href: hrefOf({ ...filter, state: each === "open" ? "open" : undefined }),
          label: t(`filter_${each}`),
          current: (filter.state === "open") === (each === "open"),
        }))}
      />
      <Card>
        <People people={rows} districts={districts} wide={isWide(actor)} />
      </Card>
      <Pager
        previousHref={further ? hrefOf(filter) : null}
        nextHref={next && hrefOf(filter, next)}
        summary={(further || next) && t("shown", { shown: rows.length, people })}
      />
    </>
  );
}

/** How many the list shows, and what they are; of all of them, how many wait. */
function Headline({
  people,
  waiting,
  state,
}: Pick<RegistrationList, "people" | "waiting"> & { state: RegistrationFilter["state"] }) {
  const t = useTranslations("registrations");
  if (state && state !== "open") return t("headlineState", { state: t(`state_${state}`), people });
  if (state === "open") return waiting > 0 ? t("headlineOpen", { people }) : t("headlineNone");
  if (people === 0) return t("headlineNobody");
  return waiting > 0 ? t("headlineSomeOpen", { people, waiting }) : t("headlineSome", { people });
}

const isWide = (actor: Actor) => reachOf(actor, "registration.list") === "province";

function hrefOf(filter: RegistrationFilter, after?: string): string {
  const query = new URLSearchParams(
    Object.entries({ ...filter, after }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  return query.size > 0 ? `/registrations?${query}` : "/registrations";
}

function Trail({ actor }: { actor: Actor }) {
  const t = useTranslations();
  if (isWide(actor)) return <ProvinceTrail here={t("registrations.title")} />;
  return mayEver(actor, "district.view") ? (
    <Link href="/district">{t("district.title")}</Link>
  ) : (
    <Link href="/desk">{t("desk.title")}</Link>
  );
}

type PeopleProps = Pick<Props, "districts"> & {
  people: readonly RegistrationRow[];
  wide: boolean;
};

function People({ people, districts, wide }: PeopleProps) {
  const t = useTranslations("registrations");
  const words = useTranslations("words");
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("none")} />}
      columns={[
        {
          key: "name",
          header: t("name"),
          cell: ({ id, name }) => (
            <Link href={`/registrations/${id}`} className="keep touch">
              {name}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("status"),
          cell: ({ state }) => (
            <span className="keep">
              <Tag tone={toneOf[state]}>{t(`state_${state}`)}</Tag>
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
  );
}
