import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FieldOrderView } from "@/app/parts/field-order-view";
import { ministryFields } from "@/domain/ministry";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { fieldsInForce, listFieldOrders } from "@/server/ministry/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("fieldsTitle") };
}

/** The Ministry's field order: the one in force, and a new one from a chosen day. */
export default async function FieldsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { fields, ...found } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      today,
      fields: await fieldsInForce(scope, today),
      orders: await listFieldOrders(scope),
    };
  });
  const t = await getTranslations("ministry");
  return (
    <FieldOrderView
      command="setFieldOrder"
      words={{ title: t("fieldsTitle"), sub: t("fieldsSub"), hint: t("fieldsHint") }}
      back={{ href: "/ministry", label: t("title") }}
      now={fields.map((field) => t(`field_${field}`))}
      all={ministryFields.map((field) => t(`field_${field}`))}
      {...found}
    />
  );
}
