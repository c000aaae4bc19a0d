import type { IsoDate } from "@/domain/calendar";
import {
  type AttemptOutcome,
  type ContactChannel,
  isSpokenTo,
  wentThere,
} from "@/domain/follow-up";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";
import type { AppointmentModel } from "@/server/generated/prisma/models/Appointment";
import type { Scoped } from "@/server/scope";
import { caseRow } from "./rows";

type Subject = CommandScope<{ holderId: string }>;
type Meeting = Pick<AppointmentModel, "meetOn" | "meetAt" | "kind" | "placeName">;

/**
 * What is appointed with a person is one row, the planned appointment: day, calendar, calls, lists and case file read
 * nothing else. So whoever names a next day, in whichever form, makes one here; an earlier one that is still ahead is
 * cancelled, for there is only one at a time.
 */
export async function appoint(scope: Subject, meeting: Meeting) {
  const { tx, input, actor } = scope;
  const { holderId } = input;
  await tx.appointment.updateMany({
    where: { holderId, status: "planned" },
    data: { status: "cancelled", statusReason: "moved" },
  });
  await tx.appointment.createMany({
    data: [{ ...caseRow(scope), officerId: actor.id, ...meeting }],
  });
}

/** The next day that a form names: it asks neither for an hour nor for a place. Null: none is named. */
export async function appointNext(scope: Subject, day: IsoDate | null | undefined) {
  if (!day) return;
  await appoint(scope, { meetOn: toDateColumn(day), meetAt: null, kind: null, placeName: null });
}

/**
 * What an attempt in vain does to the appointment. Who went there has missed what was planned until then. A call says that of
 * a day that had gone by, and of one that was only meant for another call; a meeting agreed for today may still be held.
 */
export async function appointAfterAttempt(
  scope: Subject,
  { attemptedOn, outcome }: { attemptedOn: IsoDate; outcome: AttemptOutcome },
  nextOn: IsoDate | null,
) {
  const day = toDateColumn(attemptedOn);
  const reached = [{ meetOn: { lt: day } }, { meetOn: day, kind: null }];
  await scope.tx.appointment.updateMany({
    where: {
      holderId: scope.input.holderId,
      status: "planned",
      ...(wentThere(outcome) ? { meetOn: { lte: day } } : { OR: reached }),
    },
    data: { status: "missed" },
  });
  await appointNext(scope, nextOn);
}

/**
 * What a refused interview does to the appointment, in whichever form it was said: one of that day or before has been held, and
 * one ahead is called off, for nobody is sent for who refused. What was agreed on after that day stands.
 */
export async function appointAfterRefusal({ tx }: Scoped, holderId: string, refusedOn: Date) {
  const agreed = { holderId, status: "planned", recordedOn: { lte: refusedOn } } as const;
  await tx.appointment.updateMany({
    where: { ...agreed, meetOn: { lte: refusedOn } },
    data: { status: "kept" },
  });
  await tx.appointment.updateMany({ where: agreed, data: { status: "cancelled" } });
}

type Told = { contactedOn: IsoDate; channel: ContactChannel };

/**
 * What a new contact does to the appointment: one of that day or before has been held, or missed where only somebody else was
 * spoken to; and the newest contact names the next.
 */
export async function appointAfterContact(
  scope: Subject,
  { contactedOn, channel }: Told,
  nextOn: IsoDate | null,
) {
  const { tx, input } = scope;
  await tx.appointment.updateMany({
    where: {
      holderId: input.holderId,
      status: "planned",
      meetOn: { lte: toDateColumn(contactedOn) },
    },
    data: { status: isSpokenTo(channel) ? "kept" : "missed" },
  });
  if (await isNewest(scope)) await appointNext(scope, nextOn);
}

/** A corrected contact names another day than before: what it had named then is called off. */
export async function appointAfterCorrection(
  scope: Subject,
  { before, nextOn }: { before: Date | null; nextOn: IsoDate | null },
) {
  const { tx, input } = scope;
  const named = nextOn === null ? null : toDateColumn(nextOn);
  if (named?.getTime() === before?.getTime() || !(await isNewest(scope))) return;
  if (before)
    await tx.appointment.updateMany({
      where: { holderId: input.holderId, status: "planned", meetOn: before },
      data: { status: "cancelled", statusReason: "moved" },
    });
  await appointNext(scope, nextOn);
}

/** Whether the contact of this command is the last that was made: an older one says nothing of what is next. */
async function isNewest({ tx, id, input }: Subject) {
  const followUp = await tx.followUp.findUnique({
    where: { holderId: input.holderId },
    select: { lastContactId: true },
  });
  return followUp?.lastContactId === id;
}
