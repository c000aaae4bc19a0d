import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { SentOn, StateTag } from "@/app/parts/referral-state-tag";
import { projectAgencies } from "@/domain/agencies";
import { dueOf } from "@/domain/due";
import { mayEver, type Role } from "@/domain/policy";
import { isFinal, type ReferralState } from "@/domain/referral";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { IssuedLink } from "@/server/links/queries";
import type { HolderReferral } from "@/server/referrals/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Props = {
  referral: HolderReferral;
  today: string;
  role: Role;
  links: readonly IssuedLink[];
};

/** What must happen by the day shown beside it. */
function dueWord(state: ReferralState) {
  if (state === "draft") return "dueSend";
  return state === "sent" || state === "escalated" ? "dueAnswer" : "dueNext";
}

/** One referral: its state, its answers, and what the reader may do about it. */
export function ReferralCard({ referral, today, role, links }: Props) {
  const t = useTranslations("referrals");
  const shared = useTranslations("words");
  const { state, nextOn, sentOn, words, result, consentWithdrawnOn, endedOn } = referral;
  const agency = projectAgencies[referral.agency];
  return (
    <Card
      title={referral.projectName}
      sub={agency.full}
      actions={<StateTag state={state} nextOn={nextOn} today={today} />}
    >
      <div className="grid gap-3">
        {(sentOn || nextOn || endedOn) && (
          <p className="flex flex-wrap gap-x-3 text-sm text-soft">
            <SentOn on={sentOn} />
            {nextOn
              ? `${t(dueWord(state))} ${formatThaiDate(nextOn)} (${shared("due", dueOf(nextOn, today))})`
              : endedOn && t("endedOn", { date: formatThaiDate(endedOn) })}
          </p>
        )}
        {result && <p>{t(`result_${result}`)}</p>}
        {words && <p>“{words}”</p>}
        {consentWithdrawnOn && (
          <Notice kind="warn">
            {t("withdrawnOn", { date: formatThaiDateShort(consentWithdrawnOn) })}
          </Notice>
        )}
        {links.map((link) => (
          <p key={link.id}>
            {link.usedAt ? (
              t("linkUsed")
            ) : state === "sent" || state === "escalated" ? (
              <Link
                href={`/referrals/links/${link.id}`}
                className="inline-flex min-h-12 items-center"
              >
                {t("linkOpen", { date: formatThaiDate(link.expiresOn) })}
              </Link>
            ) : null}
          </p>
        ))}
        <Actions referral={referral} role={role} />
      </div>
    </Card>
  );
}

function Actions({ referral: { id, state }, role }: Pick<Props, "referral" | "role">) {
  const t = useTranslations("referrals");
  const waits = state === "sent" || state === "escalated";
  return (
    <div data-screen-only className="grid gap-1">
      {state === "escalated" && mayEver({ role }, "referral.remind") && (
        <Disclosure summary={t("remind")}>
          <CommandForm
            name={`remind-${id}`}
            command="remindAgency"
            fixed={{ referralId: id }}
            fields={[
              {
                name: "nextOn",
                kind: "date",
                label: t("remindNextOn"),
                hint: t("remindNextOnHint"),
              },
              { name: "words", kind: "text", label: t("remindWords") },
            ]}
            submit={t("remind")}
            tone="secondary"
          />
        </Disclosure>
      )}
      {waits && mayEver({ role }, "referral.link") && (
        <Disclosure summary={t("link")}>
          <p className="mb-3 text-sm">{t("linkText")}</p>
          <CommandForm
            name={`link-${id}`}
            command="issueLink"
            fixed={{ referralId: id }}
            fields={[]}
            submit={t("link")}
            tone="secondary"
          />
        </Disclosure>
      )}
      {!isFinal(state) && mayEver({ role }, "referral.send") && (
        <Disclosure summary={t("withdraw")}>
          <CommandForm
            name={`withdraw-${id}`}
            command="withdrawReferral"
            fixed={{ referralId: id }}
            fields={[{ name: "words", kind: "text", label: t("withdrawReason") }]}
            submit={t("withdraw")}
            tone="danger"
          />
        </Disclosure>
      )}
      {(state === "refused" || state === "withdrawn") && mayEver({ role }, "referral.send") && (
        <Disclosure summary={t("again")}>
          <CommandForm
            name={`again-${id}`}
            command="prepareReferral"
            fixed={{ referralId: id }}
            fields={[]}
            submit={t("againText")}
            tone="secondary"
          />
        </Disclosure>
      )}
    </div>
  );
}
