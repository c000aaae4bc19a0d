import { ChevronRight, ClipboardPen, FileInput, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { agencyName } from "@/domain/agencies";
import { workingDays } from "@/domain/calendar";
import { type Area, type HomeFacts, homeHeadline } from "@/domain/headline";
import type { Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Home } from "@/server/home/queries";
import { CountCard } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { HomeNotes } from "./home-notes";
import { NextPeople } from "./next-people";
import { WaysOn } from "./ways-on";

type Props = { home: Home; role: Role };

/** Each role's morning: one sentence, a few cards that open what they count, and the next people. */
export function HomeView({ home, role }: Props) {
  const t = useTranslations("home");
  const days = workingDays(home.today, home.fieldwork.until, home.holidays).filter(
    (day) => day > home.today && day >= home.fieldwork.from,
  );
  return (
    <>
      <PageHeading
        eyebrow={`${formatThaiDate(home.today)} · ${t("workingDaysLeft", { days: days.length })}`}
        title={<Headline home={home} role={role} />}
        actions={<MainAction role={role} demo={home.demo} />}
      />
      <HomeNotes notes={home.notes} />
      {home.cards.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {home.cards.map(({ key, count, of, href, tone }) => (
            <li key={key}>
              <CountCard
                count={count}
                label={t(key)}
                sub={of === undefined ? undefined : t("of", { count: of })}
                href={href}
                tone={count > 0 ? tone : "quiet"}
              />
            </li>
          ))}
        </ul>
      )}
      <WaitingList waiting={home.waiting} />
      {role === "administrator" && <p className="mt-5 text-soft">{t("adminText")}</p>}
      {role === "account_officer" && <NextPeople people={home.people} today={home.today} />}
      <WaysOn reader={home.reader} now={home.stage} />
    </>
  );
}

/** How many waiting items are shown at once. */
const waitingShown = 5;

/** What waits for the reader, late items first, each a link to exactly what it counts. */
function WaitingList({ waiting }: { waiting: Home["waiting"] }) {
  const t = useTranslations("home");
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="mt-6">
      <h2 id="waiting" className="mb-2 text-lg">
        {t("waiting")}
      </h2>
      <WaitingLines lines={waiting.slice(0, waitingShown)} />
      {waiting.length > waitingShown && (
        <Disclosure summary={t("moreWaiting", { count: waiting.length - waitingShown })}>
          <WaitingLines lines={waiting.slice(waitingShown)} />
        </Disclosure>
      )}
    </section>
  );
}

function WaitingLines({ lines }: { lines: Home["waiting"] }) {
  const t = useTranslations("home");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {lines.map(({ key, count, href, tone }) => (
        <li key={key}>
          <Link
            href={href}
            prefetch={false}
            className="flex min-h-12 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-indigo-tint"
          >
            <span
              className={`figures min-w-8 text-right text-lg font-bold ${tone === "late" ? "text-brick" : "text-amber"}`}
            >
              {count.toLocaleString("en-US")}
            </span>
            <span>{t(key)}</span>
            <ChevronRight aria-hidden size={20} className="ml-auto shrink-0 text-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Headline({ home, role }: Props) {
  const t = useTranslations("home");
  const words = useTranslations("words");
  const place = (area: Area) =>
    area === "province" ? provinceNamed(home.place) : words(area, { name: home.place });
  const agency = agencyName(home.agency);
  const headline = homeHeadline(role, shownIn(home));
  switch (headline?.says) {
    case "officers":
      return t("adminHeadline", { count: headline.count });
    case "recorded_today":
      return t("deskHeadline", { count: headline.count });
    case "desk_closed":
      return t("deskClosed");
    case "answers_waiting":
      return t("agencyHeadline", { agency, count: headline.count });
    case "nothing_to_answer":
      return t("agencyNone", { agency });
    case "no_caseload":
      return t("officerNone");
    case "to_interview":
      return t("officerHeadline", { count: headline.count });
    case "all_interviewed":
      return t("officerDone");
    case "empty_register":
      return t("emptyRegister", { place: place(headline.area) });
    case "all_met":
      return t("allMet", { place: place(headline.area) });
    case "to_meet":
      return headline.area === "district"
        ? t("districtHeadline", { district: place("district"), count: headline.count })
        : t("provinceHeadline", { province: place("province"), count: headline.count });
    case undefined:
      return null;
  }
}

/** The counts that the headline rests on, from the cards and lines of this page. */
function shownIn({ cards, waiting, officers, deskOpen }: Home): HomeFacts {
  const shown = new Map([...cards, ...waiting].map((card) => [card.key, card]));
  return {
    officers: officers ?? null,
    deskOpen: deskOpen ?? false,
    recordedToday: shown.get("recordedToday"),
    answersWaiting: shown.get("answersWaiting"),
    answersLate: shown.get("answersLate"),
    interviewed: shown.get("interviewed"),
    toMeet: shown.get("toMeet"),
  };
}

type Action = { href: string; label: MainActionLabel; icon?: typeof Users };
type MainActionLabel = "openDesk" | "assign" | "answerReferrals" | "importList" | "advanceClock";

/** What each role does first; null where reading is the work. */
const mainActions: Record<Role, Action | null> = {
  receiving_officer: { href: "/desk", label: "openDesk", icon: ClipboardPen },
  district_secretary: { href: "/assign", label: "assign", icon: Users },
  district_chief: { href: "/assign", label: "assign", icon: Users },
  agency_officer: { href: "/referrals", label: "answerReferrals", icon: ClipboardPen },
  provincial_officer: { href: "/imports", label: "importList", icon: FileInput },
  administrator: { href: "/clock", label: "advanceClock" },
  account_officer: null,
  governor: null,
  link_bearer: null,
};

function MainAction({ role, demo }: { role: Role; demo: boolean }) {
  const t = useTranslations("home");
  const action = mainActions[role];
  // Only a demo has a clock to move.
  if (!action || (role === "administrator" && !demo)) return null;
  return (
    <LinkButton href={action.href} tone="primary" icon={action.icon}>
      {t(action.label)}
    </LinkButton>
  );
}
