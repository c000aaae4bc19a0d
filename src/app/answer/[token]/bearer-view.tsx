import { useTranslations } from "next-intl";
import { PhoneLink } from "@/app/parts/phone-link";
import { projectAgencies } from "@/domain/agencies";
import { formatThaiDate } from "@/domain/thai-dates";
import type { BearersReferral } from "@/server/links/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Shell } from "@/ui/shell";
import { BearerForm } from "./bearer-form";

type Props = { referral: BearersReferral; token: string };

/** The person, the question, and the answer, which can be given once. */
export function BearerView({ referral, token }: Props) {
  const t = useTranslations("referrals");
  const shell = useTranslations("shell");
  return (
    <Shell brand={{ label: shell("brand"), href: `/answer/${token}` }}>
      <div className="mx-auto max-w-form">
        <PageHeading
          title={t("bearerTitle", { agency: projectAgencies[referral.agency].short })}
          sub={t("bearerSub", {
            date: referral.sentOn ? formatThaiDate(referral.sentOn) : "-",
            due: referral.nextOn ? formatThaiDate(referral.nextOn) : "-",
          })}
        />
        {referral.consentWithdrawnOn && (
          <div className="mb-5">
            <Notice kind="warn">{t("bearerConsent")}</Notice>
          </div>
        )}
        <Card title={referral.holderName} sub={referral.holderPlace}>
          <DescriptionList
            items={[
              { term: t("project"), detail: referral.projectName },
              ...(referral.holderPhone
                ? [{ term: t("phoneTerm"), detail: <PhoneLink number={referral.holderPhone} /> }]
                : []),
              ...referral.answers.map(({ ask, answer }) => ({ term: ask, detail: answer })),
              {
                term: t("sentBy"),
                detail: (
                  <>
                    {referral.senderName}{" "}
                    {referral.senderPhone && <PhoneLink number={referral.senderPhone} />}
                  </>
                ),
              },
            ]}
          />
        </Card>
        <div className="mt-6">
          <BearerForm referralId={referral.id} token={token} />
        </div>
      </div>
    </Shell>
  );
}
