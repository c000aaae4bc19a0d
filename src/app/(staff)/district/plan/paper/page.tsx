import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { listOutreachPlans } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DescriptionList } from "@/ui/description-list";
import { PageHeading } from "@/ui/page-heading";
import { OutreachBasis } from "../plan-basis";
import { OutreachResult } from "../plan-result";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("planTitle") };
}

/** One kept version, as it was calculated on its day. */
export default async function PlanPaperPage({ searchParams }: PageProps<"/district/plan/paper">) {
  const actor = await requireActor();
  if (!mayEver(actor, "outreach.plan")) notFound();
  const { version } = await searchParams;
  const { plans, area } = await scoped(actor, async (scope) => ({
    plans: await listOutreachPlans(scope),
    area: await getAreaNames(actor, scope.tx),
  }));
  const plan = plans.find((each) => String(each.version) === version);
  if (!plan) notFound();
  const t = await getTranslations("preparation");
  const orders = await getTranslations("orders");
  const { assumptions, result, recordedBy, recordedOn, order, note } = plan;
  return (
    <Sheet back={{ href: "/district/plan", label: t("planTitle") }} printLabel={t("print")}>
      <PageHeading
        title={t("planPaperTitle", { district: area.district ?? "", version: plan.version })}
        sub={
          <>
            {t("planPaperSub", { date: formatThaiDate(recordedOn), ...recordedBy })}
            {order && ` ${orders("byOrder", { head: "district_chief", ...order })}`}
          </>
        }
      />
      <div className="grid gap-5">
        <p>
          <OutreachBasis facts={result} date={formatThaiDate(recordedOn)} />
        </p>
        <DescriptionList
          items={[
            {
              term: t("interviewsADay"),
              detail: t("people", { count: assumptions.interviewsADay }),
            },
            { term: t("deskCapacity"), detail: t("people", { count: assumptions.deskCapacity }) },
            ...(note ? [{ term: t("note"), detail: note }] : []),
          ]}
        />
        <OutreachResult result={result} shared={result.shared ?? []} />
      </div>
    </Sheet>
  );
}
