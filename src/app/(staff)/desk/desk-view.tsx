import { FilePlus2, MapPin, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { headlineFigures } from "@/app/parts/headline-figures";
import type { AreaChoice } from "@/domain/areas";
import type { IsoDate } from "@/domain/calendar";
import { deskHeadline } from "@/domain/list-headline";
import type { Period } from "@/domain/rules/rule-set";
import { formatThaiDate } from "@/domain/thai-dates";
import type { OpenDesk as Desk, DeskDay } from "@/server/places/queries";
import type { ReceivingDuty } from "@/server/receiving/queries";
import { Card, CountCard } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { DeskChoice } from "./desk-choice";
import { DeskFinder } from "./desk-finder";
import { OpenDeskForm } from "./open-desk";
import { Openers } from "./openers";

type Props = {
  day: DeskDay;
  window: Period;
  desk: Desk | null;
  subdistricts: readonly AreaChoice[];
  provinceSubdistricts: readonly AreaChoice[];
  incomeYear: string;
  /** What the reader's role may do here. */
  may: { work: boolean; open: boolean };
  /** Whether somebody on no list may be registered today. */
  registers: boolean;
  /** Who receives today. */
  duties: readonly ReceivingDuty[];
};

/** The desk of the day: open desks, the search box, what was done, what waits. */
export function DeskOfDay(props: Props) {
  const {
    day,
    window,
    desk,
    subdistricts,
    provinceSubdistricts,
    incomeYear,
    may,
    duties,
    registers,
  } = props;
  const t = useTranslations("desk");
  const inWindow = window.from <= day.today && day.today <= window.until;
  return (
    <>
      <PageHeading
        eyebrow={formatThaiDate(day.today)}
        title={<Headline day={day} window={window} />}
        sub={t("windowSub", { from: unbroken(window.from), until: unbroken(window.until) })}
      />
      <div className="flex flex-col gap-5">
        {inWindow && !desk && <WhoOpens day={day} />}
        {inWindow && may.open && <Openable day={day} main={!desk} />}
        {may.work && (
          <DeskFinder
            hint={t("findHintDesk")}
            subdistricts={subdistricts}
            deskId={desk?.id ?? null}
            provinceSubdistricts={provinceSubdistricts}
            incomeYear={incomeYear}
            inWindow={inWindow}
            registers={registers}
          >
            {desk && day.desks.length > 1 && (
              <div className="mb-5">
                <DeskChoice desks={day.desks} chosen={desk.id} />
              </div>
            )}
          </DeskFinder>
        )}
        <Counts day={day} may={may} all={inWindow} />
        {duties.length > 0 && <ReceivingToday duties={duties} />}
        <Links may={may} over={day.today > window.until} />
      </div>
    </>
  );
}

/** A date that does not break across lines. */
function unbroken(date: IsoDate): string {
  return formatThaiDate(date).replaceAll(" ", "\u00A0");
}

function Headline({ day, window }: Pick<Props, "day" | "window">) {
  const t = useTranslations("desk");
  const headline = deskHeadline(day, window);
  return t(`headline_${headline.says}`, {
    ...headlineFigures,
    place: "",
    date: headline.says === "before" ? formatThaiDate(headline.from) : "",
    ...headline,
  });
}

/** After the window no place is announced and no shared computer opened; what came in on paper is still typed. */
function Links({ may, over }: Pick<Props, "may"> & { over: boolean }) {
  const t = useTranslations("desk");
  const station = useTranslations("station");
  return (
    <div className="flex flex-wrap gap-3 max-sm:flex-col">
      <LinkButton tone="secondary" icon={MapPin} href="/desk/places">
        {t(may.open && !over ? "announceVerb" : "places")}
      </LinkButton>
      {may.open && !over && (
        <LinkButton tone="secondary" icon={Users} href="/desk/station">
          {station("title")}
        </LinkButton>
      )}
      {may.work && (
        <LinkButton tone="secondary" icon={FilePlus2} href="/desk/papers">
          {t("paperVerb")}
        </LinkButton>
      )}
    </div>
  );
}

/** Who sits where today, as the district appointed them. */
function ReceivingToday({ duties }: Pick<Props, "duties">) {
  const t = useTranslations("preparation");
  return (
    <Card title={t("receivingToday")}>
      <ul className="grid gap-1">
        {duties.map(({ id, officer, place }) => (
          <li key={id}>
            <span className="keep">{officer.name}</span>{" "}
            <span className="text-soft">{place.name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WhoOpens({ day }: Pick<Props, "day">) {
  const t = useTranslations("desk");
  if (day.openers.length === 0) return <Notice kind="warn">{t("noOpeners")}</Notice>;
  return (
    <Notice kind="warn" title={t("whoOpens")}>
      <p>{t("whoOpensText")}</p>
      <Openers openers={day.openers} />
    </Notice>
  );
}

function Openable({ day, main }: { day: DeskDay; main: boolean }) {
  const t = useTranslations("desk");
  if (day.canOpen.length === 0 && !main) return null;
  return (
    <Card title={t("openTitle")} sub={t("openSub")}>
      {day.canOpen.length > 0 ? (
        <OpenDeskForm places={day.canOpen} main={main} />
      ) : (
        <p>
          {t("openNone")} <a href="/desk/places">{t("announceVerb")}</a>
        </p>
      )}
    </Card>
  );
}

function Counts({ day, may, all }: Pick<Props, "day" | "may"> & { all: boolean }) {
  const t = useTranslations("desk");
  const cards: ComponentProps<typeof CountCard>[] = [
    {
      count: day.yes + day.no,
      label: t("recordedToday"),
      sub: t("recordedSub", { yes: day.yes, no: day.no }),
      href: may.work ? "/desk/today" : undefined,
      tone: "done",
    },
    {
      count: day.registrations,
      label: t("registrationsToday"),
      href: `/registrations?day=${day.today}&here=1`,
    },
    {
      count: day.pending,
      label: t("pendingPapers"),
      sub: may.work
        ? t("pendingSub", { own: day.ownPending, waiting: day.pending - day.ownPending })
        : undefined,
      href: may.work ? "/desk/confirmations" : undefined,
      tone: "due",
    },
  ];
  // Once the desks are closed a 0 says nothing.
  const shown = cards.filter(({ count }) => all || Number(count) > 0);
  if (shown.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {shown.map((card) => (
        <CountCard key={String(card.label)} {...card} />
      ))}
    </div>
  );
}
