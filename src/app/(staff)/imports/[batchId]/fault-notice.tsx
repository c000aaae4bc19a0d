import { useTranslations } from "next-intl";
import type { ImportBatch } from "@/server/imports/queries";
import { Notice } from "@/ui/notice";

/** A sentence for a job that failed; the code helps to find it in the log. */
export function FaultNotice({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const failure = batch.job?.failure;
  if (batch.job?.status !== "failed" || !failure) return null;
  if (failure === "ACTED_ON") return <Notice kind="warn">{t("undoRefused")}</Notice>;
  const key = `fault_${failure}` as "fault_UNEXPECTED";
  const { row, line } = batch.faultAt;
  const place =
    row && t(line && line !== row ? "faultAtLine" : "faultAtRow", { row, line: line ?? 0 });
  return (
    <Notice kind="error" title={place || undefined}>
      {t.has(key) ? t(key) : t("fault_UNEXPECTED")}
    </Notice>
  );
}
