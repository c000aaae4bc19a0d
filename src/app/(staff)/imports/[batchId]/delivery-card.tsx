import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { deliveryMedia } from "@/domain/delivery";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ImportBatch } from "@/server/imports/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Disclosure } from "@/ui/disclosure";

type Props = { batch: ImportBatch; mayRun: boolean };

/** How the list arrived: by which letter, when, from whom, on what medium; filled in or corrected here. */
export function DeliveryCard({ batch, mayRun }: Props) {
  const t = useTranslations("imports");
  const { delivery } = batch;
  return (
    <Card title={t("deliveryTitle")}>
      {delivery ? <Received delivery={delivery} /> : <p>{t("deliveryNone")}</p>}
      {mayRun && (
        <div data-screen-only className="mt-3">
          <Disclosure summary={delivery ? t("deliveryChange") : t("deliveryFill")}>
            <DeliveryForm batch={batch} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function Received({ delivery }: { delivery: NonNullable<ImportBatch["delivery"]> }) {
  const t = useTranslations("imports");
  return (
    <>
      <DescriptionList
        items={[
          {
            term: t("deliveryNumber"),
            detail: t("letterShort", {
              number: delivery.letterNumber,
              date: formatThaiDate(delivery.letterOn),
            }),
          },
          { term: t("deliveryReceivedOn"), detail: formatThaiDate(delivery.receivedOn) },
          { term: t("deliveryFrom"), detail: delivery.receivedFrom },
          { term: t("deliveryMedium"), detail: t(`medium_${delivery.medium}`) },
        ]}
      />
      <p className="mt-3 text-sm text-soft">
        {t("deliveryBy", { ...delivery.recordedBy, date: formatThaiDate(delivery.recordedOn) })}
      </p>
    </>
  );
}

function DeliveryForm({ batch: { id, delivery } }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  return (
    <CommandForm
      command="recordDelivery"
      fixed={{ batchId: id }}
      fields={[
        {
          name: "letterNumber",
          kind: "text",
          label: t("deliveryNumber"),
          hint: t("deliveryNumberHint"),
          initial: delivery?.letterNumber,
        },
        {
          name: "letterOn",
          kind: "date",
          label: t("deliveryOn"),
          initial: delivery?.letterOn,
        },
        {
          name: "receivedOn",
          kind: "date",
          label: t("deliveryReceivedOn"),
          initial: delivery?.receivedOn,
        },
        {
          name: "receivedFrom",
          kind: "text",
          label: t("deliveryFrom"),
          initial: delivery?.receivedFrom,
        },
        {
          name: "medium",
          kind: "choice",
          label: t("deliveryMedium"),
          choices: deliveryMedia.map((medium) => ({ value: medium, label: t(`medium_${medium}`) })),
          initial: delivery?.medium,
        },
      ]}
      submit={delivery ? t("deliveryChange") : t("deliveryFill")}
      tone="secondary"
    />
  );
}
