import { useTranslations } from "next-intl";
import { DoneNotice } from "@/app/forms/done-notice";
import { ExportLink } from "@/app/parts/export-link";
import { PhoneLink } from "@/app/parts/phone-link";
import { ShowAll } from "@/app/parts/show-all";
import type { Role } from "@/domain/policy";
import { formatThaiDate, formatThaiDateShort, formatThaiTime } from "@/domain/thai-dates";
import { villagesOf } from "@/domain/walk";
import type { Calendar, CalendarEntry } from "@/server/visits/calendar";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { LinkList } from "@/ui/link-list";
import { PageHeading } from "@/ui/page-heading";

import { Tag } from "@/ui/tag";

type Props = {
  calendar: Calendar;
  /** The person at the house to go to now, whatever day it is planned for. */
  next: string | null;
  days: number;
  /** The only day that is shown; null: all ahead. */
  day: string | null;
  /** What was planned just now. */
  saved: { planned: string; people: number } | null;
  /** The only district whose villages are shown, for who works in several; null: all. */
  district: string | null;
  role: Role;
};

/** Days with their villages, overdue ones on top; below, the villages that have no day yet. */
export function CalendarView(props: Props) {
  const { calendar, next, days, day, saved, district, role } = props;
  const t = useTranslations("visits");
  const { today, duty, appointments, later, villages } = calendar;
  // Once the month is for following up, an interview whose day went by stands behind it.
  const isBehind = ({ meetOn, person }: CalendarEntry) =>
    duty === "follow_up" && meetOn < today && !person.followsUp;
  const byDay = grouped(
    appointments.filter((entry) => !isBehind(entry)),
    ({ meetOn }) => meetOn,
  );
  const behind = grouped(appointments.filter(isBehind), ({ meetOn }) => meetOn);
  const of = (when: -1 | 0 | 1) =>
    appointments.filter(({ meetOn }) => Math.sign(meetOn.localeCompare(today)) === when).length;
  return (
    <>
      <PageHeading
        eyebrow={formatThaiDate(today)}
        title={
          day
            ? t("calendarDay", { date: formatThaiDateShort(day), count: appointments.length })
            : appointments.length > 0
              ? t("calendarTitle", { today: of(0), late: of(-1) })
              : t("calendarNone", { days })
        }
        sub={!day && appointments.length > 0 && t("calendarSub", { days, count: of(1) })}
        actions={
          appointments.length > 0 && <ExportLink list="appointments" filter={{ day }} role={role} />
        }
      />
      {saved && <Saved {...saved} />}
      {day && <ShowAll href="/calendar" />}
      {appointments.length === 0 && (
        <EmptyState title={t("calendarNone", { days })}>{t("calendarNoneText")}</EmptyState>
      )}
      <div className="grid gap-6">
        {byDay.map(([date, entries]) => (
          <Day key={date} day={date} today={today} entries={entries} next={next} />
        ))}
        {behind.length > 0 && <h2 className="text-lg">{t("missedInterviews")}</h2>}
        {behind.map(([date, entries]) => (
          <Day key={date} day={date} today={today} entries={entries} next={next} />
        ))}
      </div>
      <Later days={later} />
      {!day && duty === "interview" && <VillagesToPlan villages={villages} district={district} />}
    </>
  );
}

/** For whom a day was just planned, with the way to that day. */
function Saved({ planned, people }: NonNullable<Props["saved"]>) {
  const t = useTranslations("visits");
  const date = formatThaiDateShort(planned);
  return (
    <div className="mb-4">
      <DoneNotice>
        {t("planSaved", { count: people, date })}{" "}
        <Link href={`/calendar?day=${planned}`}>{t("planSavedOpen", { date })}</Link>
      </DoneNotice>
    </div>
  );
}

/** The days after those that are shown, each with how many are met then. */
function Later({ days }: { days: Calendar["later"] }) {
  const t = useTranslations("visits");
  if (days.length === 0) return null;
  return (
    <section aria-labelledby="later" className="mt-8">
      <h2 id="later" className="mb-2 text-lg">
        {t("later")}
      </h2>
      <LinkList
        layout="row"
        links={days.map(({ day, people }) => ({
          href: `/calendar?day=${day}`,
          label: t("laterDay", { date: formatThaiDateShort(day), count: people }),
        }))}
      />
    </section>
  );
}

type ToPlanProps = Pick<Calendar, "villages"> & { district: string | null };

