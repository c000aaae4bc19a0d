import type { IsoDate } from "@/domain/calendar";
import type { DepartureKind, visitOutcomes } from "@/domain/visit";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** What an officer can record of somebody on a day. */
export type WorkDone =
  | (typeof visitOutcomes)[number]
  | DepartureKind
  | "transfer"
  | "away"
  | "interview"
  | "refusal"
  | "contact"
  | "attempt";

/**
 * What the officer recorded of the own holders on a day, in the order of recording: the way goes on from the last door, and the
 * work sheet lists each. A move within the province is reported by asking its other district: for one person, where whole
 * caseloads are for many.
 */
export function listWorkDone({ tx, actor }: Scoped, day: IsoDate) {
  const on = toDateColumn(day);
  // Own holders first: that is what the indexes of the forms answer.
  return tx.$queryRaw<{ holderId: string; what: WorkDone }[]>`
    WITH own AS MATERIALIZED (SELECT id FROM holder WHERE account_officer_id = ${actor.id}::uuid),
    form AS (
      SELECT holder_id, outcome AS what, recorded_by_id, recorded_on, recorded_at FROM visit
      UNION ALL SELECT holder_id, kind, recorded_by_id, recorded_on, recorded_at FROM departure
      UNION ALL SELECT holder_id, 'away', recorded_by_id, recorded_on, recorded_at FROM absence
      UNION ALL SELECT holder_id, 'interview', recorded_by_id, recorded_on, recorded_at FROM assessment
      UNION ALL SELECT holder_id, 'refusal', recorded_by_id, recorded_on, recorded_at FROM interview_refusal
      UNION ALL SELECT holder_id, 'contact', recorded_by_id, recorded_on, recorded_at FROM contact
      UNION ALL SELECT holder_id, 'attempt', recorded_by_id, recorded_on, recorded_at FROM contact_attempt
      UNION ALL SELECT person.holder_id, 'transfer', asked.recorded_by_id, asked.recorded_on, asked.recorded_at
        FROM transfer_person person JOIN caseload_transfer asked ON asked.id = person.transfer_id WHERE asked.people = 1
    )
    SELECT form.holder_id::text AS "holderId", form.what
    FROM own JOIN form ON form.holder_id = own.id
    WHERE form.recorded_by_id = ${actor.id}::uuid AND form.recorded_on = ${on}::date
    ORDER BY form.recorded_at`;
}
