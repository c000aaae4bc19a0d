import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ProjectGuidesProvider } from "@/app/parts/project-guides";
import { ageToday } from "@/domain/age";
import type { Answers } from "@/domain/assessment";
import type { IsoDate } from "@/domain/calendar";
import { deathIn } from "@/domain/entitlement-end";
import { type Phones, phoneOf } from "@/domain/phone";
import { mayEver } from "@/domain/policy";
import { occupationListed } from "@/domain/rules/listed-occupation";
import type { RuleSet } from "@/domain/rules/rule-set";
import { bandNamed } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { monthsOfYes } from "@/domain/rules/top-up";
import { seasonOf } from "@/domain/season";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { findInterview } from "@/server/assessments/queries";
import { contextOf } from "@/server/assessments/submission";
import { programmeDate } from "@/server/clock";
import { listProjectGuides } from "@/server/project-guides/queries";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { findHousehold } from "@/server/visits/household";
import { Notice } from "@/ui/notice";
import { Tag } from "@/ui/tag";
import { InterviewScreen } from "./interview";

type Props = { params: Promise<{ holderId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("assessment"))("title") };
}

export default async function AssessmentPage({ params }: Props) {
  const actor = await requireActor();
  const given = z.uuid().safeParse((await params).holderId);
  if (!given.success || !mayEver(actor, "assessment.write")) notFound();
  const holderId = given.data;
  const found = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const interview = await findInterview(scope, holderId, today);
    if (!interview) return null;
    auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "assessment" });
    const { ruleSets } = scope;
    const guides = await listProjectGuides(scope);
    const { travel } = await findHousehold(scope, holderId);
    const visits = await homeVisits(scope, today);
    const context = contextOf(scope, today);
    return { ...interview, today, travel, ruleSets, guides, context, visits };
  });
  if (!found) notFound();

  const { holder, forms, draft, bankOfficers, today, ruleSets, guides, context, visits } = found;
  const rules = rulesOn(ruleSets, today);
  const occupation = occupationListed(ruleSets, rules, holder.ministryOccupation);
  const [t, words] = await Promise.all([getTranslations("assessment"), getTranslations("words")]);
  const age = ageToday(holder, today);
  const death = deathIn(forms.holder.ends);
  return (
    <ProjectGuidesProvider value={guides}>
      {death && (
        <div className="mb-4">
          <Notice kind="warn" title={t("recordedDead", { date: formatThaiDate(death.on) })}>
            {t("recordedDeadText")}
          </Notice>
        </div>
      )}
      {!draft && seasonOf(today, visits) === "over" && (
        <div className="mb-4">
          <SeasonOver until={visits.until} rules={rules} today={today} />
        </div>
      )}
      <InterviewScreen
        holderId={holder.id}
        who={
          <div className="flex min-w-0 flex-col items-start gap-1">
            <p className="text-sm text-soft max-md:hidden">{t("formOf")}</p>
            <p className="max-w-full truncate text-lg font-bold leading-snug max-md:text-base">
              {holder.title}
              {holder.firstName} {holder.lastName}
            </p>
            <p className="text-sm text-soft max-md:hidden">
              {age === null ? words("ageUnknown") : words("age", { age })} ·{" "}
              {bandNamed(rules, holder.incomeBand)}
            </p>
            <div className="max-md:hidden">
              <Tag tone={holder.mustReach ? "due" : "quiet"}>
                {words(holder.mustReach ? "mustReach" : "voluntary")}
              </Tag>
            </div>
          </div>
        }
        initial={draft?.answers ?? prefilled(holder, today, { codesOf: rules.version, occupation })}
        draft={draft}
        forms={forms}
        context={context}
        bankOfficers={bankOfficers}
        houseTravel={found.travel}
        listedOccupation={occupation}
      />
    </ProjectGuidesProvider>
  );
}

/** That nobody is visited for an interview any more, and what a yes of today still gives. */
async function SeasonOver({ until, rules, today }: Over) {
  const t = await getTranslations("assessment");
  const months = monthsOfYes(rules, today);
  return (
    <Notice kind="warn" title={t("seasonOver", { date: formatThaiDate(until) })}>
      {months
        ? t("seasonOverPaid", {
            from: formatThaiMonth(months.from),
            until: formatThaiMonth(months.until),
          })
        : t("seasonOverUnpaid", { last: formatThaiMonth(rules.topUp.lastMonth.value) })}{" "}
      {t("seasonOverFollowUp")}
    </Notice>
  );
}
type Over = { until: IsoDate; rules: RuleSet; today: IsoDate };

/** What the list already knows; the officer asks, and changes what is no longer true. */
function prefilled(
  holder: Phones,
  today: IsoDate,
  { codesOf, occupation }: { codesOf: string; occupation: string | null },
): Answers {
  const phone = phoneOf(holder);
  return {
    interviewedOn: today,
    codesOf,
    ...(phone && { phone }),
    ...(occupation && { occupation }),
  };
}
