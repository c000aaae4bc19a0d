import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { SentOn, StateTag } from "@/app/parts/referral-state-tag";
import { projectAgencies } from "@/domain/agencies";
import { consentChannels, consentDecisions } from "@/domain/consent";
import { mayEver, type Role } from "@/domain/policy";
import { referralCount } from "@/domain/referral-count";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ReferralConsent } from "@/server/consents/queries";
import type { IssuedLink } from "@/server/links/queries";
import type { PersonsReferrals } from "@/server/referrals/person";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { ReferralCard } from "./referral-card";

type Props = PersonsReferrals & {
  holderId: string;
  consent: ReferralConsent;
  links: readonly IssuedLink[];
  role: Role;
};

/** All referrals of one person: send the drafts with one click, follow the others, record changes of consent. */
export function PersonReferrals(props: Props) {
  const { name, today, referrals, toSend, toSendOf, asked, holderId, consent, links, role } = props;
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  const countOf = (some: typeof referrals) => words("referralCount", referralCount(some));
  const toSendWords = words("referralCount", toSendOf);
  const sent = referrals.filter(({ state }) => state !== "draft");
  const late = referrals.filter(({ state }) => state === "escalated");
  return (
    <div className="max-w-[52rem]">
      <PageHeading
        eyebrow={
          <Link href={`/holders/${holderId}`} className="underline">
            <KeepWords>{name}</KeepWords>
          </Link>
        }
        title={
          toSend > 0
            ? t("personTitleSend", { what: toSendWords })
            : late.length > 0
              ? t("personTitleLate", { what: countOf(late) })
              : sent.length > 0
                ? t("personTitleDone", { what: countOf(sent) })
                : t("personTitleNone")
        }
        sub={t("conditions")}
      />
      <div className="grid gap-5">
        <ConsentNow consent={consent} records={mayEver({ role }, "consent.record")} />
        {toSend > 0 && mayEver({ role }, "referral.send") && (
          <Card>
            <AskedBefore asked={asked} today={today} />
            <CommandForm
              name="send"
              command="sendReferrals"
              fixed={{ holderId }}
              fields={[{ name: "words", kind: "text", label: t("sendWords") }]}
              submit={t("sendAll", { what: toSendWords })}
            />
          </Card>
        )}
        {referrals.length === 0 && (
          <EmptyState title={t("personTitleNone")}>{t("personNoneText")}</EmptyState>
        )}
        {referrals.map((referral) => (
          <ReferralCard
            key={referral.id}
            referral={referral}
            today={today}
            role={role}
            links={links.filter(({ referralId }) => referralId === referral.id)}
          />
        ))}
        {mayEver({ role }, "consent.record") && <ConsentForm holderId={holderId} today={today} />}
      </div>
    </div>
  );
}

/** What the same agencies were asked already: nothing is asked of them twice unawares. */
function AskedBefore({ asked, today }: Pick<Props, "asked" | "today">) {
  const t = useTranslations("referrals");
  if (asked.length === 0) return null;
  return (
    <div className="mb-4">
      <p className="font-semibold">{t("askedBefore")}</p>
      <ul className="mt-1 grid gap-2">
        {asked.map(({ id, agency, projectName, state, nextOn, sentOn }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              {projectAgencies[agency].short}: {projectName}
            </span>
            <SentOn on={sentOn} />
            <StateTag state={state} nextOn={nextOn} today={today} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ConsentNow({
  consent: { now },
  records,
}: {
  consent: ReferralConsent;
  /** Whether the reader may record a change of consent below. */
  records: boolean;
}) {
  const t = useTranslations("referrals");
  const date = now && formatThaiDate(now.since);
  if (now?.live) return <Notice kind="success">{t("consentLive", { date: date ?? "" })}</Notice>;
  return (
    <Notice kind="warn">
      {date ? t("consentOff", { date }) : t("consentNever")}
      {records && <span className="block text-sm">{t("consentWhere")}</span>}
    </Notice>
  );
}

function ConsentForm({ holderId, today }: { holderId: string; today: string }) {
  const t = useTranslations("referrals");
  return (
    <Disclosure summary={t("consentRecord")}>
      <Card>
        <CommandForm
          name="consent"
          command="recordConsent"
          fixed={{ holderId }}
          fields={[
            {
              name: "decision",
              kind: "choice",
              label: t("consentDecision"),
              choices: consentDecisions.map((value) => ({ value, label: t(`consent_${value}`) })),
            },
            {
              name: "channel",
              kind: "choice",
              label: t("consentChannel"),
              choices: consentChannels.map((value) => ({ value, label: t(`channel_${value}`) })),
            },
            { name: "decidedOn", kind: "date", label: t("consentOn"), initial: today },
            { name: "note", kind: "text", label: t("consentNote") },
          ]}
          submit={t("consentSave")}
          tone="secondary"
        />
      </Card>
    </Disclosure>
  );
}
