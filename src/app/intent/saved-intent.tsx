"use client";

import { ArrowRight, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { useFocus } from "@/ui/use-focus";

export type SavedReceipt = { intentId: string; receiptNumber: string };
type Props = SavedReceipt & { name: string; answer: "yes" | "no"; nextHref: string };

/** After saving: the number to write down or print, and the button to the next person (Enter). */
export function SavedIntent({ intentId, receiptNumber, name, answer, nextHref }: Props) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const next = useFocus<HTMLAnchorElement>();
  return (
    <div className="flex flex-col gap-5">
      <Notice kind="success" live title={t("savedTitle")}>
        {name} {words(`answer_${answer}`)}
      </Notice>
      <Card>
        <p className="text-soft">{t("savedNumber")}</p>
        <p className="figures keep text-3xl font-bold">{receiptNumber}</p>
        <p className="text-soft">{t("savedSlip")}</p>
      </Card>
      <div className="flex flex-wrap gap-3 max-sm:flex-col">
        <LinkButton href={nextHref} icon={ArrowRight} ref={next}>
          {t("next")}
        </LinkButton>
        <LinkButton tone="secondary" icon={Printer} href={`/desk/receipts/${intentId}`}>
          {t("printReceipt")}
        </LinkButton>
      </div>
    </div>
  );
}
