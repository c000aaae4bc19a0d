import { ClipboardPen, FileInput, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { AtAGlance } from "@/app/areas/at-a-glance";
import { CutoffLine } from "@/app/parts/cutoff-line";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ProofLine } from "@/app/parts/proof-line";
import { RunLine } from "@/app/parts/run-line";
import { WaitingLines } from "@/app/parts/waiting-lines";
import { agencyName } from "@/domain/agencies";
import { type HomeFacts, homeHeadline, neverInterviewed } from "@/domain/headline";
import { type HomeAction, homeAction } from "@/domain/home-action";
import { mayEver, type Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { Home } from "@/server/home/queries";
import { CountCard } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { HomeEntitlements } from "./home-entitlements";
import { HomeNotes } from "./home-notes";
import { NextPeople } from "./next-people";
import { WaysOn } from "./ways-on";

type Props = { home: Home; role: Role };

/** Each role's morning: one sentence, a few cards that open what they count, and the next people. */
export function HomeView({ home, role }: Props) {
  const t = useTranslations("home");
  const isOfProvince = mayEver({ role }, "province.view");
  return (
    <>
      <PageHeading
        eyebrow={<Day home={home} role={role} />}
        title={<Headline home={home} role={role} />}
        sub={<NeverInterviewed home={home} role={role} />}
        actions={<MainAction home={home} role={role} />}
      />
      <HomeNotes notes={home.notes} />
      <Glance home={home} />
      {home.cards.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {home.cards.map(({ key, count, of, people, href, tone, round = "", names = "" }) => (
            <li key={key}>
              <CountCard
                count={count}
                label={t(key, { round, names })}
                sub={
                  people === undefined
                    ? of !== undefined && t("of", { count: of })
                    : t("matters", { people })
                }
                href={href}
                tone={count > 0 ? tone : "quiet"}
              />
            </li>
          ))}
        </ul>
      )}
      {home.cutoff && (
        <div className="mt-4">
          <CutoffLine cutoff={home.cutoff} />
        </div>
      )}
      {home.entitlements && isOfProvince && (
        <HomeEntitlements entitlements={home.entitlements} areas="/province#entitlement" />
      )}
      {home.run !== undefined && (
        <div className="mt-4">
          <RunLine run={home.run} />
        </div>
      )}
      {home.proof && <ProofLine proof={home.proof} />}
      {!home.glance && <WaitingList name="waiting" lines={home.waiting} />}
      <WaitingList name="owed" lines={home.owed} />
      {role === "administrator" && <p className="mt-5 text-soft">{t("adminText")}</p>}
      {role === "account_officer" && <NextPeople people={home.people} />}
      {home.entitlements && role === "account_officer" && (
        <HomeEntitlements entitlements={home.entitlements} />
      )}
      <WaysOn reader={home.reader} now={home.stage} />
    </>
  );
}

/** What the head of a district or province sees first; the three matters that wait stand right below it. */
function Glance({ home: { glance, entitlements, reader, waiting } }: Pick<Props, "home">) {
  if (!glance) return null;
  const { role, districtCode } = reader;
  const page = mayEver({ role }, "province.view") ? "/province" : "/district";
  return (
    <div className="mb-6">
      <AtAGlance
        glance={glance}
        entitlements={entitlements}
        within={districtCode ? { district: districtCode } : {}}
        daily={`${page}/daily`}
        money={`${page}#entitlement`}
      />
      <WaitingList name="waiting" lines={waiting} shown={besidePicture} />
    </div>
  );
}

/** The day, and how long the window of the reader's work still runs; nothing of a window that is over. */
function Day({ home: { today, window }, role }: Props) {
  const t = useTranslations("home");
  const date = formatThaiDate(today);
  if (!window) return date;
  const words = t(role === "receiving_officer" ? "windowDesk" : "windowField", {
    days: window.days,
    until: formatThaiDateShort(window.until),
  });
  return `${date} · ${words}`;
}

