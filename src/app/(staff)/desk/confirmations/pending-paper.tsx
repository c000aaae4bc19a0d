"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { PendingPaper } from "@/server/intents/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";
import { PaperDecision } from "./paper-decision";

/** One paper form as it was typed, to compare with the paper itself. Stays visible after the decision. */
export function PendingPaperCard({ paper }: { paper: PendingPaper }) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const [decided, setDecided] = useState<"confirmed" | "rejected" | null>(null);
  const consent = (given: boolean) => t(given ? "consentYes" : "consentNo");
  return (
    <Card title={paper.name} sub={maskNationalId(paper.idLastFour)}>
      <DescriptionList
        items={[
          { term: t("confirmPaperNumber"), detail: paper.paperNumber },
          { term: t("confirmDate"), detail: formatThaiDate(paper.intentOn) },
          {
            term: t("answer"),
            detail: [words(paper.answer === "yes" ? "answer_yes" : "answer_no"), paper.reason]
              .filter(Boolean)
              .join(": "),
          },
          {
            term: t("confirmConsents"),
            detail: t("confirmConsentWords", {
              financial: consent(paper.consentFinancial),
              contact: consent(paper.consentContact),
            }),
          },
          {
            term: t("confirmSigned"),
            detail:
              paper.signedBy === "signature"
                ? t("signature")
                : `${t("thumbprint")} (${paper.witnesses.join(", ")})`,
          },
          { term: t("confirmPlace"), detail: paper.placeName },
          {
            term: t("confirmTypedBy"),
            detail: t("confirmTyped", {
              name: paper.recordedBy,
              date: formatThaiDateShort(paper.recordedOn),
            }),
          },
          { term: t("confirmLate"), detail: paper.lateReason },
        ]}
      />
      <div className="mt-4">
        {decided && (
          <Notice kind={decided === "confirmed" ? "success" : "info"} live>
            {t(decided === "confirmed" ? "confirmedDone" : "rejectedDone")}
          </Notice>
        )}
        {!decided && paper.own && <Notice>{t("confirmOwn")}</Notice>}
        {!decided && !paper.own && (
          <PaperDecision intentId={paper.id} name={paper.name} onDecided={setDecided} />
        )}
      </div>
    </Card>
  );
}
