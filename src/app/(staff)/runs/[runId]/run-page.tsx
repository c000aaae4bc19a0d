import { useTranslations } from "next-intl";
import { WhileWorking } from "@/app/parts/while-working";
import type { Role } from "@/domain/policy";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { ExportRow } from "@/server/exports/queries";
import type { RunView } from "@/server/month-runs/queries";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { AnswerCard } from "./answer-card";
import { Ladder } from "./ladder";
import { SentCard } from "./sent-card";
import { DifferencesCard, DistrictsCard, SampleCard, TotalsCard } from "./totals-cards";

export type RunPageProps = RunView & {
  exports: readonly ExportRow[];
  districts: Record<string, string>;
  role: Role;
};

/** One run, for whoever calculates, checks, certifies and sends it. */
export function RunPage(props: RunPageProps) {
  const t = useTranslations("runs");
  const { run } = props;
  const isBooked = props.totals.all.entries > 0;
  return (
    <>
      {(run.step === "calculating" || (props.answerJob && !props.answerJob.failure)) && (
        <WhileWorking />
      )}
      <PageHeading
        eyebrow={
          <>
            <Link href="/runs" className="underline">
              {t("back")}
            </Link>{" "}
            / {t("runNumber", { number: run.number })}
          </>
        }
        title={`${t("run", { month: formatThaiMonth(run.month) })}: ${t(`state_${run.step}`)}`}
        sub={t("ledgerSub")}
      />
      {props.notBooked.map(({ list, name, month, baht }) => (
        <div key={list} className="mb-4">
          <Notice kind="warn">
            <p>{t("onceNotBooked", { name, month: formatThaiMonth(month), baht })}</p>
            <Link href={`/rules/lists/${list}`} className="touch">
              {t("onceSend")}
            </Link>
          </Notice>
        </div>
      ))}
      {props.checkedSince.map(({ list, name }) => (
        <div key={list} className="mb-4">
          <Notice kind="warn">{t("onceSince", { name })}</Notice>
        </div>
      ))}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Ladder {...props} />
        {isBooked && (
          <div className="grid gap-4">
            <AnswerCard {...props} />
            <TotalsCard {...props} />
            <DifferencesCard {...props} />
            <DistrictsCard {...props} />
            <SampleCard {...props} />
            <SentCard {...props} />
          </div>
        )}
      </div>
    </>
  );
}
