import { aoAgencyOf } from "@/domain/agencies";
import type { Answers } from "@/domain/assessment";
import { answersSchema } from "@/domain/assessment/answers";
import type { StoredForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import type { Subject } from "@/domain/policy";
import { rulesOfVersion, rulesOn } from "@/domain/rules/sets";
import { withInterviewLeft } from "@/server/caseload/work";
import { incomeColumns, incomesOf } from "@/server/holders/incomes";
import { phoneColumns } from "@/server/holders/phone";
import { isoDays } from "@/server/iso-days";
import { holdersFor, type Scoped } from "@/server/scope";
import { paperMenuOf } from "./paper-menu";
import { storedDecision, storedForms } from "./stored";

/** A holder as the subject of a change; null out of reach. */
export async function holderSubject({ tx }: Scoped, holderId: string): Promise<Subject | null> {
  const holder = await tx.holder.findUnique({
    where: { id: holderId },
    select: { id: true, provinceCode: true, districtCode: true, accountOfficerId: true },
  });
  return holder && { type: "holder", ...holder };
}

/** An assessment as the subject of its confirmation; null out of reach. */
export async function assessmentSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const assessment = await tx.assessment.findUnique({
    where: { id },
    select: {
      provinceCode: true,
      districtCode: true,
      holder: { select: { accountOfficerId: true } },
    },
  });
  if (!assessment) return null;
  const { holder, ...area } = assessment;
  return { type: "assessment", id, ...area, ...holder };
}

/** The holder's forms as the rules read them; null out of reach. */
export async function findForms(
  { tx, actor }: Scoped,
  holderId: string,
): Promise<StoredForms | null> {
  const holder = await tx.holder.findUnique({
    where: { id: holderId },
    select: {
      ...incomeColumns,
      standing: true,
      birthDate: true,
      intents: { select: { answer: true, intentOn: true, confirmation: true, afterDeath: true } },
      assessments: {
        select: {
          answer: true,
          interviewedOn: true,
          confirmation: true,
          afterDeath: true,
          targetGroup: true,
        },
      },
      departures: { select: { kind: true, confirmation: true, departedOn: true, source: true } },
    },
  });
  if (!holder) return null;
  const read = isoDays(holder);
  return storedForms({ ...read, incomes: incomesOf(read) }, aoAgencyOf(actor.agency));
}

/** The actor's own draft of the holder's assessment, if there is one. */
export async function findDraft({ tx, actor }: Scoped, holderId: string) {
  const draft = await tx.assessmentDraft.findUnique({
    where: { holderId_officerId: { holderId, officerId: actor.id } },
    select: { answers: true, version: true, savedAt: true },
  });
  return draft && shownDraft(draft);
}
export type InterviewDraft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** A draft as it leaves the server: a value that no longer fits the form is left out. */
export function shownDraft(draft: { answers: unknown; version: number; savedAt: Date }) {
  const { answers } = draft;
  return {
    version: draft.version,
    savedAt: draft.savedAt.toISOString(),
    answers: readAnswers(answers),
  };
}

function readAnswers(stored: unknown): Answers {
  const parsed = answersSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const faulty = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const fitting = Object.entries(stored as object).filter(([field]) => !faulty.has(field));
  return answersSchema.parse(Object.fromEntries(fitting));
}

/** Everything the interview shows of a holder of the actor's caseload; null out of reach. */
export async function findInterview(scope: Scoped, holderId: string, today: IsoDate) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "assessment.write")] },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      districtCode: true,
      houseNo: true,
      moo: true,
      birthDate: true,
      correctedBirthDate: true,
      ...phoneColumns,
      ministryOccupation: true,
      mustReach: true,
      incomeBand: true,
      subdistrict: { select: { name: true } },
      district: { select: { name: true } },
    },
  });
  const forms = holder && (await findForms(scope, holderId));
  if (!holder || !forms) return null;
  return {
    holder: isoDays(holder),
    forms,
    draft: await findDraft(scope, holderId),
    bankOfficers: await listBankOfficers(scope, holder.districtCode, today),
  };
}
export type Interview = NonNullable<Awaited<ReturnType<typeof findInterview>>>;

/** The name of a holder of the actor's caseload, for the form of a refused interview; null out of reach. */
export async function findInterviewee({ tx, actor }: Scoped, holderId: string) {
  return tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "interview.refuse")] },
    select: { id: true, title: true, firstName: true, lastName: true, interviewedOn: true },
  });
}

