import { useTranslations } from "next-intl";
import { type RunStep, rungs } from "@/domain/month-run";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { RunLineView } from "@/server/month-runs/queries";
import { Link } from "@/ui/link";
import { Tag, type Tone } from "@/ui/tag";

/** Where a run stands, in words. */
export function RunState({ step }: { step: RunStep }) {
  const t = useTranslations("runs");
  return <Tag tone={toneOf(step)}>{t(`state_${step}`)}</Tag>;
}

function toneOf(step: RunStep): Tone {
  if (step === "stopped") return "late";
  return step === rungs.at(-1) ? "done" : "due";
}

/** The newest month run of the province and where it stands; opens it. */
export function RunLine({ run }: { run: RunLineView }) {
  const t = useTranslations("runs");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-card px-4 py-2">
      <Link href={run ? `/runs/${run.id}` : "/runs"} className="touch font-semibold">
        {run ? t("run", { month: formatThaiMonth(run.month) }) : t("title")}
      </Link>
      {run ? <RunState step={run.step} /> : <span className="text-soft">{t("none")}</span>}
    </p>
  );
}
