import { coInterviewEvents } from "./co-interviews";
import { attemptEvents, contactEvents } from "./contacts";
import type { EventSource } from "./event";
import { assessmentEvents, intentEvents, refusalEvents } from "./forms";
import { assignmentEvents, importEvents } from "./office";
import { consentEvents, referralEvents } from "./referrals";
import { correctionEvents, inquiryEvents } from "./requests";
import { transferEvents } from "./transfers";
import {
  absenceEvents,
  appointmentEvents,
  cancellationEvents,
  departureEvents,
  visitEvents,
} from "./visits";

/**
 * The sources of the history. To add a kind of record: 1. add its rows by a line in
 * `server/holders/casework.ts`; 2. write an `EventSource` in its own file here (words in its own messages);
 * 3. add a line below. Filter and order need no change.
 */
export const eventSources: readonly EventSource[] = [
  intentEvents,
  assessmentEvents,
  refusalEvents,
  visitEvents,
  appointmentEvents,
  absenceEvents,
  departureEvents,
  cancellationEvents,
  contactEvents,
  attemptEvents,
  referralEvents,
  consentEvents,
  assignmentEvents,
  transferEvents,
  correctionEvents,
  inquiryEvents,
  coInterviewEvents,
  importEvents,
];
