"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { hasWholeIds } from "@/domain/export-order";
import { formatThaiTime } from "@/domain/thai-dates";
import type { ExportRow } from "@/server/exports/queries";
import { buttonClass } from "@/ui/button-style";
import { Progress } from "@/ui/progress";
import { Tag, type Tone } from "@/ui/tag";

const tones: Record<string, Tone> = { queued: "due", running: "due", done: "done", failed: "late" };
const secondsBetween = 1.5;

/** The reader's own files; asks again while one is being made. The reader may leave the page and come back. */
export function ExportFiles({ files }: { files: readonly ExportRow[] }) {
  const router = useRouter();
  const working = files.some(({ status }) => status === "queued" || status === "running");
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => router.refresh(), secondsBetween * 1000);
    return () => clearInterval(timer);
  }, [working, router]);
  return (
    <ul className="divide-y divide-line" aria-live="polite">
      {files.map((file) => (
        <li key={file.id} className="grid gap-2 py-4 first:pt-0 last:pb-0">
          <FileLine file={file} />
        </li>
      ))}
    </ul>
  );
}

/** A moment as day and hour. */
function useTime() {
  const format = useFormatter();
  return (iso: string) =>
    formatThaiTime(
      format.dateTime(new Date(iso), {
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: "Asia/Bangkok",
      }),
    );
}

function FileLine({ file }: { file: ExportRow }) {
  const t = useTranslations("exports");
  const time = useTime();
  const { order, status, progress, total } = file;
  const ready = status === "done" && file.file !== null && !file.expired;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{file.file?.fileName ?? `${t(`list_${order.list}`)} .${order.format}`}</strong>
        <Tag tone={tones[status] ?? "quiet"}>
          {file.expired ? t("expired") : t(`status_${status}`)}
        </Tag>
      </p>
      <p className="text-sm text-soft">
        {t("when")} <span className="keep">{time(file.createdAt)}</span>
        {file.file && ` · ${t("rows", { people: file.file.rows })}`}
        {` · ${t(hasWholeIds(order) ? "unmasked" : "masked")}`}
      </p>
      {(status === "queued" || status === "running") && (
        <Progress
          label={t("progress")}
          labelHidden
          value={progress}
          max={total ?? 0}
          text={total ? t("progressText", { done: progress, all: total }) : t("status_queued")}
        />
      )}
      {status === "failed" && <p className="text-brick">{t("failedText")}</p>}
      {ready && <Ready file={file} />}
    </>
  );
}

/** The file to be fetched, and until when. */
function Ready({ file: { id, expiresAt } }: { file: ExportRow }) {
  const t = useTranslations("exports");
  const time = useTime();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <a href={`/api/exports/${id}`} download className={buttonClass("secondary", false)}>
        <Download aria-hidden size={20} className="shrink-0" />
        <span>{t("download")}</span>
      </a>
      {expiresAt && (
        <span className="text-sm text-soft">{t("until", { at: time(expiresAt) })}</span>
      )}
    </div>
  );
}
