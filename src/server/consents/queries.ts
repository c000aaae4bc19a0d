import { consentNow } from "@/domain/consent";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** Consent ๓ of a holder as it is now, and what the holder said of it apart from the forms; empty out of reach. */
export async function getReferralConsent({ tx }: Scoped, holderId: string) {
  const asked = await tx.assessment.findMany({
    where: { holderId, counts: true },
    select: { consentReferral: true, interviewedOn: true, recordedAt: true },
  });
  const events = await tx.consentEvent.findMany({
    where: { holderId, purpose: "referral" },
    select: {
      id: true,
      decision: true,
      channel: true,
      decidedOn: true,
      note: true,
      recordedAt: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: { recordedAt: "desc" },
  });
  const now = consentNow([
    ...asked.map(({ consentReferral, interviewedOn, recordedAt }) => ({
      given: consentReferral,
      saidOn: fromDateColumn(interviewedOn),
      recordedAt: recordedAt.getTime(),
    })),
    ...events.map(({ decision, decidedOn, recordedAt }) => ({
      given: decision === "given",
      saidOn: fromDateColumn(decidedOn),
      recordedAt: recordedAt.getTime(),
    })),
  ]);
  return {
    now,
    events: events.map((event) => ({ ...event, decidedOn: fromDateColumn(event.decidedOn) })),
  };
}
export type ReferralConsent = Awaited<ReturnType<typeof getReferralConsent>>;
