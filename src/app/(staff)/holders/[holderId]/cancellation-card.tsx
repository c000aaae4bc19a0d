import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { monthOf } from "@/domain/calendar";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { ministrySources } from "@/domain/visit";
import type { Casework } from "@/server/holders/casework";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";

type Departure = Casework["departures"][number];
type Props = {
  holderId: string;
  departures: readonly Departure[];
  reader: { id: string; role: Role };
};

/** A card that the Ministry has cancelled: for the province to record, to confirm by a second person, and to take back. */
export function CancellationCard({ holderId, departures, reader }: Props) {
  const t = useTranslations("cancellations");
  const last = departures.find(({ kind }) => kind === "card_cancelled");
  const stands = last?.confirmation === "pending" || last?.confirmation === "confirmed";
  if (last && stands) return <Recorded cancellation={last} reader={reader} />;
  if (!mayEver(reader, "cancellation.record")) return null;
  return (
    <div data-screen-only>
      <Disclosure summary={t("record")}>
        <p className="mb-4 text-soft">{t("recordHint")}</p>
        <RecordForm holderId={holderId} />
      </Disclosure>
    </div>
  );
}

function RecordForm({ holderId }: { holderId: string }) {
  const t = useTranslations("cancellations");
  const visits = useTranslations("visits");
  return (
    <CommandForm
      name="cancellation"
      command="recordCancellation"
      fixed={{ holderId }}
      fields={[
        {
          name: "source",
          kind: "choice",
          label: t("source"),
          choices: ministrySources.map((value) => ({ value, label: visits(`source_${value}`) })),
        },
        { name: "number", kind: "text", label: t("number"), longest: 80 },
        { name: "sourceOn", kind: "date", label: t("sourceOn") },
        { name: "cancelledOn", kind: "date", label: t("cancelledOn"), hint: t("cancelledOnHint") },
      ]}
      submit={t("save")}
      tone="secondary"
    />
  );
}

/** What was recorded, from which paper; whoever may decide about it and did not record it has the form. */
function Recorded({
  cancellation: { id, departedOn, source, sourceDetail, sourceOn, confirmation, ...row },
  reader,
}: {
  cancellation: Departure;
  reader: Props["reader"];
}) {
  const t = useTranslations("cancellations");
  const visits = useTranslations("visits");
  const pending = confirmation === "pending";
  const decides = mayEver(reader, "cancellation.confirm");
  const own = row.recordedById === reader.id;
  return (
    <Card
      title={t(pending ? "pendingTitle" : "confirmedTitle", {
        month: formatThaiMonth(monthOf(departedOn)),
      })}
      sub={t("rests", {
        source: visits(`source_${source}`),
        number: sourceDetail,
        date: sourceOn ? formatThaiDate(sourceOn) : "",
        by: row.recordedBy.name,
      })}
    >
      <p className="text-soft">{t(pending ? "pendingText" : "confirmedText")}</p>
      {decides && own && <Notice>{t("own")}</Notice>}
      {decides && !own && (pending ? <Decision id={id} /> : <Withdrawal id={id} />)}
    </Card>
  );
}

function Decision({ id }: { id: string }) {
  const t = useTranslations("cancellations");
  const visits = useTranslations("visits");
  return (
    <OutcomeForm
      name={id}
      command="confirmCancellation"
      fixed={{ departureId: id }}
      question={t("decision")}
      outcomes={[
        { value: "confirmed", label: t("confirm") },
        {
          value: "rejected",
          label: t("reject"),
          asks: [{ name: "note", kind: "text", label: visits("rejectNote") }],
        },
      ]}
      submit={visits("decide")}
      tone="secondary"
    />
  );
}

function Withdrawal({ id }: { id: string }) {
  const t = useTranslations("cancellations");
  return (
    <Disclosure summary={t("withdraw")}>
      <CommandForm
        name={id}
        command="withdrawCancellation"
        fixed={{ departureId: id }}
        fields={[
          { name: "number", kind: "text", label: t("withdrawNumber"), longest: 80 },
          { name: "sourceOn", kind: "date", label: t("sourceOn") },
        ]}
        submit={t("withdrawSave")}
        tone="secondary"
      />
    </Disclosure>
  );
}