/** The officers who work in a district of the banks that join interviews on a day: they may join one. */
export async function listBankOfficers(
  { tx, actor, ruleSets }: Scoped,
  districtCode: string,
  day: IsoDate,
) {
  return tx.officer.findMany({
    where: {
      agency: { in: [...rulesOn(ruleSets, day).coInterview.value.banks] },
      status: "active",
      role: { in: ["account_officer", "agency_officer"] },
      id: { not: actor.id },
      // Also a bank's provincial officer who is matched with a holder of the actor's caseload there.
      OR: [
        { districtCode },
        { codes: { some: { districtCode } } },
        { coInterviews: { some: { districtCode, status: "matched" } } },
      ],
    },
    select: { id: true, name: true, agency: true, position: true },
    orderBy: [{ agency: "asc" }, { name: "asc" }],
  });
}
export type BankOfficer = Awaited<ReturnType<typeof listBankOfficers>>[number];

/** One submitted assessment as it was frozen; null out of reach. */
export async function findAssessment(
  { tx, actor, ruleSets }: Scoped,
  holderId: string,
  id: string,
) {
  const found = await tx.assessment.findFirst({
    where: { AND: [{ id, holderId }, { holder: holdersFor(actor, "holder.read") }] },
    include: {
      projects: { orderBy: { priority: "asc" } },
      holder: { select: { title: true, firstName: true, lastName: true } },
      recordedBy: { select: { id: true, name: true, agency: true } },
      coInterviewer: { select: { name: true, agency: true } },
    },
  });
  if (!found) return null;
  const { decision, recommended } = storedDecision(found.decision);
  const confirmedBy = found.confirmedById
    ? await tx.officer.findUnique({ where: { id: found.confirmedById }, select: { name: true } })
    : null;
  return {
    ...isoDays(found),
    /** The version of the rules that decided it: its words are read from there. */
    rules: rulesOfVersion(ruleSets, found.rulesVersion),
    confirmedBy,
    decision,
    recommended,
  };
}
export type FrozenAssessment = NonNullable<Awaited<ReturnType<typeof findAssessment>>>;

/** The holders of a village for whom a form is printed: in the actor's reach, met or not. */
export async function listPaperForms(
  { tx, actor, ruleSets }: Scoped,
  { subdistrictCode, moo }: { subdistrictCode: string; moo: number },
) {
  const holders = await tx.holder.findMany({
    where: {
      AND: [
        holdersFor(actor, "form.print"),
        { subdistrictCode, moo, counted: true },
        withInterviewLeft(),
      ],
    },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      nationalIdLast4: true,
      houseNo: true,
      moo: true,
      birthDate: true,
      correctedBirthDate: true,
      incomeBand: true,
      rulesVersion: true,
      ...phoneColumns,
      ministryOccupation: true,
      accountOfficerCode: true,
      latestAnswer: true,
      firstYesOn: true,
      subdistrict: { select: { name: true } },
      district: { select: { name: true } },
    },
    orderBy: [{ searchName: "asc" }, { id: "asc" }],
    take: 200,
  });
  return isoDays(holders).map(({ rulesVersion, incomeBand, ...holder }) => ({
    ...holder,
    rules: paperMenuOf(rulesOfVersion(ruleSets, rulesVersion), incomeBand),
  }));
}
export type PaperHolder = Awaited<ReturnType<typeof listPaperForms>>[number];

/** The villages in the actor's reach with holders not interviewed yet, and how many. */
export async function listVillages({ tx, actor }: Scoped) {
  const rows = await tx.holder.groupBy({
    by: ["subdistrictCode", "moo"],
    where: {
      AND: [
        holdersFor(actor, "form.print"),
        withInterviewLeft(),
        { moo: { not: null }, counted: true },
      ],
    },
    _count: true,
    orderBy: [{ subdistrictCode: "asc" }, { moo: "asc" }],
  });
  const names = await tx.subdistrict.findMany({
    where: { code: { in: rows.map(({ subdistrictCode }) => subdistrictCode) } },
    select: { code: true, name: true },
  });
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  return rows.flatMap(({ subdistrictCode, moo, _count }) =>
    moo === null
      ? []
      : [{ subdistrictCode, subdistrict: nameOf.get(subdistrictCode) ?? "", moo, people: _count }],
  );
}
export type VillageToPrint = Awaited<ReturnType<typeof listVillages>>[number];
