import Link from "next/link";
import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
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
  const { name, today, referrals, toSend, toSendOf, holderId, consent, links, role } = props;
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
          <Link href={`/holders/${holderId}`} prefetch={false} className="underline">
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
