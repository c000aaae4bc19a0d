import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/app/printed/letter";
import { aoAgencyName } from "@/domain/agencies";
import { usualAssumptions } from "@/domain/outreach-plan";
import { mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listOutreachPlans, reckonPlan } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { askedAgencies } from "../ways-out";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("requestTitle") };
}

/** The chief's letter to an agency that could send more account officers, with the figures of today's plan. */
export default async function RequestPage({ searchParams }: PageProps<"/district/plan/request">) {
  const [asked, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "outreach.plan")) notFound();
  const agency = askedAgencies.find((each) => each === asked.agency);
  if (!agency) notFound();
  const { area, today, facts, result } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const [newest] = await listOutreachPlans(scope);
    return {
      today,
      area: await getAreaNames(actor, scope.tx),
      ...(await reckonPlan(scope, newest?.assumptions ?? usualAssumptions, today)),
    };
  });
  // Nothing is asked for that the plan does not need.
  if (!result.officersMissing) notFound();
  const t = await getTranslations("preparation");
  const papers = await getTranslations("papers");
  const district = area.district ?? "";
  const name = area.province ?? "";
  const province = provinceNamed(name);
  return (
    <Letter
      back={{ href: "/district/plan", label: t("planTitle") }}
      office={t("seat", { district, province })}
      date={today}
      subject={t("requestSubject", { district })}
      to={papers(`head_${agency}`, { province, name })}
      paragraphs={[
        t("requestReason", {
          district,
          date: formatThaiDate(today),
          left: facts.left.all,
          days: result.fieldDays,
          until: formatThaiDate(facts.homeVisits.until),
          needed: result.officersNeeded ?? 0,
          officers: result.officers,
          missing: result.officersMissing,
        }),
        t("requestAsk", {
          district,
          agency: aoAgencyName(agency),
          missing: result.officersMissing,
        }),
        t("requestWish"),
      ]}
      signer={t("chief", { district })}
    />
  );
}
