import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { DoneNotice } from "@/app/forms/done-notice";
import { formatThaiDate } from "@/domain/thai-dates";
import type { DoorRecord } from "@/domain/visit";
import { areHousemates, villagesOf } from "@/domain/walk";
import type { Day } from "@/server/visits/day";
import { EmptyState } from "@/ui/empty-state";
import { LinkList } from "@/ui/link-list";
import { PageHeading } from "@/ui/page-heading";
import { PersonOfDay } from "./person-of-day";

type Props = {
  day: Day;
  /** What was recorded just now. */
  saved: DoorRecord | null;
};

/** An account officer's day on the phone: whom to meet in the order of the day, and everything that can happen at a door. */
export function DayView({ day, saved }: Props) {
  const t = useTranslations("day");
  const words = useTranslations("words");
  const { people, parts, refusing } = day;
  return (
    <>
      <PageHeading
        eyebrow={formatThaiDate(day.today)}
        title={people.length > 0 ? t("headline", { count: people.length }) : t("headlineNone")}
        sub={t("sub")}
      />
      {saved && day.done && (
        <div className="mb-4">
          <DoneNotice>
            {t(`saved_${saved}`, {
              name: day.done.name,
              state: words(`state_${day.done.state}`),
            })}
          </DoneNotice>
        </div>
      )}
      {!day.next && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      <div className="grid gap-6">
        <Villages people={people} day={day} />
        {parts.map(({ purpose, missed, others, waiting, ahead, appointed }) => (
          <Fragment key={purpose}>
            {missed.length > 0 && (
              <Part title={t(`missed_${purpose}`)} count={t("people", { count: missed.length })}>
                <Villages people={missed} day={day} />
              </Part>
            )}
            {others.length > 0 && (
              <Part
                title={t(`others_${purpose}`)}
                count={t("othersMore", { shown: others.length, count: waiting })}
              >
                <Villages people={others} day={day} />
              </Part>
            )}
            {ahead.length > 0 && (
              <Part
                title={t("ahead")}
                count={t("othersMore", { shown: ahead.length, count: appointed })}
              >
                <Villages people={ahead} day={day} />
              </Part>
            )}
          </Fragment>
        ))}
        {refusing.length > 0 && (
          <Part title={t("refusing")} count={t("people", { count: refusing.length })}>
            <Villages people={refusing} day={day} />
          </Part>
        )}
      </div>
      <div className="mt-6" data-screen-only>
        <LinkList
          layout="row"
          links={[
            { href: "/day/calls", label: t("calls") },
            { href: "/day/sheet", label: t("workSheet") },
            { href: "/calendar", label: t("calendar") },
          ]}
        />
      </div>
    </>
  );
}

type PartProps = { title: string; count: string; children: React.ReactNode };

function Part({ title, count, children }: PartProps) {
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="text-lg">
        {title} <span className="font-normal text-soft">{count}</span>
      </h2>
      {children}
    </section>
  );
}

function Villages({ people, day }: { people: Day["people"]; day: Day }) {
  const t = useTranslations("day");
  const words = useTranslations("words");
  return villagesOf(people).map((those) => {
    const [first] = those;
    const { moo, subdistrict, district } = first;
    return (
      <section key={first.id} className="grid gap-2">
        <h3 className="text-base">
          {[
            moo !== null && words("moo", { moo }),
            words("subdistrict", { name: subdistrict }),
            day.wide && words("district", { name: district }),
          ]
            .filter(Boolean)
            .join(" ")}{" "}
          <span className="font-normal text-soft">
            {those.length < first.ofVillage
              ? t("othersMore", { shown: those.length, count: first.ofVillage })
              : t("people", { count: those.length })}
          </span>
        </h3>
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {those.map((person, index) => {
            const before = those[index - 1];
            return (
              <PersonOfDay
                key={person.id}
                person={person}
                isNext={person.id === day.next?.id}
                refuses={day.refusing.includes(person)}
                otherDay={person.meetOn !== null && person.meetOn !== day.today}
                isOverdue={person.meetOn !== null && person.meetOn < day.today}
                isHousemate={before !== undefined && areHousemates(before, person)}
              />
            );
          })}
        </ul>
      </section>
    );
  });
}
