import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FieldOrderView } from "@/app/parts/field-order-view";
import { runFields } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listFieldOrders } from "@/server/ministry/queries";
import { runFieldsInForce } from "@/server/month-runs/fields";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

export async function generateMetadata() {
  return { title: (await getTranslations("runs"))("fieldsTitle") };
}

/** The columns of a run's file: those in force, and a new one from a chosen day. */
export default async function FieldsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { fields, ...found } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      today,
      fields: await runFieldsInForce(scope, today),
      orders: await listFieldOrders(scope, "month_run"),
    };
  });
  const t = await getTranslations("runs");
  return (
    <FieldOrderView
      command="setRunFields"
      words={{ title: t("fieldsTitle"), sub: t("fieldsSub"), hint: t("fieldsHint") }}
      back={{ href: "/runs", label: t("title") }}
      now={fields.map((field) => t(`field_${field}`))}
      all={runFields.map((field) => t(`field_${field}`))}
      {...found}
    />
  );
}