/** How many waiting items are shown at once: beside a picture those to decide today. */
const waitingShown = 5;
const besidePicture = 3;

type WaitingProps = { name: "waiting" | "owed"; lines: Home["waiting"]; shown?: number };

/** What waits for the reader, or what others owe, late items first, each a link to exactly what it counts. */
function WaitingList({ name, lines, shown = waitingShown }: WaitingProps) {
  const t = useTranslations("home");
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={name} className="mt-6">
      <h2 id={name} className="mb-2 text-lg">
        {t(name)}
      </h2>
      <WaitingLines lines={lines.slice(0, shown)} />
      {lines.length > shown && (
        <Disclosure summary={t("moreWaiting", { count: lines.length - shown })}>
          <WaitingLines lines={lines.slice(shown)} />
        </Disclosure>
      )}
    </section>
  );
}

function Headline({ home, role }: Props) {
  const t = useTranslations("home");
  const words = useTranslations("words");
  const headline = homeHeadline(role, shownIn(home));
  if (!headline) return null;
  const area = "area" in headline ? headline.area : null;
  const place =
    area === "district" ? words("district", { name: home.place }) : provinceNamed(home.place);
  const given = {
    ...headlineFigures,
    ...headline,
    place: area ? t("placed", { place }) : "",
    on: "on" in headline ? formatThaiDate(headline.on) : "",
    agency: agencyName(home.reader.agency),
  };
  return t(`headline_${headline.says}`, given);
}

/** The second sentence, which opens the list of whom it speaks. */
function NeverInterviewed({ home, role }: Props) {
  const t = useTranslations("home");
  const facts = shownIn(home);
  const count = neverInterviewed(homeHeadline(role, facts), facts);
  const card = home.cards.find(({ key }) => key === "interviewsLeft");
  if (count === 0 || !card) return null;
  return (
    <Link href={card.href} className="inline-flex min-h-12 items-center underline">
      {t("neverInterviewed", { count })}
    </Link>
  );
}

/** The counts that the headline rests on, from the cards and lines of this page. */
function shownIn({
  cards,
  waiting,
  officers,
  deskOpen,
  window,
  season,
  round,
  staff,
  published,
  demo,
}: Home): HomeFacts {
  const shown = new Map([...cards, ...waiting].map((card) => [card.key, card]));
  return {
    officers: officers ?? null,
    deskOpen: deskOpen ?? false,
    deskOver: window === null,
    recordedToday: shown.get("recordedToday"),
    recordedOwn: shown.get("recordedOwn"),
    answersWaiting: shown.get("answersWaiting"),
    interviewsLeft: shown.get("interviewsLeft"),
    withoutOfficer: shown.get("withoutOfficer"),
    published,
    demo,
    season,
    round,
    staff,
  };
}

const actions: Record<HomeAction, { href: string; icon?: typeof Users }> = {
  openDesk: { href: "/desk", icon: ClipboardPen },
  keyPapers: { href: "/desk/papers", icon: ClipboardPen },
  assign: { href: "/assign", icon: Users },
  supervise: { href: "/district/supervision", icon: Users },
  seePlan: { href: "/district/plan" },
  seeStaff: { href: "/province#officers", icon: Users },
  seeProvince: { href: "/province" },
  seeNation: { href: "/nation" },
  followUp: { href: "/follow-ups" },
  answerReferrals: { href: "/referrals", icon: ClipboardPen },
  importList: { href: "/imports", icon: FileInput },
  advanceClock: { href: "/clock" },
};

function MainAction({ home, role }: Props) {
  const t = useTranslations("home");
  const action = homeAction(role, shownIn(home));
  if (!action) return null;
  const { href, icon } = actions[action];
  return (
    <LinkButton href={href} tone="primary" icon={icon}>
      {t(action)}
    </LinkButton>
  );
}
