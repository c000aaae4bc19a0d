import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { nextPersonHref } from "@/app/intent/next-person";
import { ReceiptSheet } from "@/app/intent/receipt";
import { ReceiptActions } from "@/app/intent/receipt-actions";
import { formatThaiDate } from "@/domain/thai-dates";
import { viewReceipt } from "@/server/intents/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("receiptTitle") };
}

export default async function ReceiptPage({ params }: PageProps<"/desk/receipts/[intentId]">) {
  const actor = await requireActor();
  const intentId = z.uuid().safeParse((await params).intentId);
  if (!intentId.success) notFound();
  const receipt = await scoped(actor, (scope) => viewReceipt(scope, intentId.data));
  if (!receipt) notFound();
  const t = await getTranslations("desk");
  const given = (what: string, yes: boolean) =>
    t("receiptConsentGiven", { what, given: t(yes ? "consentYes" : "consentNo") });
  return (
    <>
      <div data-screen-only>
        <PageHeading
          title={t("receiptPage", { number: receipt.receiptNumber })}
          actions={<ReceiptActions href={nextPersonHref(actor)} />}
        />
      </div>
      <ReceiptSheet
        paper={{
          title: t("receiptTitle"),
          number: receipt.receiptNumber,
          name: receipt.name,
          idLastFour: receipt.idLastFour,
          answer: t(`receiptAnswer_${receipt.answer}`),
          consents: [
            given(t("receiptConsent1"), receipt.consentFinancial),
            given(t("receiptConsent2"), receipt.consentContact),
          ],
          on: receipt.on,
          place: receipt.placeName,
          officer: receipt.recordedBy,
          office: receipt.office,
          next: [
            t(`receiptNext_${receipt.answer}`, { date: formatThaiDate(receipt.interviewBy) }),
            receipt.awaiting && t("receiptNextAwaiting"),
          ]
            .filter(Boolean)
            .join(" "),
          note: receipt.confirmation === "pending" ? t("receiptPending") : null,
        }}
      />
    </>
  );
}
