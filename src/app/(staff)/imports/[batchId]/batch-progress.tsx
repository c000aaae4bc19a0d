"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Result } from "@/domain/result";
import { Card } from "@/ui/card";
import { Progress } from "@/ui/progress";

export type JobState = {
  id: string;
  status: string;
  phase: string;
  progress: number;
  total: number | null;
  failure: string | null;
};

type Props = {
  /** The reader's own job; null if a colleague started it. */
  job: JobState | null;
  batchRows: number;
  phase: "checking" | "running" | "undoing";
};

const phases = ["queued", "opening", "checking", "merging", "undoing", "done", "failed"] as const;

/** Progress of the job; asks every second and reloads the page's data when the job has ended. */
export function BatchProgress({ job, batchRows, phase }: Props) {
  const t = useTranslations("imports");
  const latest = useLatest(job);
  const rows = latest?.progress ?? batchRows;
  const total = latest?.total ?? 0;
  const named = phases.find((name) => name === latest?.phase);
  const text =
    rows === 0
      ? t("progressWait")
      : total > 0
        ? t("progressRows", { done: rows, total: Math.max(rows, total) })
        : t("progressCount", { done: rows });
  return (
    <Card>
      <Progress
        label={named ? t(`phase_${named}`) : t(`status_${phase}`)}
        value={rows}
        max={total}
        text={text}
      />
      <p className="mt-4 text-soft">{t("canLeave")}</p>
    </Card>
  );
}

/** The job as the server last said; the page is refreshed when it has ended. */
function useLatest(job: JobState | null): JobState | null {
  const router = useRouter();
  const [latest, setLatest] = useState(job);
  const jobId = job?.id;

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const found = await findJob(jobId);
      // The component was removed while it waited: the next job asks for itself.
      if (gone) return;
      if (found) setLatest(found);
      const ended = !jobId || hasEnded(found);
      // A colleague's job is read by refreshing the page. Each refresh gets time to finish: a second one would abort it.
      if (ended) router.refresh();
      timer = setTimeout(ask, ended ? 15_000 : 1000);
    }
    timer = setTimeout(ask, 1000);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [jobId, router]);
  return latest;
}

function hasEnded(job: JobState | null): boolean {
  return job?.status === "done" || job?.status === "failed";
}

async function findJob(jobId: string | undefined): Promise<JobState | null> {
  if (!jobId) return null;
  try {
    const response = await fetch(`/api/jobs/${jobId}`, { cache: "no-store" });
    const result = (await response.json()) as Result<JobState>;
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
