import { ChevronRight, ClipboardPen, FileInput, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { agencyName } from "@/domain/agencies";
import { workingDays } from "@/domain/calendar";
import type { Role } from "@/domain/policy";
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
      <WaysOn role={role} agency={home.agency} />
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

function cardOf(home: Home, key: Home["cards"][number]["key"]) {
  return [...home.cards, ...home.waiting].find((card) => card.key === key);
}

function Headline({ home, role }: Props) {
  const t = useTranslations("home");
  const words = useTranslations("words");
  if (role === "administrator") return t("adminHeadline", { count: home.officers ?? 0 });
  if (role === "receiving_officer")
    return home.deskOpen
      ? t("deskHeadline", { count: cardOf(home, "recordedToday")?.count ?? 0 })
      : t("deskClosed");
  if (role === "agency_officer") {
    const agency = agencyName(home.agency);
    const waiting =
      (cardOf(home, "answersWaiting")?.count ?? 0) + (cardOf(home, "answersLate")?.count ?? 0);
    return waiting > 0
      ? t("agencyHeadline", { agency, count: waiting })
      : t("agencyNone", { agency });
  }
  if (role === "account_officer") {
    const interviewed = cardOf(home, "interviewed");
    const left = (interviewed?.of ?? 0) - (interviewed?.count ?? 0);
    if (!interviewed?.of) return t("officerNone");
    return left > 0 ? t("officerHeadline", { count: left }) : t("officerDone");
  }
  const isDistrict = role === "district_chief" || role === "district_secretary";
  const place = words(isDistrict ? "district" : "province", { name: home.place });
  const toMeet = cardOf(home, "toMeet");
  if (!toMeet?.of) return t("emptyRegister", { place });
  if (toMeet.count === 0) return t("allMet", { place });
  return isDistrict
    ? t("districtHeadline", { district: place, count: toMeet.count })
    : t("provinceHeadline", { province: place, count: toMeet.count });
}

function MainAction({ role, demo }: { role: Role; demo: boolean }) {
  const t = useTranslations("home");
  if (role === "receiving_officer")
    return (
      <LinkButton href="/desk" tone="primary" icon={ClipboardPen}>
        {t("openDesk")}
      </LinkButton>
    );
  if (role === "district_secretary" || role === "district_chief")
    return (
      <LinkButton href="/assign" tone="primary" icon={Users}>
        {t("assign")}
      </LinkButton>
    );
  if (role === "agency_officer")
    return (
      <LinkButton href="/referrals" tone="primary" icon={ClipboardPen}>
        {t("answerReferrals")}
      </LinkButton>
    );
  if (role === "provincial_officer")
    return (
      <LinkButton href="/imports" tone="primary" icon={FileInput}>
        {t("importList")}
      </LinkButton>
    );
  if (role === "administrator" && demo)
    return (
      <LinkButton href="/clock" tone="primary">
        {t("advanceClock")}
      </LinkButton>
    );
  return null;
}
