import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { delegationKinds } from "@/domain/delegation";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Delegations } from "@/server/delegations/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";

type Order = Delegations["orders"][number];
const tones: Record<Order["state"], Tone> = { in_force: "done", coming: "due", ended: "quiet" };

/** Who acts for the head, under which order, from when until when. */
export function OrdersView({ delegations }: { delegations: Delegations }) {
  const { orders, isHead, headRole, today } = delegations;
  const t = useTranslations("orders");
  const words = useTranslations("words");
  const head = words(`role_${headRole}`);
  const inForce = orders.filter(({ state }) => state === "in_force");
  const own = inForce[0];
  const titles = isHead
    ? inForce.length > 0
      ? t("headline", { head, count: inForce.length })
      : t("headlineNone", { head })
    : own
      ? t("headlineOwn", { head, kind: own.kind, number: own.orderNumber })
      : t("headlineOwnNone", { head });
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={titles}
        sub={isHead ? t("sub", { head }) : own ? t("subOwn", { head }) : t("ownNoneText", { head })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t("list")}>
          {orders.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
          <ul className="divide-y divide-line">
            {orders.map((order) => (
              <li key={order.id} className="py-4 first:pt-0 last:pb-0">
                <OrderLine order={order} mayEnd={isHead && order.state !== "ended"} today={today} />
              </li>
            ))}
          </ul>
        </Card>
        {isHead && <GiveCard deputies={delegations.deputies} today={today} />}
      </div>
    </>
  );
}

function OrderLine({ order, mayEnd, today }: { order: Order; mayEnd: boolean; today: string }) {
  const t = useTranslations("orders");
  const { id, kind, orderNumber, orderedOn, fromOn, untilOn, officer, state } = order;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="font-semibold">
            <span className="keep">{officer.name}</span> {officer.position}
          </p>
          <p>{t("order", { kind, number: orderNumber, date: formatThaiDate(orderedOn) })}</p>
          <p className="text-soft">
            {untilOn
              ? t("days", { from: formatThaiDate(fromOn), until: formatThaiDate(untilOn) })
              : t("daysOpen", { from: formatThaiDate(fromOn) })}
          </p>
        </div>
        <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
      </div>
      {mayEnd && (
        <div data-screen-only>
          <Disclosure summary={t("end")}>
            <CommandForm
              name={`${id}-`}
              command="endDelegation"
              fixed={{ delegationId: id }}
              fields={[
                {
                  name: "untilOn",
                  kind: "date",
                  label: t("endOn"),
                  initial: today < fromOn ? fromOn : today,
                },
              ]}
              submit={t("endSubmit")}
              tone="secondary"
            />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function GiveCard({ deputies, today }: { deputies: Delegations["deputies"]; today: string }) {
  const t = useTranslations("orders");
  if (deputies.length === 0) return <Notice>{t("noDeputies")}</Notice>;
  const choices = deputies.map(({ id, name, position }) => ({
    value: id,
    label: name,
    hint: position,
  }));
  return (
    <Card title={t("give")}>
      <CommandForm
        command="giveDelegation"
        fields={[
          {
            name: "officerId",
            kind: "choice",
            label: t("officer"),
            choices,
            initial: choices.length === 1 ? choices[0]?.value : undefined,
          },
          {
            name: "kind",
            kind: "choice",
            label: t("kind"),
            choices: delegationKinds.map((kind) => ({
              value: kind,
              label: t(`kind_${kind}`),
              hint: t(`kind_${kind}Hint`),
            })),
            initial: "delegated",
          },
          {
            name: "orderNumber",
            kind: "text",
            label: t("orderNumber"),
            hint: t("orderNumberHint"),
          },
          { name: "orderedOn", kind: "date", label: t("orderedOn"), initial: today },
          { name: "fromOn", kind: "date", label: t("fromOn"), initial: today },
          { name: "untilOn", kind: "date", label: t("untilOn"), hint: t("untilHint") },
        ]}
        submit={t("submit")}
      />
    </Card>
  );
}
