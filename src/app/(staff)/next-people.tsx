import { useTranslations } from "next-intl";
import { formatThaiDateShort, formatThaiTime } from "@/domain/thai-dates";
import { villagesOf } from "@/domain/walk";
import type { NextPerson } from "@/server/home/next-people";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

type Props = { people: readonly NextPerson[] };

/** The day of an account officer: today's appointments, then the next holders, by village along the way. */
export function NextPeople({ people }: Props) {
  const t = useTranslations("home");
  if (people.length === 0)
    return (
      <div className="mt-6">
        <EmptyState title={t("headline_no_caseload")}>{t("officerNoneText")}</EmptyState>
      </div>
    );
  const promised = people.filter((person) => person.today);
  const next = people.filter((person) => !person.today);
  // In the order of the way, so that the month's duty comes first.
  const purposes = [...new Set(next.map(({ purpose }) => purpose))];
  return (
    <section className="mt-8 grid gap-5">
      {promised.length > 0 && (
        <div>
          <h2 className="mb-2 text-lg">
            <Link href="/day">{t("todayPeople")}</Link>{" "}
            <span className="font-normal text-soft">
              {t("villageCount", { count: promised.length })}
            </span>
          </h2>
          <People people={promised} />
        </div>
      )}
      {purposes.map((purpose) => (
        <section key={purpose} aria-labelledby={`next-${purpose}`} className="grid gap-5">
          <h2 id={`next-${purpose}`} className="text-lg">
            {t(`nextPeople_${purpose}`)}
          </h2>
          {villagesOf(next.filter((person) => person.purpose === purpose)).map((group) => (
            <div key={group[0].id}>
              <VillageName people={group} />
              <People people={group} />
            </div>
          ))}
        </section>
      ))}
      <p>
        <Link href="/holders" className="inline-flex min-h-12 items-center">
          {t("allHolders")}
        </Link>
      </p>
    </section>
  );
}

function VillageName({ people: [first, ...others] }: { people: readonly NextPerson[] }) {
  const t = useTranslations("home");
  const words = useTranslations("words");
  if (!first) return null;
  const shown = others.length + 1;
  return (
    <h3 className="mb-2 text-base">
      {first.moo === null ? t("noVillage") : words("moo", { moo: first.moo })}{" "}
      {words("subdistrict", { name: first.subdistrict })}
      <span className="font-normal text-soft">
        {" "}
        ·{" "}
        {shown < first.ofVillage
          ? t("villageShown", { shown, count: first.ofVillage })
          : t("villageCount", { count: shown })}
      </span>
    </h3>
  );
}

function People({ people }: Props) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {people.map((person) => (
        <li key={person.id}>
          <PersonLink person={person} />
        </li>
      ))}
    </ul>
  );
}

type PersonProps = { person: NextPerson };

function PersonLink({ person }: PersonProps) {
  const t = useTranslations("home");
  const words = useTranslations("words");
  const { age, houseNo, meetAt, moo, subdistrict, isNext } = person;
  const place = person.today && [
    moo !== null && words("moo", { moo }),
    words("subdistrict", { name: subdistrict }),
  ];
  return (
    <Link
      href={`/holders/${person.id}`}
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-3 no-underline hover:bg-indigo-tint"
    >
      <span className="min-w-0">
        <span className="block font-semibold text-ink">
          {person.today && meetAt && (
            <span className="keep">{t("meetAt", { time: formatThaiTime(meetAt) })} </span>
          )}
          <KeepWords>{person.fullName}</KeepWords>
        </span>
        <span className="block text-sm text-soft">
          {age === null ? words("ageUnknown") : words("age", { age })}
          {houseNo && (
            <>
              {" · "}
              <span className="keep">{words("houseNo", { houseNo })}</span>
            </>
          )}
          {!person.today && person.meetOn && (
            <>
              {" · "}
              <span className="keep">
                {t("meetOn", { date: formatThaiDateShort(person.meetOn) })}
              </span>
            </>
          )}
          {place && ` ${place.filter(Boolean).join(" ")}`}
        </span>
      </span>
      {isNext && <Tag tone="selected">{t("nextHouse")}</Tag>}
      {person.today && person.purpose === "follow_up" && <Tag tone="due">{t("toFollowUp")}</Tag>}
      {person.state === "met_in_february" && <Tag tone="due">{words("state_met_in_february")}</Tag>}
    </Link>
  );
}
