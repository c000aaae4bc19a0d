import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { WhileWorking } from "@/app/parts/while-working";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { wholeRegister } from "@/domain/what-if";
import type { WhatIfLatest, WhatIfView } from "@/server/what-if/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Progress } from "@/ui/progress";
import { ResultCards } from "./result-cards";

type Props = { view: WhatIfView };

export function WhatIfPageView({ view }: Props) {
  const t = useTranslations("ruleEffects");
  return (
    <>
      <PageHeading
        eyebrow={<Link href={`/rules/${view.id}`}>{view.about}</Link>}
        title={t(view.named ? "titleChecked" : "title")}
        sub={t(view.named ? "subChecked" : "sub")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <OrderCard view={view} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5" aria-live="polite">
          <Latest view={view} />
        </div>
      </div>
    </>
  );
}

function OrderCard({ view: { id, province, districts, everywhere, today } }: Props) {
  const t = useTranslations("ruleEffects");
  return (
    <Card title={t("orderTitle")} className="max-w-form">
      <CommandForm
        command="orderWhatIf"
        fixed={{ ruleVersionId: id }}
        fields={[
          {
            name: "area",
            kind: "select",
            label: t("area"),
            initial: province.code,
            choices: [
              {
                value: province.code,
                label: t("wholeProvince", { province: provinceNamed(province.name) }),
              },
              ...(everywhere ? [{ value: wholeRegister, label: t("wholeRegister") }] : []),
              ...Object.entries(districts).map(([value, label]) => ({ value, label })),
            ],
          },
          { name: "asOf", kind: "date", label: t("asOf"), hint: t("asOfHint"), initial: today },
        ]}
        submit={t("submit")}
        then={`/rules/${id}/what-if`}
      />
    </Card>
  );
}

function Latest({ view }: Props) {
  const t = useTranslations("ruleEffects");
  const { latest } = view;
  if (!latest)
    return (
      <Card>
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      </Card>
    );
  const said = t("resultOf", { area: areaOf(t, view, latest), date: formatThaiDate(latest.asOf) });
  if (latest.found)
    return <Found view={view} said={said} area={latest.area} found={latest.found} />;
  if (latest.status === "failed") return <Failed latest={latest} />;
  return (
    <Card title={said}>
      <WhileWorking />
      <Progress
        label={t("progress")}
        value={latest.progress}
        max={latest.total ?? 0}
        text={
          latest.total
            ? t("progressText", { done: latest.progress, all: latest.total })
            : t(latest.status === "queued" ? "progressWait" : "progress")
        }
      />
      <p className="mt-4 text-soft">{t("canLeave")}</p>
    </Card>
  );
}

type FoundProps = Props & {
  said: string;
  area: string;
  found: NonNullable<WhatIfLatest["found"]>;
};

/** The counts; once the version is checked, those of the own province open the people. */
function Found({ view: { id, named, province, rules }, said, area, found }: FoundProps) {
  const t = useTranslations("ruleEffects");
  const list = found.named
    ? { href: `/rules/${id}/what-if/people`, province: province.code, area }
    : null;
  return (
    <>
      {named && !found.named && <Notice>{t("countAgain")}</Notice>}
      <ResultCards said={said} found={found} rules={rules} list={list} />
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"ruleEffects">>;

function areaOf(t: Words, { province, districts }: WhatIfView, { area }: WhatIfLatest): string {
  if (area === wholeRegister) return t("wholeRegister");
  if (area === province.code) return t("wholeProvince", { province: provinceNamed(province.name) });
  return districts[area] ?? area;
}

function Failed({ latest: { failure, stoppedBy } }: { latest: WhatIfLatest }) {
  const t = useTranslations("ruleEffects");
  return (
    <Notice kind="warn" title={t("failedTitle")}>
      {stoppedBy ? (
        <>
          <p>{t("cannotEvaluate", { province: provinceNamed(stoppedBy.province) })}</p>
          {stoppedBy.holderId && (
            <Link
              href={`/holders/${stoppedBy.holderId}`}
              className="inline-flex min-h-12 items-center"
            >
              {t("openCase")}
            </Link>
          )}
        </>
      ) : (
        <p>{t(failure === "NOT_ALLOWED" ? "failed_NOT_ALLOWED" : "failed_UNEXPECTED")}</p>
      )}
    </Notice>
  );
}
