import { useTranslations } from "next-intl";
import { DoneNotice } from "@/app/forms/done-notice";
import { PhoneLink } from "@/app/parts/phone-link";
import { PaperText } from "@/app/printed/paper-text";
import { PrintButton } from "@/app/printed/print-button";
import { ageToday } from "@/domain/age";
import type { Entitlement } from "@/domain/assessment/entitlement";
import { blockOf } from "@/domain/caseload";
import { maskNationalId } from "@/domain/national-id";
import { type NextStep, nextContactOn } from "@/domain/next-step/case";
import { formatPhone, phoneOf } from "@/domain/phone";
import { mayEver, type Role } from "@/domain/policy";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { formatThaiDate } from "@/domain/thai-dates";
import type { DoorRecord } from "@/domain/visit";
import type { Casework } from "@/server/holders/casework";
import type { DecisionsShown } from "@/server/holders/entitlement";
import type { HolderView } from "@/server/holders/queries";
import type { ExplainedEntry } from "@/server/ledger/queries";
import type { ToppedUp } from "@/server/month-runs/answers";
import type { HoldersOneOff } from "@/server/one-offs/queries";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { CancellationCard } from "./cancellation-card";
import { CorrectedFacts } from "./corrected-facts";
import { DepartureCard } from "./departure-card";
import { FollowUpCard } from "./follow-up-card";
import { CaseHistory } from "./history/case-history";
import type { EventKind } from "./history/event";
import { LedgerCard } from "./ledger-card";
import { NextStepLine } from "./next-step";
import { PlanCard } from "./plan-card";
import { RevealId } from "./reveal-id";
import { wordsOfStep } from "./step-words";
import { TopUpCard } from "./top-up-card";

type Props = {
  holder: HolderView;
  casework: Casework;
  entitlement: Entitlement;
  decided: DecisionsShown;
  ledger: readonly ExplainedEntry[];
  oneOffs: readonly HoldersOneOff[];
  toppedUp: readonly ToppedUp[];
  /** What must be done next. */
  step: NextStep;
  today: string;
  reader: { id: string; role: Role };
  /** The kind of events the history is filtered by; null: all. */
  history: EventKind | null;
  /** What was recorded just now at the door. */
  saved: DoorRecord | null;
};

/** One person's file: what to do next, the facts for the decision, the plan, the top-up, and the history. */
export function CaseFile(props: Props) {
  const { holder, casework, entitlement, decided, step, today, reader, history, saved } = props;
  const { role } = reader;
  const t = useTranslations("caseFile");
  const words = useTranslations("words");
  const next = wordsOfStep(step, { t: useTranslations(), holderId: holder.id, today });
  const district = words("district", { name: holder.district.name });
  const subdistrict = words("subdistrict", { name: holder.subdistrict.name });
  return (
    <div data-numbered-pages>
      <PageHeading
        eyebrow={
          <>
            <Link href="/holders" className="underline">
              {t("holders")}
            </Link>{" "}
            / {district} / {subdistrict}
          </>
        }
        title={`${holder.title}${holder.firstName} ${holder.lastName}`}
        sub={
          <>
            <Identity holder={holder} />
            <span className="hidden text-sm print:block">
              {t("printedOn", { date: formatThaiDate(today) })}
            </span>
          </>
        }
        actions={
          <>
            <PrintButton label={t("print")} />
            {mayEver({ role }, "visit.record") && (
              <LinkButton href={`/holders/${holder.id}/visit`} tone="secondary">
                {t("visit")}
              </LinkButton>
            )}
            {next.action && (
              <LinkButton href={next.action.href} tone="primary">
                {next.action.label}
              </LinkButton>
            )}
          </>
        }
      />
      {saved && <Saved saved={saved} holder={holder} />}
      <Facts holder={holder} casework={casework} entitlement={entitlement} today={today} />
      <CorrectedFacts holder={holder} />
      <NextStepLine {...next} urgent={step.urgent} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <FollowUpCard
            holder={holder}
            rules={entitlement.rules}
            casework={casework}
            today={today}
            role={role}
            mainAction={next.action?.href}
          />
          <PlanCard
            assessment={casework.assessments[0] ?? null}
            referrals={casework.referrals}
            today={today}
          />
          <TopUpCard entitlement={entitlement} decided={decided} />
          <LedgerCard {...props} />
          <DepartureCard departures={casework.departures} reader={reader} />
          <CancellationCard holderId={holder.id} departures={casework.departures} reader={reader} />
        </div>
        <div>
          <CaseHistory casework={casework} holder={holder} kind={history} />
          <RequestLinks holderId={holder.id} role={role} />
        </div>
      </div>
    </div>
  );
}

