import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { runFields } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listFieldOrders } from "@/server/ministry/queries";
import { runFieldsInForce } from "@/server/month-runs/fields";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("runs"))("fieldsTitle") };
}

/** The columns of a run's file: those in force, and a new one from a chosen day. */
export default async function FieldsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { today, fields, orders } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      today,
      fields: await runFieldsInForce(scope, today),
      orders: await listFieldOrders(scope, "month_run"),
    };
  });
  const t = await getTranslations("runs");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/runs" className="underline">
            {t("title")}
          </Link>
        }
        title={t("fieldsTitle")}
        sub={t("fieldsSub")}
      />
      <div className="grid gap-5">
        <CommandForm
          command="setRunFields"
          fields={[
            {
              name: "fields",
              kind: "long",
              label: t("fieldsLines"),
              hint: t("fieldsHint"),
              initial: fields.map((field) => t(`field_${field}`)).join("\n"),
            },
            { name: "fromOn", kind: "date", label: t("fieldsFrom"), initial: today },
            { name: "reason", kind: "text", label: t("fieldsReason") },
          ]}
          submit={t("fieldsSave")}
          then="/runs"
        />
        <Disclosure summary={t("fieldsAll")}>
          <ul className="list-disc pl-6">
            {runFields.map((field) => (
              <li key={field}>{t(`field_${field}`)}</li>
            ))}
          </ul>
        </Disclosure>
        <Card title={t("fieldsNow")}>
          {orders.length === 0 && <p>{t("fieldsDefault")}</p>}
          <ul className="divide-y divide-line">
            {orders.map((order) => (
              <li key={order.id} className="py-2">
                {t("fieldsBy", {
                  date: formatThaiDateShort(order.fromOn),
                  name: order.by,
                  reason: order.reason,
                })}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
