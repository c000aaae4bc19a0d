import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { ExportLink } from "@/app/parts/export-link";
import type { Role } from "@/domain/policy";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { DistrictOfficer } from "@/server/caseload/queries";
import type { listTransfers, Transfer } from "@/server/transfers/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";

type Props = {
  transfers: Awaited<ReturnType<typeof listTransfers>>;
  /** The officers whom a district may name; null if a colleague answers for themselves. */
  takers: readonly DistrictOfficer[] | null;
  waitingOnly: boolean;
  role: Role;
};

const tones: Record<Transfer["status"], Tone> = {
  asked: "due",
  accepted: "done",
  refused: "late",
  withdrawn: "quiet",
};

/** What waits for an answer, what waits for the others, what was answered. */
export function TransfersView({ transfers, takers, waitingOnly, role }: Props) {
  const t = useTranslations("transfers");
  const { waiting, asked, answered } = transfers;
  const empty = waiting.length + asked.length + answered.length === 0;
  return (
    <>
      <PageHeading
        title={waiting.length > 0 ? t("headline", { count: waiting.length }) : t("headlineNone")}
        sub={t("sub")}
        actions={
          !empty && (
            <ExportLink
              list="transfers"
              filter={{ waiting: waitingOnly ? "1" : null }}
              role={role}
            />
          )
        }
      />
      {empty && (
        <EmptyState
          title={t("headlineNone")}
          action={
            <LinkButton href="/holders" tone="secondary">
              {t("toList")}
            </LinkButton>
          }
        >
          {t("noneText")}
        </EmptyState>
      )}
      <Section title={t("waiting")} rows={waiting}>
        {(transfer) => <Answer transfer={transfer} takers={takers} />}
      </Section>
      {!waitingOnly && (
        <>
          <Section title={t("asked")} rows={asked}>
            {(transfer) => transfer.own && <Withdraw transfer={transfer} />}
          </Section>
          <Section title={t("answered")} rows={answered} />
        </>
      )}
    </>
  );
}

function Section({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly Transfer[];
  children?: (transfer: Transfer) => React.ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="mb-3 text-lg">{title}</h2>
      <ul className="grid items-start gap-5 lg:grid-cols-2">
        {rows.map((transfer) => (
          <li key={transfer.id}>
            <TransferCard transfer={transfer}>{children?.(transfer)}</TransferCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TransferCard({ transfer, children }: { transfer: Transfer; children?: React.ReactNode }) {
  const t = useTranslations("transfers");
  const orders = useTranslations("orders");
  const { people, persons, reason, presentAddress, status, recordedBy, recordedOn } = transfer;
  const names = persons.map(({ name, village }) => t("personAt", { name, village }));
  const more = people - persons.length;
  return (
    <Card
      level={3}
      title={t("people", { count: people })}
      sub={t("from", { ...recordedBy, district: transfer.from })}
      actions={<Tag tone={tones[status]}>{t(`status_${status}`)}</Tag>}
    >
      <DescriptionList
        items={[
          {
            term: t("toWhom"),
            detail: transfer.toOfficer
              ? t("toColleague", { name: transfer.toOfficer.name })
              : t("toDistrict", { name: transfer.to }),
          },
          {
            term: t("persons"),
            detail: [...names, more > 0 && t("more", { count: more })].filter(Boolean).join(" · "),
          },
          { term: t("reason"), detail: reason },
          ...(presentAddress ? [{ term: t("presentAddress"), detail: presentAddress }] : []),
          { term: t("on"), detail: formatThaiDate(recordedOn) },
          ...answerLines(transfer, t, orders),
        ]}
      />
      {children && <div className="mt-4">{children}</div>}
    </Card>
  );
}

function answerLines(
  { answeredBy, answeredOn, givenOfficer, answerReason, order }: Transfer,
  t: ReturnType<typeof useTranslations<"transfers">>,
  orders: ReturnType<typeof useTranslations<"orders">>,
) {
  if (!answeredBy || !answeredOn) return [];
  const by = [
    answeredBy.name,
    formatThaiDateShort(answeredOn),
    order && orders("byOrder", { head: "district_chief", ...order }),
  ].filter(Boolean);
  return [
    { term: t("answerBy"), detail: by.join(" · ") },
    ...(givenOfficer ? [{ term: t("answerTo"), detail: givenOfficer.name }] : []),
    ...(answerReason ? [{ term: t("answerReason"), detail: answerReason }] : []),
  ];
}

function Answer({ transfer, takers }: { transfer: Transfer; takers: Props["takers"] }) {
  const t = useTranslations("transfers");
  const taker: FormField<"answerTransfer"> = {
    name: "officerCode",
    kind: "select",
    label: t("taker"),
    choices: (takers ?? []).map(({ code, name, people }) => ({
      value: code,
      label: t("takerLoad", { name, code, people }),
    })),
  };
  return (
    <OutcomeForm
      name={transfer.id}
      command="answerTransfer"
      fixed={{ transferId: transfer.id }}
      question={t("outcome")}
      outcomes={[
        { value: "accepted", label: t("accept"), asks: takers ? [taker] : [] },
        {
          value: "refused",
          label: t("refuse"),
          asks: [{ name: "reason", kind: "text", label: t("refuseReason") }],
        },
      ]}
      submit={t("send")}
      tone="secondary"
    />
  );
}

function Withdraw({ transfer }: { transfer: Transfer }) {
  const t = useTranslations("transfers");
  return (
    <CommandForm
      name={transfer.id}
      command="answerTransfer"
      fixed={{ transferId: transfer.id, outcome: "withdrawn" }}
      fields={[]}
      submit={t("withdraw")}
      tone="secondary"
    />
  );
}