function Saved({ saved, holder }: { saved: DoorRecord; holder: HolderView }) {
  const t = useTranslations("day");
  const words = useTranslations("words");
  return (
    <div className="mb-4" data-screen-only>
      <DoneNotice>
        {t(`saved_${saved}`, {
          name: `${holder.title}${holder.firstName} ${holder.lastName}`,
          state: words(`state_${holder.state}`),
        })}
      </DoneNotice>
    </div>
  );
}

function Identity({ holder }: { holder: HolderView }) {
  const t = useTranslations("caseFile");
  const words = useTranslations("words");
  const phone = phoneOf(holder);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-3">
        <RevealId holderId={holder.id} masked={maskNationalId(holder.nationalIdLast4)} />
        {holder.moo !== null && <span className="keep">{words("moo", { moo: holder.moo })}</span>}
        {holder.houseNo && (
          <span className="keep">{words("houseNo", { houseNo: holder.houseNo })}</span>
        )}
        {phone && <PhoneLink number={phone}>{t("phone", { phone: formatPhone(phone) })}</PhoneLink>}
      </span>
      {holder.nameOnCard && (
        <span className="block">{t("nameOnCard", { name: holder.nameOnCard })}</span>
      )}
      {holder.currentAddress && (
        <span className="block">{t("currentAddress", { address: holder.currentAddress })}</span>
      )}
    </>
  );
}

function Facts({
  holder,
  casework,
  entitlement,
  today,
}: {
  holder: HolderView;
  casework: Casework;
  entitlement: Entitlement;
  today: string;
}) {
  const t = useTranslations("caseFile");
  const words = useTranslations("words");
  const { rules } = entitlement;
  const age = ageToday(holder, rules.mustReach.ageOn.value);
  const { countedOn } = rules.words.ages;
  const nextContact = nextContactOn(casework);
  const paid = entitlement.topUp.parts.map(({ paid }) => paid).filter((part) => part !== null);
  const [only] = paid;
  return (
    <DescriptionList
      layout="strip"
      items={[
        {
          term: t("income", { year: rules.words.incomeYear }),
          detail: <PaperText>{bandNamed(rules, holder.incomeBand)}</PaperText>,
        },
        {
          term: t("age"),
          detail: (
            <PaperText>
              {age === null ? ageNamed(rules, "unknown") : t("ageAtStart", { age, countedOn })}
            </PaperText>
          ),
        },
        {
          term: t("state"),
          detail: (
            <span className="flex flex-wrap items-center gap-2">
              {words(`state_${holder.state}`)}
              <StandingTag holder={holder} />
            </span>
          ),
        },
        {
          term: t("targetGroup"),
          detail: entitlement.facts.targetGroup
            ? words(`group_${entitlement.facts.targetGroup}`)
            : t("notYet"),
        },
        {
          term: t("topUp"),
          detail: (
            <PaperText>
              {only && paid.length === 1
                ? t("topUpValue", { monthly: only.monthly, months: only.months })
                : paid.length > 1
                  ? t("topUpTwo", { total: entitlement.topUp.total })
                  : t("topUpNone")}
            </PaperText>
          ),
        },
        {
          term: t("officer"),
          detail: <PaperText>{holder.accountOfficer?.name ?? t("noOfficer")}</PaperText>,
        },
        {
          term: t("nextContact"),
          detail: (
            <PaperText>
              {nextContact === null
                ? t("none")
                : nextContact < today
                  ? t("nextOverdue", { date: formatThaiDate(nextContact) })
                  : formatThaiDate(nextContact)}
            </PaperText>
          ),
        },
      ]}
    />
  );
}

/** The cohort, that the person is beside ทุกคน, or is to be reached no more. */
function StandingTag({ holder: { standing, mustReach, state } }: { holder: HolderView }) {
  const words = useTranslations("words");
  if (standing === "awaiting" || standing === "refused")
    return (
      <Tag tone={standing === "awaiting" ? "due" : "quiet"}>{words(`standing_${standing}`)}</Tag>
    );
  // Nobody has to reach who died, moved or has no card any more.
  if (mustReach && blockOf(state) === "released")
    return <Tag tone="quiet">{words("block_released")}</Tag>;
  return (
    <Tag tone={mustReach ? "due" : "quiet"}>{words(mustReach ? "mustReach" : "voluntary")}</Tag>
  );
}

/** What the reader may ask for this person: a correction or an inquiry. */
function RequestLinks({ holderId, role }: { holderId: string; role: Role }) {
  const t = useTranslations();
  const links = [
    mayEver({ role }, "correction.request") && {
      href: `/holders/${holderId}/correction`,
      label: t("corrections.ask"),
    },
    mayEver({ role }, "inquiry.record") && {
      href: `/inquiries/new?holder=${holderId}`,
      label: t("inquiries.newTitle"),
    },
  ].filter((link) => link !== false);
  return (
    <ul data-screen-only className="mt-4 flex flex-wrap gap-x-6">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="inline-flex min-h-12 items-center">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
