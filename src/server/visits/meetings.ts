import type { IsoDate } from "@/domain/calendar";
import { contactChannels, isSpokenTo } from "@/domain/follow-up";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** The holder of a row, as a list of them shows them. */
const holder = { select: { id: true, title: true, firstName: true, lastName: true } } as const;
/** A contact that was corrected is told by the row that replaced it. */
const inForce = { correction: { is: null } } as const;

/**
 * On which day each officer last met somebody of the district: at a visit where the person was found, at an interview or when
 * it was refused, or in a follow-up in which the person was spoken to. A visit to a closed door is none.
 */
export async function lastMetByOfficer({ tx }: Scoped, districtCode: string) {
  const found = await tx.visit.groupBy({
    by: "recordedById",
    where: { districtCode, outcome: "met" },
    _max: { visitedOn: true },
  });
  const interviewed = await tx.assessment.groupBy({
    by: "recordedById",
    where: { districtCode },
    _max: { interviewedOn: true },
  });
  const refused = await tx.interviewRefusal.groupBy({
    by: "recordedById",
    where: { districtCode },
    _max: { refusedOn: true },
  });
  const contacted = await tx.contact.groupBy({
    by: "recordedById",
    where: { districtCode, channel: { in: contactChannels.filter(isSpokenTo) }, ...inForce },
    _max: { contactedOn: true },
  });
  const last = new Map<string, IsoDate>();
  for (const { recordedById, _max } of [...found, ...interviewed, ...refused, ...contacted]) {
    const [day] = Object.values<Date | null>(_max);
    const on = day ? fromDateColumn(day) : "";
    if (on > (last.get(recordedById) ?? "")) last.set(recordedById, on);
  }
  return last;
}

/** What an officer recorded last of going to people or speaking to them, newest first, whether they were met or not. */
export async function listMeetings(
  { tx }: Scoped,
  { districtCode, officerId }: { districtCode: string; officerId: string },
  take: number,
) {
  const own = { districtCode, recordedById: officerId };
  const visits = await tx.visit.findMany({
    where: own,
    select: { id: true, visitedOn: true, recordedAt: true, outcome: true, holder },
    orderBy: [{ visitedOn: "desc" }, { recordedAt: "desc" }],
    take,
  });
  const interviews = await tx.assessment.findMany({
    where: own,
    select: { id: true, interviewedOn: true, recordedAt: true, holder },
    orderBy: [{ interviewedOn: "desc" }, { recordedAt: "desc" }],
    take,
  });
  const refusals = await tx.interviewRefusal.findMany({
    where: own,
    select: { id: true, refusedOn: true, recordedAt: true, holder },
    orderBy: [{ refusedOn: "desc" }, { recordedAt: "desc" }],
    take,
  });
  const contacts = await tx.contact.findMany({
    where: { ...own, ...inForce },
    select: { id: true, contactedOn: true, recordedAt: true, channel: true, holder },
    orderBy: [{ contactedOn: "desc" }, { recordedAt: "desc" }],
    take,
  });
  const attempts = await tx.contactAttempt.findMany({
    where: own,
    select: { id: true, attemptedOn: true, recordedAt: true, outcome: true, holder },
    orderBy: [{ attemptedOn: "desc" }, { recordedAt: "desc" }],
    take,
  });
  return [
    ...visits.map(({ visitedOn, ...row }) => ({ ...row, on: visitedOn, what: "visit" as const })),
    ...interviews.map((row) => ({ ...row, on: row.interviewedOn, what: "interview" as const })),
    ...refusals.map(({ refusedOn, ...row }) => ({
      ...row,
      on: refusedOn,
      what: "refusal" as const,
    })),
    ...contacts.map(({ contactedOn, ...row }) => ({
      ...row,
      on: contactedOn,
      what: "contact" as const,
    })),
    ...attempts.map(({ attemptedOn, ...row }) => ({
      ...row,
      on: attemptedOn,
      what: "attempt" as const,
    })),
  ]
    .sort(
      (a, b) => b.on.getTime() - a.on.getTime() || b.recordedAt.getTime() - a.recordedAt.getTime(),
    )
    .slice(0, take)
    .map((row) => ({ ...row, on: fromDateColumn(row.on) }));
}
