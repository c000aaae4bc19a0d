import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { viewReceipt } from "@/server/intents/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";
import { ReceiptSheet } from "../../receipt";
import { ReceiptActions } from "../../receipt-actions";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("receiptTitle") };
}

export default async function ReceiptPage({ params }: PageProps<"/desk/receipts/[intentId]">) {
  const actor = await requireActor();
  const intentId = z.uuid().safeParse((await params).intentId);
  if (!intentId.success) notFound();
  const receipt = await scoped(actor, (scope) => viewReceipt(scope, intentId.data));
  if (!receipt) notFound();
  const [t, words] = await Promise.all([getTranslations("desk"), getTranslations("words")]);
  return (
    <>
      <div data-screen-only>
        <PageHeading
          title={t("receiptPage", { number: receipt.receiptNumber })}
          actions={<ReceiptActions />}
        />
      </div>
      <ReceiptSheet
        paper={{
          title: t("receiptTitle"),
          number: receipt.receiptNumber,
          name: receipt.name,
          idLastFour: receipt.idLastFour,
          answer: words(receipt.answer === "yes" ? "answer_yes" : "answer_no"),
          on: receipt.on,
          place: receipt.placeName,
          officer: receipt.recordedBy,
          note: receipt.confirmation === "pending" ? t("receiptPending") : null,
        }}
      />
    </>
  );
}
