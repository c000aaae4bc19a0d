import { projectNameOn } from "@/domain/rules/sets";
import { fromDateColumn, systemDate } from "@/server/clock";
import { getReferralConsent } from "@/server/consents/queries";
import { findFollowUp } from "@/server/follow-ups/queries";
import { type IsoDays, isoDays } from "@/server/iso-days";
import { reportable } from "@/server/ministry/counts";
import { listReferralsOf } from "@/server/referrals/queries";
import { namedProjects } from "@/server/rules/projects";
import type { Scoped } from "@/server/scope";
import { answersGiven, answersSince } from "@/server/visits/answers-after-death";

const officerName = { select: { name: true, position: true } } as const;
const batchNumber = { select: { number: true, programmeOn: true, finishedAt: true } } as const;
const newest = { orderBy: { recordedAt: "desc" }, include: { recordedBy: officerName } } as const;

/**
 * What a case file is made of: one line for each kind of row, with this holder's rows, newest first, as row security shows
 * them to the reader. A new kind needs its line here, its events in `app/(staff)/holders/[holderId]/history/` and, where
 * something may have to be done, its step in `…/next/`.
 */
const sources = {
  intents: ({ tx }: Scoped, holderId: string) =>
    tx.intent.findMany({ where: { holderId }, ...newest }),
  assessments: listAssessments,
  assignments: ({ tx }: Scoped, holderId: string) =>
    tx.assignment.findMany({
      where: { holderId },
      orderBy: { createdAt: "desc" },
      include: { officer: officerName, assignedBy: officerName },
    }),
  transfers: ({ tx }: Scoped, holderId: string) =>
    tx.transferPerson.findMany({
      where: { holderId },
      select: {
        transfer: {
          select: {
            id: true,
            status: true,
            reason: true,
            answerReason: true,
            recordedOn: true,
            recordedAt: true,
            toOfficer: officerName,
            recordedBy: officerName,
          },
        },
      },
    }),
  coInterviews: ({ tx }: Scoped, holderId: string) =>
    tx.coInterview.findMany({ where: { holderId }, orderBy: { recordedAt: "desc" } }),
  refusals: ({ tx }: Scoped, holderId: string) =>
    tx.interviewRefusal.findMany({ where: { holderId }, ...newest }),
  visits: ({ tx }: Scoped, holderId: string) =>
    tx.visit.findMany({ where: { holderId }, ...newest }),
  appointments: ({ tx }: Scoped, holderId: string) =>
    tx.appointment.findMany({ where: { holderId }, ...newest }),
  absences: ({ tx }: Scoped, holderId: string) =>
    tx.absence.findMany({ where: { holderId }, ...newest }),
  departures: listDepartures,
  contacts: listContacts,
  attempts: ({ tx }: Scoped, holderId: string) =>
    tx.contactAttempt.findMany({ where: { holderId }, ...newest }),
  followUp: findFollowUp,
  ministry: ({ tx }: Scoped, holderId: string) =>
    tx.ministryEntry.findMany({
      where: { holderId, ...reportable },
      orderBy: { occurredOn: "desc" },
    }),
  incomes: ({ tx }: Scoped, holderId: string) =>
    tx.holderIncome.findMany({
      where: { holderId },
      include: { batch: { select: { number: true, undoneAt: true } } },
    }),
  changes: ({ tx }: Scoped, holderId: string) =>
    tx.importChange.findMany({
      where: { holderId },
      select: { batch: batchNumber },
    }),
  corrections: ({ tx }: Scoped, holderId: string) =>
    tx.correction.findMany({
      where: { holderId },
      orderBy: { recordedAt: "desc" },
      include: { requestedBy: officerName, decidedBy: officerName, closedBatch: batchNumber },
    }),
  inquiries: ({ tx }: Scoped, holderId: string) =>
    tx.inquiry.findMany({
      where: { holderId },
      orderBy: { recordedAt: "desc" },
      include: {
        recordedBy: officerName,
        owner: officerName,
        answeredBy: officerName,
        passes: { include: { passedBy: officerName, to: officerName } },
      },
    }),
  referrals: listReferralsOf,
  referralConsent: getReferralConsent,
  draft: findOwnDraft,
};

type Sources = typeof sources;
export type Casework = { [Noun in keyof Sources]: IsoDays<Awaited<ReturnType<Sources[Noun]>>> };

/** The rows of every kind: the case file, its history and its next step are made of them. */
export async function listCasework(scope: Scoped, holderId: string): Promise<Casework> {
  const casework: Record<string, unknown> = {};
  // One after another: they share one transaction.
  for (const [noun, read] of Object.entries(sources))
    casework[noun] = isoDays(await read(scope, holderId));
  return casework as Casework;
}

/** Deaths and moves, each death with the answers that it contradicts. */
async function listDepartures({ tx }: Scoped, holderId: string) {
  const rows = await tx.departure.findMany({
    where: { holderId },
    ...newest,
    include: {
      ...newest.include,
      reviewedBy: officerName,
      holder: { select: answersGiven },
    },
  });
  return rows.map(({ holder, ...row }) => ({
    ...row,
    answers: row.kind === "deceased" ? answersSince(row.departedOn, holder) : [],
  }));
}

/** The interviews, each with its projects as its own rules name them. */
async function listAssessments({ tx, ruleSets }: Scoped, holderId: string) {
  const rows = await tx.assessment.findMany({
    where: { holderId },
    orderBy: [{ interviewedOn: "desc" }, { recordedAt: "desc" }],
    include: {
      recordedBy: officerName,
      coInterviewer: officerName,
      projects: { orderBy: { priority: "asc" } },
    },
  });
  return rows.map(({ projects, ...row }) => ({
    ...row,
    projects: namedProjects(ruleSets, row.rulesVersion, projects),
  }));
}

async function listContacts({ tx, ruleSets }: Scoped, holderId: string) {
  const rows = await tx.contact.findMany({
    where: { holderId },
    ...newest,
    include: { ...newest.include, projects: true, correction: { select: { id: true } } },
  });
  return rows.map(({ projects, ...row }) => {
    const day = fromDateColumn(row.contactedOn);
    const name = (code: string) => projectNameOn(ruleSets, day, code);
    return { ...row, projects: projects.map((each) => ({ ...each, name: name(each.project) })) };
  });
}

/** The account officer's own unfinished form of this holder, and the day on which it was saved. */
async function findOwnDraft({ tx, actor }: Scoped, holderId: string) {
  if (actor.role !== "account_officer") return null;
  const draft = await tx.assessmentDraft.findUnique({
    where: { holderId_officerId: { holderId, officerId: actor.id } },
    select: { savedAt: true },
  });
  return draft && { savedOn: systemDate(draft.savedAt) };
}
