import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { headlineFigures } from "@/app/parts/headline-figures";
import { planHeadline } from "@/domain/headline";
import { usualAssumptions } from "@/domain/outreach-plan";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { seasonOf } from "@/domain/season";
import { formatThaiDate } from "@/domain/thai-dates";
import { listSubdistrictNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import {
  listGroupedTally,
  listOutreachPlans,
  reckonOutreachPlan,
} from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { AskOfficers } from "./ask-officers";
import { ClassificationCard } from "./classification-card";
import { OutreachBasis } from "./plan-basis";
import { PlanForm } from "./plan-form";
import { PlanVersions } from "./plan-versions";
import { WaysOut } from "./ways-out";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("planTitle") };
}

export default async function PlanPage({ searchParams }: PageProps<"/district/plan">) {
  const actor = await requireActor();
  if (!mayEver(actor, "outreach.plan")) notFound();
  const { plans, rows, rules, names, reckoned, today } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const plans = await listOutreachPlans(scope);
    return {
      today,
      plans,
      rules: rulesOn(scope.ruleSets, today),
      rows: await listGroupedTally(scope),
      names: await listSubdistrictNames(actor.districtCode ?? "", scope.tx),
      reckoned: await reckonOutreachPlan(scope, plans[0]?.assumptions ?? usualAssumptions, today),
    };
  });
  const t = await getTranslations("preparation");
  const district = await getTranslations("district");
  const { facts, result } = reckoned;
  const listed = rows.length;
  const over = seasonOf(today, facts.homeVisits) === "over";
  const headline = planHeadline(listed, { left: facts.left.all, awaited: facts.awaited }, result);
  return (
    <>
      <PageHeading
        eyebrow={
          <>
            <Link href="/district">{district("title")}</Link> / {t("planTitle")}
          </>
        }
        title={t(`planHeadline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={listed > 0 && <OutreachBasis facts={facts} date={formatThaiDate(today)} />}
        actions={listed > 0 && <WaysOut result={result} facts={facts} />}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("noHoldersText")} />
      ) : (
        <div className="grid gap-5">
          {/* A kept version has its own page to print. */}
          <div
            data-screen-only
            className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]"
          >
            {over ? (
              <Notice title={t("planOver")}>
                {t(plans.length > 0 ? "planOverText" : "planOverNone")}
              </Notice>
            ) : (
              <PlanForm facts={facts} initial={plans[0]?.assumptions ?? usualAssumptions} />
            )}
            <div className="grid gap-5">
              {result.officersMissing ? (
                // Counted anew when another number is missing.
                <AskOfficers key={result.officersMissing} missing={result.officersMissing} />
              ) : null}
              <PlanVersions plans={plans} over={over} />
            </div>
          </div>
          <ClassificationCard
            rules={rules}
            rows={rows}
            names={names}
            district={actor.districtCode ?? ""}
            given={await searchParams}
          />
        </div>
      )}
    </>
  );
}
