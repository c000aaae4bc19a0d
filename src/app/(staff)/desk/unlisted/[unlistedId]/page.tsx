import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { viewUnlistedReceipt } from "@/server/unlisted/queries";
import { PageHeading } from "@/ui/page-heading";
import { ReceiptSheet } from "../../receipt";
import { ReceiptActions } from "../../receipt-actions";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("receiptUnlistedTitle") };
}

export default async function UnlistedReceiptPage({
  params,
}: PageProps<"/desk/unlisted/[unlistedId]">) {
  const actor = await requireActor();
  const unlistedId = z.uuid().safeParse((await params).unlistedId);
  if (!unlistedId.success) notFound();
  const receipt = await scoped(actor, (scope) => viewUnlistedReceipt(scope, unlistedId.data));
  if (!receipt) notFound();
  const t = await getTranslations("desk");
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
          title: t("receiptUnlistedTitle"),
          number: receipt.receiptNumber,
          name: receipt.name,
          idLastFour: receipt.idLastFour,
          answer: null,
          consents: null,
          on: receipt.on,
          place: receipt.placeName,
          officer: receipt.recordedBy,
          office: receipt.office,
          next: t("receiptNextUnlisted"),
          note: null,
        }}
      />
    </>
  );
}
