import { projectNameOn } from "@/domain/rules/sets";
import { fromDateColumn, systemDate } from "@/server/clock";
import { getReferralConsent } from "@/server/consents/queries";
import { findFollowUp } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { isoDays } from "@/server/iso-days";
import { reportable } from "@/server/ministry/counts";
import { listReferralsOf } from "@/server/referrals/queries";
import { namedProjects } from "@/server/rules/projects";
import type { Scoped } from "@/server/scope";
import { answersSince } from "@/server/visits/answers-after-death";

const officerName = { select: { name: true, position: true } } as const;
const batchNumber = { select: { number: true, programmeOn: true, finishedAt: true } } as const;
const newest = { orderBy: { recordedAt: "desc" }, include: { recordedBy: officerName } } as const;

/**
 * What a case file is made of: one line for each kind of row, with this holder's rows, newest first, as row security shows
 * them to the reader. All of them come in one statement. A new kind needs its line here, its events in
 * `app/(staff)/holders/[holderId]/history/` and, where something may have to be done, its step in `domain/next-step`.
 */
const rowsOfCase = {
  intents: newest,
  assessments: {
    orderBy: [{ interviewedOn: "desc" }, { recordedAt: "desc" }],
    include: {
      recordedBy: officerName,
      coInterviewer: officerName,
      projects: { orderBy: { priority: "asc" } },
    },
  },
  assignments: {
    orderBy: { createdAt: "desc" },
    include: { officer: officerName, assignedBy: officerName },
  },
  transfers: {
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
  },
  coInterviews: { orderBy: { recordedAt: "desc" } },
  refusals: newest,
  visits: newest,
  appointments: newest,
  absences: newest,
  departures: { ...newest, include: { ...newest.include, reviewedBy: officerName } },
  contacts: {
    ...newest,
    include: { ...newest.include, projects: true, correction: { select: { id: true } } },
  },
  attempts: newest,
  decisions: { orderBy: { number: "desc" } },
  ministry: { where: reportable, orderBy: { occurredOn: "desc" } },
  incomes: { include: { batch: { select: { number: true, undoneAt: true } } } },
  changes: { select: { batch: batchNumber } },
  corrections: {
    orderBy: { recordedAt: "desc" },
    include: { requestedBy: officerName, decidedBy: officerName, closedBatch: batchNumber },
  },
  inquiries: {
    orderBy: { recordedAt: "desc" },
    include: {
      recordedBy: officerName,
      owner: officerName,
      answeredBy: officerName,
      passes: { include: { passedBy: officerName, to: officerName } },
    },
  },
} as const satisfies Prisma.HolderSelect;

type Rows = Prisma.HolderGetPayload<{ select: typeof rowsOfCase }>;

/** The rows of every kind: the case file, its history and its next step are made of them. */
export async function listCasework(scope: Scoped, holderId: string) {
  const rows = await scope.tx.holder.findUniqueOrThrow({
    where: { id: holderId },
    select: rowsOfCase,
  });
  return isoDays({
    ...rows,
    assessments: withProjects(scope, rows.assessments),
    departures: withAnswers(rows),
    contacts: withProjectNames(scope, rows.contacts),
    followUp: await findFollowUp(scope, holderId),
    referrals: await listReferralsOf(scope, holderId),
    referralConsent: await getReferralConsent(scope, holderId),
    draft: await findOwnDraft(scope, holderId),
  });
}
export type Casework = Awaited<ReturnType<typeof listCasework>>;

/** Deaths and moves, each death with the answers that it contradicts. */
function withAnswers({ departures, ...holder }: Rows) {
  return departures.map((row) => ({
    ...row,
    answers: row.kind === "deceased" ? answersSince(row.departedOn, holder) : [],
  }));
}

/** The interviews, each with its projects as its own rules name them. */
function withProjects({ ruleSets }: Scoped, assessments: Rows["assessments"]) {
  return assessments.map(({ projects, ...row }) => ({
    ...row,
    projects: namedProjects(ruleSets, row.rulesVersion, projects),
  }));
}

/** The contacts, each with its projects as the rules of its day name them. */
function withProjectNames({ ruleSets }: Scoped, contacts: Rows["contacts"]) {
  return contacts.map(({ projects, ...row }) => {
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
