import { decisionFor } from "@/domain/assessment/entitlement";
import { factsOf, rulesForForms } from "@/domain/assessment/facts";
import { intendedOccupation } from "@/domain/assessment/groups";
import type { IsoDate } from "@/domain/calendar";
import { nameChanges, type PlanBasis, planChanges } from "@/domain/plan";
import { codeNamed } from "@/domain/rules/code-lists";
import { rulesOfVersion } from "@/domain/rules/sets";
import { findForms } from "@/server/assessments/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { findOffice } from "@/server/offices/queries";
import { oneOffsOfHolder } from "@/server/one-offs/queries";
import { listProjectGuides } from "@/server/project-guides/queries";
import { listReferralsOf } from "@/server/referrals/queries";
import { namedProjects } from "@/server/rules/projects";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

/** The versions of a person's plan that count, newest first: their interview is confirmed, or needs no confirmation. */
export async function listPlanVersions({ tx }: Scoped, holderId: string) {
  const rows = await tx.planVersion.findMany({
    where: {
      holderId,
      assessment: { counts: true },
    },
    select: {
      id: true,
      number: true,
      source: true,
      decision: true,
      changes: true,
      goals: true,
      agreedOn: true,
      assessmentId: true,
      recordedBy: { select: { name: true } },
      assessment: {
        select: {
          mainCause: true,
          nextContactOn: true,
          officerCode: true,
          rulesVersion: true,
          consentReferral: true,
          projects: { orderBy: { priority: "asc" } },
        },
      },
    },
    orderBy: { number: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    basis: row.decision,
    agreedOn: fromDateColumn(row.agreedOn),
    nextContactOn: row.assessment.nextContactOn && fromDateColumn(row.assessment.nextContactOn),
  }));
}
export type PlanVersionRow = Awaited<ReturnType<typeof listPlanVersions>>[number];

/** What the rules decide from the stored forms for a plan of this day; null out of reach. */
export async function planBasisOn(
  scope: Scoped,
  holderId: string,
  day: IsoDate,
): Promise<PlanBasis | null> {
  const forms = await findForms(scope, holderId);
  if (!forms) return null;
  const rules = rulesForForms(scope.ruleSets, forms, day);
  const facts = factsOf(rules, forms, day);
  const { band, topUp, menu } = decisionFor(rules, facts, forms);
  return { band, topUp, menu, facts };
}

async function dueOnce(scope: Scoped, holderId: string) {
  const forms = await findForms(scope, holderId);
  const given = await oneOffsOfHolder(scope, holderId, forms?.holder.ends ?? []);
  return given.filter(({ due }) => due);
}

/** A person's plan for printing, with its versions and what has changed since the one in force. Audited. */
export async function viewPlan(scope: Scoped, holderId: string, version: number | null) {
  const { tx, actor, ruleSets } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "holder.read")] },
    select: {
      title: true,
      firstName: true,
      lastName: true,
      nationalIdLast4: true,
      houseNo: true,
      moo: true,
      subdistrict: { select: { name: true } },
      districtCode: true,
      district: { select: { name: true } },
      accountOfficer: { select: { name: true, phone: true } },
    },
  });
  if (!holder) return null;
  const versions = await listPlanVersions(scope, holderId);
  const shown = version === null ? versions[0] : versions.find(({ number }) => number === version);
  if (!shown) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "plan" });
  const today = await programmeDate(tx);
  const now = await planBasisOn(scope, holderId, today);
  const inForce = versions[0];
  const { answers } = await tx.assessment.findUniqueOrThrow({
    where: { id: shown.assessmentId },
    select: { answers: true },
  });
  // In the words of the list by which it was asked, whatever list is in force since.
  const rules = rulesOfVersion(ruleSets, shown.assessment.rulesVersion);
  const occupation = intendedOccupation(rules, answers);
  return {
    holder: { ...holder, name: fullName(holder.title, holder.firstName, holder.lastName) },
    shown: {
      ...shown,
      // What went by is no next appointment: a plan is printed again months later.
      nextContactOn:
        shown.nextContactOn && shown.nextContactOn >= today ? shown.nextContactOn : null,
      occupation: occupation && codeNamed(rules, "occupations", occupation),
      changes: nameChanges(ruleSets, shown.agreedOn, shown.changes),
      projects: namedProjects(ruleSets, shown.assessment.rulesVersion, shown.assessment.projects),
    },
    versions: versions.map(({ number, agreedOn, changes }) => ({
      number,
      agreedOn,
      changes: nameChanges(ruleSets, agreedOn, changes),
    })),
    inForce: shown.number === inForce?.number,
    changesNow: now && inForce ? nameChanges(ruleSets, today, planChanges(inForce.basis, now)) : [],
    /** What letters give once to the holder, as it stands today. */
    oneOffs: await dueOnce(scope, holderId),
    referrals: await listReferralsOf(scope, holderId),
    office: await findOffice(scope, holder.districtCode),
    guides: await listProjectGuides(scope),
  };
}
export type PlanView = NonNullable<Awaited<ReturnType<typeof viewPlan>>>;
