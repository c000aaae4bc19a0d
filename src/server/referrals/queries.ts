import { addDays } from "@/domain/calendar";
import { type Actor, mayEver, type Subject } from "@/domain/policy";
import {
  lateKinds,
  referralStateOn,
  type StoredReferralState,
  statesLate,
} from "@/domain/referral";
import {
  dimensionNamed,
  type ReferralFilter,
  referralsAPage,
  sentAges,
} from "@/domain/referral-filter";
import { projectNameOn, type RuleSets } from "@/domain/rules/sets";
import { tableOf } from "@/domain/tables";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { namedOrder, orderColumns } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, referralsFor, type Scoped } from "@/server/scope";

/** A referral as the subject of a change by an officer who sees the holder; null out of reach. */
export async function referralSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const found = await tx.referral.findUnique({
    where: { id },
    select: {
      id: true,
      provinceCode: true,
      districtCode: true,
      agency: true,
      holder: { select: { accountOfficerId: true } },
    },
  });
  if (!found) return null;
  const { holder, ...rest } = found;
  return { type: "referral", ...rest, accountOfficerId: holder.accountOfficerId };
}

/** The rows of the list that match a filter, on a day. */
export function referralsMatching(
  filter: ReferralFilter,
  today: string,
): Prisma.ReferralWhereInput {
  const { state, late, answer, running, consent, project, agency, district } = filter;
  const day = toDateColumn(today);
  const byState: Prisma.ReferralWhereInput =
    state === "escalated"
      ? { state: "sent", nextOn: { lt: day } }
      : state === "sent"
        ? { state: "sent", nextOn: { gte: day } }
        : state
          ? { state }
          : {};
  return {
    AND: [
      byState,
      running ? { state: { in: ["accepted", "in_progress"] } } : {},
      late ? { state: { in: [...statesLate(late)] }, nextOn: { lt: day } } : {},
      answer ? { state: "sent" } : {},
      consent ? { consentWithdrawnOn: { not: null } } : {},
      project ? { project } : {},
      agency ? { agency } : {},
      district ? { districtCode: district } : {},
      ...ofSending(filter, today),
    ],
  };
}

/** When it was sent, and from which part of a plan. */
function ofSending(
  { sent, sentAge, dimension, category }: ReferralFilter,
  today: string,
): Prisma.ReferralWhereInput[] {
  const age = sentAges.find(({ id }) => id === sentAge);
  const ago = (days: number) => toDateColumn(addDays(today, -days));
  return [
    sent ? { sentOn: { not: null } } : {},
    age ? { sentOn: { gte: ago(age.to), lte: ago(age.from) } } : {},
    dimension ? { chosen: { dimension: dimensionNamed[dimension] } } : {},
    category ? { chosen: { category: category === "none" ? null : category } } : {},
  ];
}

/**
 * The referrals that a reader has in reach. A draft of an interview that does not count (yet) is offered to nobody: its
 * paper waits for a second officer, or a recorded death contradicts it. It is there as soon as the interview counts.
 */
function inSight(actor: Actor): Prisma.ReferralWhereInput[] {
  const reach = referralsFor(actor, "referral.list");
  // An agency sees what was sent, and no interview.
  if (!mayEver(actor, "holder.read")) return [reach];
  return [reach, { OR: [{ state: { not: "draft" } }, { assessment: { counts: true } }] }];
}

const listed = {
  id: true,
  districtCode: true,
  project: true,
  agency: true,
  state: true,
  nextOn: true,
  sentOn: true,
  answeredOn: true,
  endedOn: true,
  result: true,
  words: true,
  step: true,
  consentWithdrawnOn: true,
  holderName: true,
  holderPlace: true,
  holderPhone: true,
  senderName: true,
  senderPhone: true,
  answers: true,
} as const;

type Listed = Prisma.ReferralGetPayload<{ select: typeof listed }>;

const isoOrNull = (date: Date | null) => date && fromDateColumn(date);

function shown(ruleSets: RuleSets, row: Listed, today: string) {
  const nextOn = isoOrNull(row.nextOn);
  const stored = row.state;
  return {
    ...row,
    state: referralStateOn({ state: stored, nextOn }, today),
    nextOn,
    projectName: projectNameOn(ruleSets, isoOrNull(row.sentOn) ?? today, row.project),
    sentOn: isoOrNull(row.sentOn),
    answeredOn: isoOrNull(row.answeredOn),
    endedOn: isoOrNull(row.endedOn),
    consentWithdrawnOn: isoOrNull(row.consentWithdrawnOn),
    answers: row.answers,
  };
}
export type ReferralRow = ReturnType<typeof shown> & {
  /** Null for an agency. */
  holderId: string | null;
  /** The name in the case file; for an agency the name that was sent. */
  personName: string;
};

