import { useTranslations } from "next-intl";
import { StateTag } from "@/app/parts/referral-state-tag";
import { projectAgencies } from "@/domain/agencies";
import { dueOf } from "@/domain/due";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ReferralList } from "@/server/referrals/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

/** Referrals as the district and the account officer follow them: each opens the person's referrals. */
export function ReferralTable({ list }: { list: ReferralList }) {
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  return (
    <Card>
      <DataTable
        caption={t("title")}
        captionHidden
        rows={list.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "person",
            header: t("person"),
            rowHeader: true,
            cell: ({ holderId, personName, holderPlace, consentWithdrawnOn }) => (
              <>
                <Link href={`/holders/${holderId}/referrals`}>
                  <KeepWords>{personName}</KeepWords>
                </Link>
                {holderPlace && (
                  <span className="block text-sm font-normal text-soft">{holderPlace}</span>
                )}
                {consentWithdrawnOn && <Tag tone="late">{t("consentWithdrawn")}</Tag>}
              </>
            ),
          },
          {
            key: "project",
            header: t("project"),
            cell: ({ projectName }) => projectName,
          },
          {
            key: "agency",
            header: t("agency"),
            cell: ({ agency }) => projectAgencies[agency].short,
          },
          {
            key: "state",
            header: t("state"),
            cell: ({ state, words: answer }) => (
              <>
                <span className="md:keep">
                  <StateTag state={state} nextOn={null} today={list.today} />
                </span>
                {answer && <span className="block text-sm">{answer}</span>}
              </>
            ),
          },
          {
            key: "due",
            header: t("due"),
            align: "end",
            cell: ({ nextOn, endedOn }) => {
              const day = nextOn ?? endedOn;
              return (
                <>
                  {nextOn && (
                    <span className="block">{words("due", dueOf(nextOn, list.today))}</span>
                  )}
                  {day && <span className="keep">{formatThaiDateShort(day)}</span>}
                </>
              );
            },
          },
        ]}
      />
    </Card>
  );
}
