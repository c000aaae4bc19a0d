import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandButton } from "@/app/forms/command-button";
import { CommandForm } from "@/app/forms/command-form";
import { exportFormats } from "@/domain/export-order";
import { climbed, mayBook, nextRung, type Rung, rungs } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { Progress } from "@/ui/progress";
import { Calculate } from "../calculate";
import type { RunPageProps } from "./run-page";

/** The rungs of a run: who climbed each and when, and on the next what is to be done or stands in the way. */
export function Ladder(props: RunPageProps) {
  const t = useTranslations("runs");
  const { run } = props;
  const done = climbed(run.step);
  return (
    <Card title={t("ladder")}>
      <ol className="grid gap-5">
        {rungs.map((rung, index) => (
          <li key={rung} className="flex gap-3" aria-current={index === done ? "step" : undefined}>
            <Mark
              number={index + 1}
              state={index < done ? "done" : index === done ? "now" : "ahead"}
            />
            <div className="min-w-0 flex-1">
              <p className={`font-semibold ${index > done ? "text-soft" : ""}`}>
                {t(`rung_${rung}`)}
              </p>
              {index < done && <Climbed {...props} rung={rung} />}
              {index === done && (
                <div className="mt-2">
                  <NextRung {...props} />
                </div>
              )}
              {index === 0 && done > 0 && props.next && mayBook(run.step) && (
                <div className="mt-2">
                  <Calculate {...props} next={props.next} again />
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const marks = {
  done: "border-leaf bg-leaf-tint text-leaf",
  now: "border-indigo bg-indigo text-white",
  ahead: "border-edge bg-card text-soft",
} as const;

function Mark({ number, state }: { number: number; state: keyof typeof marks }) {
  const kit = useTranslations("kit");
  const words = { done: "stepDone", now: "stepCurrent", ahead: "stepAhead" } as const;
  return (
    <>
      <span
        aria-hidden
        className={`flex size-9 shrink-0 items-center justify-center rounded-tag border-2 font-bold ${marks[state]}`}
      >
        {state === "done" ? <Check size={20} /> : number}
      </span>
      <span className="sr-only">{kit(words[state])}</span>
    </>
  );
}

/** Who climbed a rung last, and when. */
function Climbed({ run, rung }: RunPageProps & { rung: Rung }) {
  const t = useTranslations("runs");
  const step = run.steps.findLast((each) => each.step === rung);
  if (!step) return null;
  return (
    <p className="text-sm text-soft">
      {t("doneBy", {
        name: step.recordedBy.name,
        date: formatThaiDate(step.happenedOn),
        time: formatThaiTime(step.time),
      })}
    </p>
  );
}

function NextRung(props: RunPageProps) {
  const { run } = props;
  switch (nextRung(run.step)) {
    case "calculated":
      return <Calculating {...props} />;
    case "checked":
      return <ByAnother {...props} action="run.check" />;
    case "certified":
      return <ByAnother {...props} action="run.certify" />;
    case "sent":
      return <Send {...props} />;
    default:
      return <AwaitsAnswer />;
  }
}

function AwaitsAnswer() {
  return <p>{useTranslations("runs")("state_sent")}</p>;
}

function Calculating(props: RunPageProps) {
  const { run, job, next } = props;
  const t = useTranslations("runs");
  const last = run.steps.at(-1);
  if (run.step === "calculating")
    return (
      <Progress
        label={t("state_calculating")}
        value={job?.progress ?? 0}
        max={job?.total ?? 0}
        text={
          job?.total ? t("progress", { done: job.progress, total: job.total }) : t("progressStart")
        }
      />
    );
  return (
    <div className="grid gap-3">
      {last?.blockedBy && (
        <Notice kind="error">
          <p>{t(`blocked_${last.blockedBy}`, { people: last.people ?? 0 })}</p>
        </Notice>
      )}
      {next && <Calculate {...props} next={next} />}
    </div>
  );
}

type Another = RunPageProps & { action: "run.check" | "run.certify" };

/** A rung that whoever calculated the run may not climb. */
function ByAnother({ run, totals, role, prepared, due, action }: Another) {
  const t = useTranslations("runs");
  const checks = action === "run.check";
  if (!mayEver({ role }, action)) return null;
  if (prepared)
    return (
      <Notice>
        <p>{t(checks ? "otherChecks" : "otherCertifies")}</p>
      </Notice>
    );
  const { people } = totals;
  const button: ReactNode = checks ? (
    <CommandButton command="checkMonthRun" input={{ runId: run.id }} tone="primary">
      {t("check")}
    </CommandButton>
  ) : (
    <CommandButton command="certifyMonthRun" input={{ runId: run.id }} tone="primary">
      {t("certify", { people })}
    </CommandButton>
  );
  return (
    <div className="grid gap-3">
      <p>{t(checks ? "checkText" : "certifyText")}</p>
      {due && due.satang !== totals.thisMonth.satang && (
        <Notice kind="warn">
          <p>{t("differsOpen")}</p>
        </Notice>
      )}
      {button}
    </div>
  );
}

function Send({ run, totals, role }: RunPageProps) {
  const t = useTranslations("runs");
  if (!mayEver({ role }, "run.send")) return null;
  const { entries, satang } = totals.all;
  return (
    <div className="grid gap-3">
      <p>{t("sendText", { entries, baht: Number(satang) / 100 })}</p>
      <CommandForm
        command="sendMonthRun"
        fixed={{ runId: run.id }}
        fields={[
          {
            name: "format",
            kind: "choice",
            label: t("format"),
            choices: exportFormats.map((value) => ({ value, label: t(`format_${value}`) })),
            initial: "xlsx",
          },
        ]}
        submit={t("send")}
      />
    </div>
  );
}
