import { daysBetween } from "@/domain/calendar";
import { interviewsLeft } from "@/domain/work-left";
import { listCaringOfficers } from "@/server/caseload/queries";
import { overdueOn } from "@/server/caseload/work";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { namedOrder, orderColumns } from "@/server/delegations/queries";
import { fullName } from "@/server/holders/search";
import { auditRead, districtFor, type Scoped } from "@/server/scope";
import { lastMetByOfficer, listMeetings } from "@/server/visits/meetings";

/**
 * Each account officer with holders of the district: the caseload, its progress, the open work. Loads come from the
 * counters, the rest from rows that the district may read; of drafts only their holders.
 */
export async function listSupervised(scope: Scoped) {
  const { tx, actor } = scope;
  const districtCode = districtFor(actor, "note.send");
  const today = await programmeDate(tx);
  const officers = await listCaringOfficers(scope, districtCode);
  const tally = await tx.holderTally.groupBy({
    by: ["accountOfficerId", "state", "mustReach", "latestAnswer", "interviewed"],
    where: { districtCode },
    _sum: { people: true },
  });
  const drafts = await listDrafts(scope);
  const overdue = await tx.holder.groupBy({
    by: ["accountOfficerId"],
    where: { districtCode, ...overdueOn(today) },
    _count: true,
  });
  const lastMet = await lastMetByOfficer(scope, districtCode);
  const rows = officers.map(({ officerId, name, code, agency, people }) => {
    const own = tally
      .filter((row) => row.accountOfficerId === officerId)
      .map(({ _sum, ...row }) => ({ ...row, people: _sum.people ?? 0 }));
    const last = lastMet.get(officerId);
    return {
      officerId,
      name,
      code,
      agency,
      people,
      left: interviewsLeft(own).all,
      interviewed: own.reduce((sum, row) => (row.interviewed ? sum + row.people : sum), 0),
      drafts: drafts.filter((draft) => draft.officer_id === officerId).length,
      overdue: overdue.find(({ accountOfficerId }) => accountOfficerId === officerId)?._count ?? 0,
      sinceMet: last ? daysBetween(last, today) : null,
    };
  });
  return { today, rows };
}
export type SupervisedRow = Awaited<ReturnType<typeof listSupervised>>["rows"][number];

function listDrafts({ tx }: Scoped) {
  return tx.$queryRaw<
    { holder_id: string; officer_id: string; started_on: Date }[]
  >`SELECT holder_id, officer_id, started_on FROM app.district_drafts()`;
}

/** An account officer whom the actor's district supervises: with a code there, or with holders of the district. */
export async function supervisedOfficer(scope: Scoped, officerId: string) {
  const officers = await listCaringOfficers(scope, districtFor(scope.actor, "note.send"));
  return officers.find((officer) => officer.officerId === officerId) ?? null;
}

/** One account officer's page: figures, holders with open drafts, last visits and contacts, notes; null out of reach. */
export async function getSupervised(scope: Scoped, officerId: string) {
  const { tx, actor } = scope;
  const { today, rows } = await listSupervised(scope);
  const row = rows.find((each) => each.officerId === officerId);
  if (!row) return null;
  const districtCode = districtFor(actor, "note.send");
  const drafts = (await listDrafts(scope)).filter((draft) => draft.officer_id === officerId);
  const person = { id: true, title: true, firstName: true, lastName: true } as const;
  const drafted = await tx.holder.findMany({
    where: { id: { in: drafts.map(({ holder_id }) => holder_id) } },
    select: person,
  });
  const meetings = await listMeetings(scope, { districtCode, officerId }, 10);
  auditRead(
    scope,
    "holder.list",
    { type: "supervision", id: null },
    { officerId, shown: drafted.length + meetings.length },
  );
  const named = ({ id, title, firstName, lastName }: (typeof drafted)[number]) => ({
    id,
    name: fullName(title, firstName, lastName),
  });
  return {
    today,
    row,
    drafts: drafts.flatMap(({ holder_id, started_on }) => {
      const holder = drafted.find(({ id }) => id === holder_id);
      return holder ? [{ ...named(holder), since: fromDateColumn(started_on) }] : [];
    }),
    meetings: meetings.map(({ holder, ...meeting }) => ({ ...meeting, person: named(holder) })),
    notes: await listNotes(scope, { officerId, districtCode }),
  };
}
export type Supervised = NonNullable<Awaited<ReturnType<typeof getSupervised>>>;

async function listNotes(
  { tx }: Scoped,
  where: { officerId: string; districtCode?: string; acknowledgedOn?: null },
) {
  const notes = await tx.officerNote.findMany({
    where,
    select: {
      id: true,
      words: true,
      recordedOn: true,
      acknowledgedOn: true,
      recordedBy: { select: { name: true, position: true } },
      delegation: { select: orderColumns },
    },
    orderBy: { recordedAt: "desc" },
    take: 50,
  });
  return notes.map(({ delegation, recordedOn, acknowledgedOn, ...note }) => ({
    ...note,
    recordedOn: fromDateColumn(recordedOn),
    acknowledgedOn: acknowledgedOn && fromDateColumn(acknowledgedOn),
    order: namedOrder(delegation),
  }));
}
export type OfficerNoteRow = Awaited<ReturnType<typeof listNotes>>[number];

/** The notes that an account officer has not acknowledged yet. */
export function listOpenNotes(scope: Scoped) {
  return listNotes(scope, { officerId: scope.actor.id, acknowledgedOn: null });
}