/** One page of the referrals in reach, by their next day; the read is audited. */
export async function listReferrals(
  scope: Scoped,
  filter: ReferralFilter,
  page = 1,
  aPage = referralsAPage,
) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const where = {
    AND: [...inSight(actor), referralsMatching(filter, today)],
  };
  const total = await tx.referral.count({ where });
  const rows = await tx.referral.findMany({
    where,
    select: listed,
    orderBy: [{ nextOn: { sort: "asc", nulls: "last" } }, { sentOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * aPage,
    take: aPage,
  });
  auditRead(
    scope,
    "referral.list",
    { type: "referrals", id: null },
    { ...filter, count: rows.length },
  );
  const people = await peopleOf(
    scope,
    rows.map(({ id }) => id),
  );
  return {
    today,
    total,
    rows: rows.map((row): ReferralRow => {
      const person = people.get(row.id);
      return {
        ...shown(scope.ruleSets, row, today),
        holderId: person?.id ?? null,
        personName: person
          ? fullName(person.title, person.firstName, person.lastName)
          : (row.holderName ?? ""),
      };
    }),
  };
}
/** The holders of the referrals, if the reader may read files: an agency may not, and must get no link to a file. */
async function peopleOf({ tx, actor }: Scoped, ids: string[]) {
  if (!mayEver(actor, "holder.read")) return new Map<string, never>();
  const rows = await tx.referral.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      holder: { select: { id: true, title: true, firstName: true, lastName: true } },
    },
  });
  return new Map(rows.map(({ id, holder }) => [id, holder]));
}
export type ReferralList = Awaited<ReturnType<typeof listReferrals>>;

/** How many of the actor's referrals are in each state today, and how many are late in which way. */
export async function countReferrals(
  { tx, actor }: Scoped,
  today: string,
  filter: ReferralFilter = {},
) {
  const day = toDateColumn(today);
  const where = { AND: [...inSight(actor), referralsMatching(filter, today)] };
  const [groups, ...lates] = await Promise.all([
    tx.referral.groupBy({ by: ["state"], where, _count: true }),
    ...lateKinds.map((kind) =>
      tx.referral.count({
        where: { AND: [where, { nextOn: { lt: day }, state: { in: [...statesLate(kind)] } }] },
      }),
    ),
  ]);
  const late = tableOf(lateKinds, (kind) => lates[lateKinds.indexOf(kind)] ?? 0);
  const escalated = late.unanswered;
  const of = (state: StoredReferralState) => groups.find((row) => row.state === state)?._count ?? 0;
  return {
    draft: of("draft"),
    sent: of("sent") - escalated,
    escalated,
    accepted: of("accepted"),
    waiting_list: of("waiting_list"),
    in_progress: of("in_progress"),
    completed: of("completed"),
    refused: of("refused"),
    withdrawn: of("withdrawn"),
    /** Sent and not answered: `sent` and `escalated` together. */
    awaited: of("sent"),
    late,
  };
}
export type ReferralCounts = Awaited<ReturnType<typeof countReferrals>>;

/**
 * How many people stand behind the referrals that one of these filters takes: one person may have several. Said beside the
 * number of referrals wherever that is.
 */
export async function countReferred(
  { tx, actor }: Scoped,
  filters: readonly ReferralFilter[],
  today: string,
): Promise<number> {
  const any = { OR: filters.map((filter) => referralsMatching(filter, today)) };
  const people = await tx.referral.groupBy({
    by: ["holderId"],
    where: { AND: [...inSight(actor), any] },
  });
  return people.length;
}

/** The referrals of one person with their history, newest plan first: for the case file and the follow-up. */
export async function listReferralsOf({ tx, actor, ruleSets }: Scoped, holderId: string) {
  const today = await programmeDate(tx);
  const rows = await tx.referral.findMany({
    where: {
      AND: [{ holderId, holder: holdersFor(actor, "holder.read") }, ...inSight(actor)],
    },
    select: {
      ...listed,
      assessmentId: true,
      events: {
        select: {
          id: true,
          step: true,
          state: true,
          words: true,
          result: true,
          nextOn: true,
          happenedOn: true,
          recordedAt: true,
          byLinkId: true,
          by: { select: { name: true, position: true } },
          delegation: { select: orderColumns },
        },
        orderBy: { recordedAt: "desc" },
      },
    },
    orderBy: [{ recordedAt: "desc" }, { project: "asc" }, { agency: "asc" }],
  });
  return rows.map(({ events, assessmentId, ...row }) => ({
    ...shown(ruleSets, row, today),
    assessmentId,
    events: events.map(({ delegation, ...event }) => ({
      ...event,
      order: namedOrder(delegation),
      nextOn: isoOrNull(event.nextOn),
      happenedOn: fromDateColumn(event.happenedOn),
    })),
  }));
}
export type HolderReferral = Awaited<ReturnType<typeof listReferralsOf>>[number];
