import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { ministryFields } from "@/domain/ministry";
import { mayEver } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { fieldsInForce, listFieldOrders } from "@/server/ministry/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("fieldsTitle") };
}

/** The Ministry's field order: the one in force, and a new one from a chosen day. */
export default async function FieldsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { today, fields, orders } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      today,
      fields: await fieldsInForce(scope, today),
      orders: await listFieldOrders(scope),
    };
  });
  const t = await getTranslations("ministry");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/ministry" className="underline">
            {t("title")}
          </Link>
        }
        title={t("fieldsTitle")}
        sub={t("fieldsSub")}
      />
      <div className="grid gap-5">
        <CommandForm
          command="setFieldOrder"
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
          then="/ministry"
        />
        <Disclosure summary={t("fieldsAll")}>
          <ul className="list-disc pl-6">
            {ministryFields.map((field) => (
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