/** By district for who works in several. */
function VillagesToPlan({ villages: all, district }: ToPlanProps) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  const districts = grouped(all, ({ districtCode }) => districtCode);
  const several = districts.length > 1;
  const shown = several
    ? districts.filter(([code]) => district === null || code === district)
    : districts;
  const villages = shown.flatMap(([, rows]) => rows);
  const nameOf = (rows: Calendar["villages"]) =>
    words("district", { name: rows[0]?.district ?? "" });
  return (
    <section aria-labelledby="to-plan" className="mt-8" data-screen-only>
      <h2 id="to-plan" className="text-lg">
        {t("toPlan")}
      </h2>
      <p className="mb-3 text-soft">
        {villages.length === 0
          ? t("toPlanNone")
          : t("toPlanSub", {
              villages: villages.length,
              people: villages.reduce((sum, { people }) => sum + people, 0),
            })}
      </p>
      {several && (
        <FilterLinks
          label={t("toPlanDistrict")}
          choices={[
            { href: "/calendar", label: t("toPlanAll"), count: all.length, current: !district },
            ...districts.map(([code, rows]) => ({
              href: `/calendar?district=${code}`,
              label: nameOf(rows),
              count: rows.length,
              current: code === district,
            })),
          ]}
        />
      )}
      {shown.map(([code, rows]) => (
        <div key={code} className="mb-4">
          {several && <h3 className="mb-2 text-base">{nameOf(rows)}</h3>}
          <VillageLinks villages={rows} />
        </div>
      ))}
    </section>
  );
}

function VillageLinks({ villages }: Pick<Calendar, "villages">) {
  const t = useTranslations("visits");
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {villages.map(({ subdistrictCode, subdistrict, moo, people }) => (
        <li key={`${subdistrictCode}-${moo}`}>
          <Link
            href={`/calendar/village?subdistrict=${subdistrictCode}&moo=${moo}`}
            className="flex min-h-12 items-center justify-between gap-4 rounded-card border border-edge bg-card px-4 py-3 no-underline hover:border-indigo hover:bg-indigo-tint"
          >
            <strong>{t("village", { subdistrict, moo })}</strong>
            <span className="keep figures">{t("toPlanPeople", { count: people })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type DayProps = {
  day: string;
  today: string;
  entries: CalendarEntry[];
  next: string | null;
};

function Day({ day, today, entries, next }: DayProps) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  return (
    <section data-keep-together aria-label={formatThaiDate(day)}>
      <h2 className="mb-2 flex flex-wrap items-center gap-3 text-lg">
        {formatThaiDate(day)}
        {day < today && <Tag tone="late">{t("overdue")}</Tag>}
        {day === today && <Tag tone="due">{t("today")}</Tag>}
      </h2>
      <div className="grid gap-4">
        {villagesOf(entries).map((people) => {
          const [{ id, person }] = people;
          return (
            <div key={id}>
              <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-base">
                <span>
                  {person.moo === null
                    ? words("subdistrict", { name: person.subdistrict })
                    : t("village", { moo: person.moo, subdistrict: person.subdistrict })}{" "}
                  <span className="font-normal text-soft">
                    {t("dayCount", { count: people.length })}
                  </span>
                </span>
                {/* The headman is asked to tell people of a day that is still to come. */}
                {person.moo !== null && day >= today && (
                  <Link
                    href={`/print/appointments?subdistrict=${person.subdistrictCode}&moo=${person.moo}`}
                    data-screen-only
                    className="inline-flex min-h-12 items-center font-normal"
                  >
                    {t("callSheet")}
                  </Link>
                )}
              </h3>
              <ul className="divide-y divide-line rounded-card border border-line bg-card">
                {people.map((entry) => (
                  <Entry
                    key={entry.id}
                    entry={entry}
                    next={entry.person.id === next}
                    overdue={day < today}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

type EntryProps = { entry: CalendarEntry; next: boolean; overdue: boolean };

/** One person to meet; the next one has the buttons for the visit, a missed one the button for its result. */
function Entry({ entry, next, overdue }: EntryProps) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  const { person, meetAt, kind, placeName } = entry;
  const where = t("where", { kind: kind ?? "none", place: placeName ?? "" });
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Link href={`/holders/${person.id}`} className="min-h-12 py-2 font-semibold">
          <KeepWords>{person.name}</KeepWords>
        </Link>
        {next && <Tag tone="selected">{t("nextHouse")}</Tag>}
      </div>
      <p className="text-soft">
        {[meetAt ? t("time", { time: formatThaiTime(meetAt) }) : t("anyTime"), where].join(" · ")}
        {person.phone && (
          <>
            {" · "}
            <PhoneLink number={person.phone} />
          </>
        )}
        {person.houseNo && (
          <>
            {" · "}
            <span className="keep">{words("houseNo", { houseNo: person.houseNo })}</span>
          </>
        )}
      </p>
      {(next || overdue) && (
        <div data-screen-only className="mt-2 flex flex-wrap gap-3">
          {(next || person.followsUp) && (
            <LinkButton
              href={`/holders/${person.id}/${person.followsUp ? "contacts/new?from=day" : "assessment"}`}
              tone={next ? "primary" : "secondary"}
            >
              {t(person.followsUp ? "followUp" : "interview")}
            </LinkButton>
          )}
          <LinkButton href={`/holders/${person.id}/visit?from=day`} tone="secondary">
            {t("record")}
          </LinkButton>
        </div>
      )}
    </li>
  );
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
