import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { AnswerView } from "@/server/month-runs/answers";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Progress } from "@/ui/progress";
import { AnswerForm } from "./answer-form";
import type { RunPageProps } from "./run-page";

/** กระทบยอด: what the Ministry says of the run, beside what it booked, and the ways to record it. */
export function AnswerCard(props: RunPageProps) {
  const { run, answers, role, today, hasFormat, answerJob } = props;
  const t = useTranslations("runAnswers");
  if (run.step !== "sent" && run.step !== "reconciled") return null;
  return (
    <Card id="answer" title={t("title")}>
      {answers.length === 0 && <p className="mb-4">{t("none")}</p>}
      {answers.map((answer) => (
        <Answer key={answer.id} {...props} answer={answer} />
      ))}
      {answerJob && (
        <div className="mb-4" aria-live="polite">
          <AnswerJob job={answerJob} />
        </div>
      )}
      {mayEver({ role }, "run.reconcile") && (
        <div className="grid gap-4">
          {hasFormat ? <AnswerForm runId={run.id} today={today} /> : <p>{t("noFormat")}</p>}
          <Link href="/runs/answer-format" className="touch">
            {t("format")}
          </Link>
          <Disclosure summary={t("totalsTitle")}>
            <CommandForm
              name="totals-"
              command="recordRunTotals"
              fixed={{ runId: run.id }}
              fields={[
                { name: "people", kind: "text", label: t("people") },
                { name: "baht", kind: "text", label: t("baht") },
                { name: "fileOn", kind: "date", label: t("fileOn"), initial: today },
              ]}
              submit={t("saveTotals")}
              tone="secondary"
            />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

/** How far the reading of a file is, or why it was not taken. */
function AnswerJob({ job }: { job: NonNullable<RunPageProps["answerJob"]> }) {
  const t = useTranslations("runAnswers");
  const { failure, words, progress, total } = job;
  if (failure) return <Notice kind="error">{t(`failed_${failure}`, { words })}</Notice>;
  const all = total ?? 0;
  const text = progress < all ? t("reading", { done: progress, all }) : t("working");
  return (
    <Progress
      label={t("working")}
      value={progress}
      max={all}
      text={total === null ? t("waiting") : text}
    />
  );
}

function Answer({ run, totals, answer }: RunPageProps & { answer: AnswerView }) {
  const t = useTranslations("runAnswers");
  const { people, satang, fileOn, outcomes, unknownRows, twiceRows } = answer;
  const equal = people === totals.people && satang === totals.all.satang;
  const few = (rows: readonly number[]) => rows.slice(0, 20).join(", ");
  return (
    <div className="mb-5 grid gap-1">
      <p className="font-semibold">
        {t("said", {
          people,
          sum: satang === null ? "none" : (Number(satang) / 100).toLocaleString("en-US"),
          date: formatThaiDate(fileOn),
        })}
      </p>
      <p>{t("booked", { people: totals.people, baht: Number(totals.all.satang) / 100 })}</p>
      <p className="text-sm text-soft">
        {t("by", { name: answer.recordedBy.name, date: formatThaiDate(answer.recordedOn) })}
      </p>
      {answer.formatId === null && <p>{t(equal ? "equal" : "totalsDiffer")}</p>}
      <ul>
        {outcomes.map(({ outcome, people: count }) => (
          <li key={outcome} className="flex justify-between gap-4">
            <span>{t(`outcome_${outcome}`)}</span>
            <span className="figures">{count.toLocaleString("en-US")}</span>
          </li>
        ))}
      </ul>
      {unknownRows.length > 0 && (
        <p>{t("unknown", { count: unknownRows.length, rows: few(unknownRows) })}</p>
      )}
      {twiceRows.length > 0 && (
        <p>{t("twice", { count: twiceRows.length, rows: few(twiceRows) })}</p>
      )}
      {outcomes.some(({ outcome }) => outcome !== "same") && (
        <Link href={`/runs/${run.id}/answer`} className="touch font-semibold">
          {t("differs")}
        </Link>
      )}
    </div>
  );
}
