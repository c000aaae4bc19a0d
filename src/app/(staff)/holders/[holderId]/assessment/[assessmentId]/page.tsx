import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { findAssessment } from "@/server/assessments/queries";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { findHousehold } from "@/server/visits/household";
import { FrozenAssessmentView } from "./frozen-view";

type Props = { params: Promise<{ holderId: string; assessmentId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("assessment"))("title") };
}

export default async function SubmittedAssessmentPage({ params }: Props) {
  const actor = await requireActor();
  const given = z.object({ holderId: z.uuid(), assessmentId: z.uuid() }).safeParse(await params);
  if (!given.success || !mayEver(actor, "holder.read")) notFound();
  const { holderId, assessmentId } = given.data;
  const assessment = await scoped(actor, async (scope) => {
    const found = await findAssessment(scope, holderId, assessmentId);
    if (!found) return null;
    auditRead(scope, "holder.read", { type: "holder", id: holderId }, { assessmentId });
    return { ...found, household: await findHousehold(scope, holderId) };
  });
  if (!assessment) notFound();
  return (
    <FrozenAssessmentView
      assessment={assessment}
      housemates={assessment.household.waiting}
      mayGoOn={mayEver(actor, "assessment.write")}
      mayConfirm={mayEver(actor, "assessment.confirm") && assessment.recordedBy.id !== actor.id}
    />
  );
}
