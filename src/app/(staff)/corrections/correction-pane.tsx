import { useTranslations } from "next-intl";
import { OutcomeForm } from "@/app/forms/outcome-form";
import { correctionText, effectText } from "@/app/parts/correction-words";
import { decidesAt } from "@/domain/correction";
import { formatThaiDate } from "@/domain/thai-dates";
import type { CorrectionLine } from "@/server/corrections/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Props = { row: CorrectionLine; subdistricts: Readonly<Record<string, string>> };

/** One request: old value left, new value right, the evidence below, the decision last. */
export function CorrectionPane({ row, subdistricts }: Props) {
  const t = useTranslations();
  const text = (value: CorrectionLine["oldValue"]) =>
    correctionText(row.field, value, t, subdistricts);
  return (
    <Card
      title={`${row.name}: ${t(`corrections.field_${row.field}`)}`}
      sub={t("corrections.askedBy", {
        name: row.requestedBy,
        date: formatThaiDate(row.requestedOn),
      })}
      actions={
        <Link
          href={`/holders/${row.holderId}?history=requests`}
          data-screen-only
          className="inline-flex min-h-12 items-center"
        >
          {t("corrections.open")}
        </Link>
      }
    >
      <dl className="grid gap-3 sm:grid-cols-2">
        <div className="rounded-card border border-line p-4">
          <dt className="text-sm text-soft">{t("corrections.old")}</dt>
          <dd className="text-lg">{text(row.oldValue)}</dd>
        </div>
        <div className="rounded-card border border-indigo bg-indigo-tint p-4">
          <dt className="text-sm text-soft">{t("corrections.new")}</dt>
          <dd className="text-lg font-semibold">{text(row.newValue)}</dd>
        </div>
        <div className="sm:col-span-2">
          <dt className="text-sm text-soft">{t("corrections.evidence")}</dt>
          <dd>
            {t("corrections.evidenceOf", { evidence: row.evidence, number: row.evidenceNumber })}
          </dd>
        </div>
      </dl>
      <div className="mt-5">
        <Decision row={row} />
      </div>
    </Card>
  );
}

function Decision({ row }: { row: CorrectionLine }) {
  const t = useTranslations();
  if (row.status !== "pending")
    return (
      <>
        <p>
          {t("corrections.decided", {
            outcome: t(
              row.status === "rejected"
                ? "corrections.state_rejected"
                : "corrections.state_approved",
            ),
            name: row.decidedBy ?? "",
            date: row.decidedOn ? formatThaiDate(row.decidedOn) : "",
          })}
        </p>
        {row.note && <p className="text-soft">{row.note}</p>}
        {row.effects.length > 0 && (
          <ul aria-label={t("corrections.changes")} className="mt-2 list-disc pl-5">
            {row.effects.map((effect) => (
              <li key={effect.what}>{effectText(effect, t)}</li>
            ))}
          </ul>
        )}
        {row.closedBatch && <p>{t("corrections.closed", { number: row.closedBatch })}</p>}
      </>
    );
  if (row.own) return <Notice kind="info">{t("corrections.own")}</Notice>;
  if (!row.decidable)
    return (
      <Notice kind="info">
        {t("corrections.elsewhere", { who: t(`corrections.who_${decidesAt(row.field)}`) })}
      </Notice>
    );
  return (
    <OutcomeForm
      command="decideCorrection"
      fixed={{ correctionId: row.id }}
      question={t("corrections.decision")}
      outcomes={[
        { value: "approved", label: t("corrections.approve") },
        {
          value: "rejected",
          label: t("corrections.reject"),
          asks: [{ name: "note", kind: "text", label: t("corrections.rejectNote") }],
        },
      ]}
      submit={t("corrections.decide")}
      then="/corrections"
    />
  );
}
