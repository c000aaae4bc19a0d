import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { holderSubject } from "@/server/assessments/queries";
import { programmeDate } from "@/server/clock";
import { viewPlan } from "@/server/plans/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { PlanPaper } from "./plan-paper";

type Props = PageProps<"/holders/[holderId]/plan">;

export async function generateMetadata() {
  return { title: (await getTranslations("plan"))("title") };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  const asked = z.coerce
    .number()
    .int()
    .min(1)
    .safeParse((await searchParams).version);
  if (!holderId.success || !mayEver(actor, "holder.read")) notFound();
  const found = await scoped(actor, async (scope) => {
    const plan = await viewPlan(scope, holderId.data, asked.success ? asked.data : null);
    if (!plan && !(await holderSubject(scope, holderId.data))) return null;
    return { plan, today: await programmeDate(scope.tx) };
  });
  if (!found) notFound();
  const { plan, today } = found;
  if (!plan) return <NoPlan holderId={holderId.data} />;
  return <PlanPaper plan={plan} today={today} holderId={holderId.data} role={actor.role} />;
}

async function NoPlan({ holderId }: { holderId: string }) {
  const t = await getTranslations("caseFile");
  const words = await getTranslations("plan");
  return (
    <>
      <PageHeading title={t("planEmpty")} />
      <EmptyState
        title={t("planEmptyText")}
        action={
          <LinkButton href={`/holders/${holderId}`} tone="secondary">
            {words("back")}
          </LinkButton>
        }
      />
    </>
  );
}
