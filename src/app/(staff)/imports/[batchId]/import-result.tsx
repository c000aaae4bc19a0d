import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ListField, listFields } from "@/domain/import/columns";
import { type RejectionReason, rejectionReasons } from "@/domain/import/reasons";
import { readTitle, splitFullName } from "@/domain/names";
import type { ImportBatch, RejectionRow } from "@/server/imports/queries";
import { buttonClass } from "@/ui/button-style";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { BatchActions } from "./batch-actions";
import { ColumnsForm } from "./columns-form";
import { EmptiedNotice } from "./emptied-notice";
import { Equation } from "./equation";
import { FaultNotice } from "./fault-notice";
import { type ImportViewProps, readable } from "./import-view-props";
import { MendedList } from "./mended-list";
import { ImportQuestions } from "./questions";
import { ReadingCard } from "./reading-card";
import { type RejectedItem, RejectedRows } from "./rejected-rows";

const counted = ["checked", "done", "undone"];

/** The result of the check or the run, and what can be done next. */
export function ImportResult(props: ImportViewProps) {
  const { batch, mended, subdistricts, mayRun } = props;
  const t = useTranslations("imports");
  const known = counted.includes(batch.status) || batch.runAt !== null;
  const asked = batch.status === "checked" && mayRun;
  return (
    <div className="grid gap-6">
      <FaultNotice batch={batch} />
      <ReadingCard
        batch={readable(batch)}
        mayChange={mayRun && batch.runAt === null && ["checked", "failed"].includes(batch.status)}
      />
      {batch.status === "undone" && <Notice kind="success">{t("undoneNotice")}</Notice>}
      {known && <Counted batch={batch} mayRun={mayRun} />}
      {asked && <ImportQuestions key={batch.jobId} batch={batch} subdistricts={subdistricts} />}
      <div className="grid gap-1">
        {asked && <Columns {...props} />}
        {mended.length > 0 && <MendedList mended={mended} counts={batch.mended} />}
      </div>
      {batch.rejected > 0 && mayRun && known && <Rejected {...props} />}
      {mayRun && <BatchActions batch={actionable(batch)} />}
    </div>
  );
}

/** What was counted: the equation; unless it was undone, who was not in the file and which cells it would empty. */
function Counted({ batch, mayRun }: Pick<ImportViewProps, "batch" | "mayRun">) {
  return (
    <>
      <Equation batch={batch} />
      {batch.status !== "undone" && (
        <>
          <Missing batch={batch} />
          <EmptiedNotice batch={batch} mayRun={mayRun} />
        </>
      )}
    </>
  );
}

/** Which column was read as what, to be changed before the run. */
function Columns({ batch, sample }: ImportViewProps) {
  const t = useTranslations("imports");
  if (!batch.header) return null;
  return (
    <Disclosure summary={t("columnsChange")}>
      <ColumnsUsed batch={batch} />
      <div className="mt-4 max-w-form">
        <ColumnsForm
          batchId={batch.id}
          header={batch.header}
          columns={batch.columns ?? {}}
          answers={batch.answers}
          sample={sample}
        />
      </div>
    </Disclosure>
  );
}

/** The rows that were not taken, why, and as a file. */
function Rejected({ batch, rejected, areas }: ImportViewProps) {
  const t = useTranslations("imports");
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("rejectedTitle", { count: batch.rejected })}</h2>
      <Reasons batch={batch} />
      <Card>
        <RejectedRows
          batchId={batch.id}
          columns={batch.columns ?? {}}
          answers={batch.answers}
          chosen={batch.areaChoices}
          choosable={batch.status === "checked"}
          rows={rejected.map((row) => rejectedItem(row, batch, areas, t))}
        />
      </Card>
      {rejected.length < batch.rejected && (
        <p className="text-soft">{t("rejectedShown", { shown: rejected.length })}</p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {/* A file, not a page: the router must not fetch it. */}
        <a href={`/api/imports/${batch.id}/rejected`} download className={buttonClass("secondary")}>
          <Download aria-hidden size={20} className="shrink-0" />
          {t("download")}
        </a>
        <span className="text-sm text-soft">{t("keptFor")}</span>
      </div>
      <p className="text-sm font-semibold text-brick">{t("downloadWarning")}</p>
    </section>
  );
}

/** Only what the buttons need is sent to the browser. */
function actionable({ id, number, status, created, changed, runAt }: ImportBatch) {
  return { id, number, status, created, changed, runAt };
}

function Missing({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  if (batch.missing === 0) return <p className="text-soft">{t("missingNone")}</p>;
  return (
    <Notice
      kind="info"
      action={
        batch.status === "done" && (
          <LinkButton tone="secondary" href={`/imports/${batch.id}/missing`}>
            {t("missingLink")}
          </LinkButton>
        )
      }
    >
      {t("missingSome", { count: batch.missing })}
    </Notice>
  );
}

function ColumnsUsed({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const header = batch.header ?? [];
  const used = listFields.flatMap((field: ListField) => {
    const column = batch.columns?.[field];
    return column === undefined
      ? []
      : [t("columnOf", { field: t(`field_${field}`), header: header[column] ?? "" })];
  });
  return <p className="text-soft">{used.join(" · ")}</p>;
}

function Reasons({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const counts = rejectionReasons.flatMap((reason) => {
    const count = batch.reasons[reason];
    return count ? [{ reason, count }] : [];
  });
  if (counts.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-soft">
      {counts.map(({ reason, count }) => (
        <li key={reason}>
          {t(`reason_${reason}`)} <strong className="keep text-ink">{t("rows", { count })}</strong>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useTranslations<"imports">>;

function rejectedItem(
  { rowNumber, reason, cells, candidates }: RejectionRow,
  batch: ImportBatch,
  areas: ImportViewProps["areas"],
  t: Words,
): RejectedItem {
  const code = reason as RejectionReason;
  const said = cellAtFault(code, cells, batch);
  return {
    rowNumber,
    name: nameIn(cells, batch),
    reason: said ? t("reasonWith", { reason: t(`reason_${code}`), said }) : t(`reason_${code}`),
    mend: t(`mend_${code}`),
    candidates: candidates.map((area) => ({
      code: area,
      label: t("areaChoice", { district: areas.get(area)?.district ?? "", code: area }),
    })),
  };
}

const fieldAtFault: Partial<Record<RejectionReason, ListField>> = {
  ID_DAMAGED: "nationalId",
  BIRTH_DATE_INVALID: "birthDate",
  BIRTH_DATE_ORDER: "birthDate",
  INCOME_MISSING: "income",
  INCOME_NONE: "income",
  INCOME_UNCLEAR: "income",
  INCOME_OUT_OF_RANGE: "income",
  AREA_UNKNOWN: "subdistrict",
  AREA_AMBIGUOUS: "subdistrict",
};

/** The value in the file; a damaged ID only if the spreadsheet left no person's number in it. */
function cellAtFault(code: RejectionReason, cells: readonly string[], { columns }: ImportBatch) {
  const field = fieldAtFault[code];
  const text = field ? (cells[columns?.[field] ?? -1] ?? "").trim().slice(0, 40) : "";
  return field === "nationalId" && !/[eE]\+/.test(text) ? "" : text;
}

function nameIn(cells: readonly string[], { columns }: ImportBatch): string {
  const cell = (field: ListField) => cells[columns?.[field] ?? -1] ?? "";
  const whole = splitFullName(cell("fullName"));
  const title = readTitle(cell("title")) || whole.title;
  const first = cell("firstName") || whole.firstName;
  return `${title}${first} ${cell("lastName") || whole.lastName}`.trim();
}
