import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { importHeadline } from "@/domain/list-headline";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ImportBatch } from "@/server/imports/queries";
import { PageHeading } from "@/ui/page-heading";
import { BatchProgress } from "./batch-progress";
import { ColumnsForm } from "./columns-form";
import { DeliveryCard } from "./delivery-card";
import { ImportResult } from "./import-result";
import { type ImportViewProps, readable } from "./import-view-props";
import { ReadingCard } from "./reading-card";

const working = ["checking", "running", "undoing"];

/** One import by its state: progress, columns, or the equation with what can be done next. */
export function ImportView(props: ImportViewProps) {
  const t = useTranslations("imports");
  const { batch, sample, mayRun } = props;
  const eyebrow = `${t("title")} / ${t("batchOf", { number: batch.number })}`;
  const delivered = (
    <div className="mt-6 max-w-form">
      <DeliveryCard batch={batch} mayRun={mayRun} />
    </div>
  );
  if (working.includes(batch.status))
    return (
      <div className="max-w-form">
        <PageHeading eyebrow={eyebrow} title={t(`status_${batch.status}`)} sub={batch.fileName} />
        <BatchProgress
          key={batch.jobId}
          job={batch.job}
          batchRows={batch.rowsIn}
          phase={batch.status as "checking" | "running" | "undoing"}
        />
        {delivered}
      </div>
    );
  if (batch.status === "uploaded" && batch.header && mayRun)
    return (
      <div className="max-w-form">
        <PageHeading eyebrow={eyebrow} title={t("columnsHeadline")} sub={t("columnsSub")} />
        <div className="mb-6">
          <ReadingCard batch={readable(batch)} mayChange />
        </div>
        <ColumnsForm
          batchId={batch.id}
          header={batch.header}
          columns={batch.columns ?? {}}
          answers={batch.answers}
          sample={sample}
        />
        {delivered}
      </div>
    );
  return (
    <>
      <PageHeading
        eyebrow={eyebrow}
        title={<Headline batch={batch} />}
        sub={<About batch={batch} />}
      />
      <ImportResult {...props} />
      {delivered}
    </>
  );
}

function Headline({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const { rowsIn: rows, created, changed, mergedRows: merged, runAt, ...read } = batch;
  const facts = { ...read, rows, saved: created + changed, merged, begun: runAt !== null };
  const headline = importHeadline(facts);
  return t(`headline_${headline.says}`, { ...headlineFigures, ...headline });
}

function About({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const state = batch.runAt
    ? t("savedOn", { date: formatThaiDate(batch.programmeOn) })
    : t("notSaved");
  return <>{[batch.fileName, state].join(" · ")}</>;
}
