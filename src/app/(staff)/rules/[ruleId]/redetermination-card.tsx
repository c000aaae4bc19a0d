import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RuleVersionView } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Props = { version: RuleVersionView; actorId: string };

/** Deciding again by this version those who were decided before it: asked by one officer, begun by another, then the list. */
export function RedeterminationCard({ version, actorId }: Props) {
  const t = useTranslations("rules");
  const { id, step, seesScan, redetermination } = version;
  if (step?.step !== "checked" || !seesScan) return null;
  return (
    <Card title={t("againTitle")} sub={t("againSub")}>
      <div className="grid gap-4">
        <Progress version={version} />
        {redetermination?.begunOn ? (
          <Link href={`/rules/${id}/people`} className="inline-flex min-h-12 items-center">
            {t("peopleTitle")}
          </Link>
        ) : (
          <NextStep version={version} actorId={actorId} />
        )}
      </div>
    </Card>
  );
}

function Progress({ version: { redetermination } }: { version: RuleVersionView }) {
  const t = useTranslations("rules");
  if (!redetermination) return null;
  const { askedBy, askedOn, begunBy, begunOn, people, doneAt } = redetermination;
  return (
    <ul className="ml-5 list-disc">
      <li>{t("againAsked", { ...askedBy, date: formatThaiDate(askedOn) })}</li>
      {begunBy && begunOn && (
        <>
          <li>{t("againBegun", { ...begunBy, date: formatThaiDate(begunOn) })}</li>
          <li>{t(doneAt ? "againDone" : "againRunning", { people })}</li>
        </>
      )}
    </ul>
  );
}

function NextStep({ version, actorId }: Props) {
  const t = useTranslations("rules");
  const { id, mayRecord, redetermination } = version;
  if (!mayRecord) return null;
  if (redetermination?.askedById === actorId) return <Notice>{t("againOwn")}</Notice>;
  return (
    <CommandForm
      command={redetermination ? "beginRedetermination" : "askRedetermination"}
      fixed={{ ruleVersionId: id }}
      fields={[]}
      submit={t(redetermination ? "againBegin" : "againAsk")}
      tone="secondary"
      then={`/rules/${id}`}
    />
  );
}
