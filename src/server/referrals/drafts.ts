import { randomUUID } from "node:crypto";
import { nextDayOf } from "@/domain/referral";
import { projectOf } from "@/domain/rules/menu";
import { rules2018 } from "@/domain/rules/rules-2018";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

type Plan = {
  holderId: string;
  provinceCode: string;
  districtCode: string;
  assessmentId: string;
  projects: readonly string[];
};

/**
 * Each project of a plan becomes a draft to its agency; a project of two agencies becomes two. Where one is still open
 * for the same person, project and agency it stays, and where the plan's own was sent before nothing is begun again.
 */
export async function draftReferrals({ tx, actor }: Scoped, plan: Plan, today: string) {
  const { holderId, assessmentId, provinceCode, districtCode } = plan;
  const there = await tx.referral.findMany({
    where: { holderId },
    select: { project: true, agency: true, assessmentId: true, endedOn: true },
  });
  const wanted = plan.projects.flatMap((project) =>
    projectOf(rules2018, project).agencies.map((agency) => ({ project, agency })),
  );
  const data = wanted
    .filter(
      ({ project, agency }) =>
        !there.some(
          (row) =>
            row.project === project &&
            row.agency === agency &&
            (row.endedOn === null || row.assessmentId === assessmentId),
        ),
    )
    .map(({ project, agency }) => ({
      id: randomUUID(),
      holderId,
      provinceCode,
      districtCode,
      assessmentId,
      project,
      agency,
      nextOn: toDateColumn(nextDayOf("draft", today, 0) as string),
      changedOn: toDateColumn(today),
      changedById: actor.id,
      recordedById: actor.id,
      recordedOn: toDateColumn(today),
    }));
  if (data.length > 0) await tx.referral.createMany({ data });
  return data.length;
}
