import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { headlineFigures } from "@/app/parts/headline-figures";
import { orderKinds } from "@/domain/delegation";
import { ordersHeadline } from "@/domain/headline";
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
  const headline = ordersHeadline(isHead, inForce);
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={t(`headline_${headline.says}`, { ...headlineFigures, head, ...headline })}
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
        {isHead && (
          <div className="grid gap-5">
            <GiveCard {...delegations} />
            {delegations.caretakers.length > 0 && <AppointCard {...delegations} />}
          </div>
        )}
      </div>
    </>
  );
}

function OrderLine({ order, mayEnd, today }: { order: Order; mayEnd: boolean; today: string }) {
  const t = useTranslations("orders");
  const { id, headRole: head, kind, number, on, fromOn, untilOn, officer, state } = order;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="font-semibold">
            <span className="keep">{officer.name}</span> {officer.position}
          </p>
          <p>{t("byOrder", { kind, head, number })}</p>
          <p className="text-soft">{t("orderedOn", { date: formatThaiDate(on) })}</p>
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

type GiveProps = Pick<Delegations, "deputies" | "today" | "headRole">;

/** A head's order for the own staff: to act for the head, or to hold the post. */
function GiveCard({ deputies, today, headRole }: GiveProps) {
  const t = useTranslations("orders");
  const words = useTranslations("words");
  const head = words(`role_${headRole}`);
  if (deputies.length === 0) return <Notice>{t("noDeputies")}</Notice>;
  return (
    <Card title={t("give")}>
      <CommandForm
        command="giveDelegation"
        fields={[
          officerField(t, deputies),
          {
            name: "kind",
            kind: "choice",
            label: t("kind"),
            choices: orderKinds.map((value) => ({
              value,
              label: t(`kind_${value}`),
              hint: t(`kind_${value}_hint`, { head }),
            })),
          },
          ...orderFields(t, today),
        ]}
        submit={t("submit")}
      />
    </Card>
  );
}

/** The governor's order for who holds the post of a district's chief. */
function AppointCard({ caretakers, today }: Pick<Delegations, "caretakers" | "today">) {
  const t = useTranslations("orders");
  return (
    <Card>
      <Disclosure summary={t("appoint")}>
        <p className="mb-4 text-soft">{t("appointSub")}</p>
        <CommandForm
          name="appoint-"
          command="giveDelegation"
          fixed={{ kind: "caretaker" }}
          fields={[officerField(t, caretakers), ...orderFields(t, today)]}
          submit={t("submit")}
          tone="secondary"
        />
      </Disclosure>
    </Card>
  );
}

type Say = ReturnType<typeof useTranslations<"orders">>;

function officerField(t: Say, officers: Delegations["deputies"]) {
  const choices = officers.map(({ id, name, position }) => ({
    value: id,
    label: `${name} ${position}`,
  }));
  return {
    name: "officerId",
    kind: "select",
    label: t("officer"),
    choices,
    initial: choices.length === 1 ? choices[0]?.value : undefined,
  } as const;
}

function orderFields(t: Say, today: string) {
  return [
    { name: "orderNumber", kind: "text", label: t("orderNumber"), hint: t("orderNumberHint") },
    { name: "orderedOn", kind: "date", label: t("orderedOnField"), initial: today },
    { name: "fromOn", kind: "date", label: t("fromOn"), initial: today },
    { name: "untilOn", kind: "date", label: t("untilOn"), hint: t("untilHint") },
  ] as const;
}
