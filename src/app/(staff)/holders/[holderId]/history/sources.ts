import { coInterviewEvents } from "./co-interviews";
import { contactEvents } from "./contacts";
import type { EventSource } from "./event";
import { assessmentEvents, intentEvents, refusalEvents } from "./forms";
import { assignmentEvents, importEvents } from "./office";
import { consentEvents, referralEvents } from "./referrals";
import { correctionEvents, inquiryEvents } from "./requests";
import { transferEvents } from "./transfers";
import { absenceEvents, appointmentEvents, departureEvents, visitEvents } from "./visits";

/**
 * Everything that the history is made of. A noun that adds its own: 1. its rows by a line in
 * `server/holders/casework.ts`; 2. a function `EventSource` in a file of its own here (words in its own messages);
 * 3. a line below. The filter and the order come by themselves.
 */
export const eventSources: readonly EventSource[] = [
  intentEvents,
  assessmentEvents,
  refusalEvents,
  visitEvents,
  appointmentEvents,
  absenceEvents,
  departureEvents,
  contactEvents,
  referralEvents,
  consentEvents,
  assignmentEvents,
  transferEvents,
  correctionEvents,
  inquiryEvents,
  coInterviewEvents,
  importEvents,
];
