import { fromDateColumn } from "@/server/clock";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { decryptNationalId } from "./national-id";

const officerName = { select: { name: true, position: true } } as const;

/** Everything the case file shows of one holder, or null; the view is audited. */
export async function viewHolder(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "holder.read")] },
    select: {
      id: true,
      provinceCode: true,
      districtCode: true,
      subdistrictCode: true,
      title: true,
      firstName: true,
      lastName: true,
      nameOnCard: true,
      nationalIdLast4: true,
      birthDate: true,
      birthDatePrecision: true,
      moo: true,
      houseNo: true,
      phone: true,
      ministryPhone: true,
      ministryOccupation: true,
      currentAddress: true,
      income2559Satang: true,
      incomeBand: true,
      ageClass: true,
      state: true,
      latestAnswer: true,
      createdAt: true,
      accountOfficerId: true,
      accountOfficerCode: true,
      accountOfficer: { select: { name: true, agency: true } },
      district: { select: { name: true } },
      subdistrict: { select: { name: true } },
      createdBatch: { select: { number: true, programmeOn: true } },
    },
  });
  if (!holder) return null;
  await auditRead(scope, "holder.read", { type: "holder", id: holderId });
  return { ...holder, birthDate: holder.birthDate && fromDateColumn(holder.birthDate) };
}
export type HolderView = NonNullable<Awaited<ReturnType<typeof viewHolder>>>;

/** The forms, assignments and imports of a holder, newest first: what the case file and its timeline are made of. */
export async function listCasework({ tx, actor }: Scoped, holderId: string) {
  const where = { holderId };
  const intents = await tx.intent.findMany({
    where,
    orderBy: { recordedAt: "desc" },
    include: { recordedBy: officerName },
  });
  const assessments = await tx.assessment.findMany({
    where,
    orderBy: [{ interviewedOn: "desc" }, { recordedAt: "desc" }],
    include: {
      recordedBy: officerName,
      coInterviewer: officerName,
      projects: { orderBy: { priority: "asc" } },
    },
  });
  const assignments = await tx.assignment.findMany({
    where,
    orderBy: { createdAt: "desc" },
    include: { officer: officerName, assignedBy: officerName },
  });
  const refusals = await tx.interviewRefusal.findMany({
    where,
    orderBy: { recordedAt: "desc" },
    include: { recordedBy: officerName },
  });
  const newest = {
    where,
    orderBy: { recordedAt: "desc" },
    include: { recordedBy: officerName },
  } as const;
  const visits = await tx.visit.findMany(newest);
  const appointments = await tx.appointment.findMany(newest);
  const absences = await tx.absence.findMany(newest);
  const departures = await tx.departure.findMany(newest);
  const incomes = await tx.holderIncome.findMany({
    where,
    include: { batch: { select: { number: true, undoneAt: true } } },
  });
  const changes = await tx.importChange.findMany({
    where,
    select: { batch: { select: { number: true, programmeOn: true, finishedAt: true } } },
  });
  const draft =
    actor.role === "account_officer"
      ? await tx.assessmentDraft.findUnique({
          where: { holderId_officerId: { holderId, officerId: actor.id } },
          select: { savedAt: true, startedOn: true },
        })
      : null;
  return {
    intents,
    assessments,
    assignments,
    refusals,
    visits,
    appointments,
    absences,
    departures,
    incomes,
    changes,
    draft,
  };
}
export type Casework = Awaited<ReturnType<typeof listCasework>>;

/** The full national ID of a holder in reach of `holder.reveal`, or null. Each look is audited by itself. */
export async function revealNationalId(scope: Scoped, holderId: string): Promise<string | null> {
  const holder = await scope.tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(scope.actor, "holder.reveal")] },
    select: { nationalIdEnc: true },
  });
  if (!holder) return null;
  await auditRead(scope, "holder.reveal", { type: "holder", id: holderId });
  return decryptNationalId(holder.nationalIdEnc, holderId);
}
