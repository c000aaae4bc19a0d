import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { nextPersonHref } from "@/app/intent/next-person";
import { ReceiptSheet } from "@/app/intent/receipt";
import { ReceiptActions } from "@/app/intent/receipt-actions";
import { viewRegistrationReceipt } from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("receiptRegistrationTitle") };
}

export default async function RegistrationReceiptPage({
  params,
}: PageProps<"/registrations/[registrationId]/receipt">) {
  const actor = await requireActor();
  const registrationId = z.uuid().safeParse((await params).registrationId);
  if (!registrationId.success) notFound();
  const receipt = await scoped(actor, (scope) =>
    viewRegistrationReceipt(scope, registrationId.data),
  );
  if (!receipt) notFound();
  const t = await getTranslations("desk");
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
          title: t("receiptRegistrationTitle"),
          number: receipt.receiptNumber,
          name: receipt.name,
          idLastFour: receipt.idLastFour,
          answer: null,
          consents: null,
          on: receipt.on,
          place: receipt.placeName,
          officer: receipt.recordedBy,
          office: receipt.office,
          next: t("receiptNextRegistration"),
          note: null,
        }}
      />
    </>
  );
}
