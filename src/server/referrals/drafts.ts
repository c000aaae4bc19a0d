import { randomUUID } from "node:crypto";
import type { ProjectAgency } from "@/domain/agencies";
import { nextDayOf } from "@/domain/referral";
import { projectOf } from "@/domain/rules/menu";
import type { RuleSet } from "@/domain/rules/rule-set";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

type Plan = {
  holderId: string;
  provinceCode: string;
  districtCode: string;
  assessmentId: string;
};
type Wanted = { project: string; agency: ProjectAgency };

/** The agencies of a plan's projects: a project of two agencies goes to both. */
export function agenciesOf(rules: RuleSet, projects: readonly string[]): Wanted[] {
  return projects.flatMap((project) =>
    projectOf(rules, project).agencies.map((agency) => ({ project, agency })),
  );
}

/** A draft for each agency; if one is still open for the same person, project and agency, that one stays. */
export async function draftReferrals(
  { tx, actor }: Scoped,
  plan: Plan,
  wanted: readonly Wanted[],
  today: string,
) {
  if (wanted.length === 0) return;
  const nextOn = nextDayOf("draft", today, 0);
  await tx.referral.createMany({
    data: wanted.map((each) => ({
      ...plan,
      ...each,
      id: randomUUID(),
      nextOn: nextOn && toDateColumn(nextOn),
      changedOn: toDateColumn(today),
      changedById: actor.id,
      recordedById: actor.id,
      recordedOn: toDateColumn(today),
    })),
    skipDuplicates: true,
  });
}
