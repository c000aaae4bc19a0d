import type { ExportList } from "@/domain/export-order";
import { appointmentsSheet, transfersSheet, waitingSheet } from "./caseload";
import type { SheetMaker } from "./columns";
import { followUpsSheet, ministryEntriesSheet } from "./follow-ups";
import { referralsSheet, tasksSheet } from "./referrals";
import { correctionsSheet, inquiriesSheet } from "./requests";
import { rulePeopleSheet } from "./rule-people";

/**
 * The sheets of the worklists as the screen shows them: `view` is the query of the page's address. To add a worklist, add
 * its name and its readers in `domain/export-order.ts`, its columns' words (`exports.col_…`), its sheet in the file of its
 * subject, and a line here; its page shows an `ExportLink`.
 */
export const worklistSheets = {
  inquiries: inquiriesSheet,
  corrections: correctionsSheet,
  referrals: referralsSheet,
  tasks: tasksSheet,
  transfers: transfersSheet,
  waiting: waitingSheet,
  appointments: appointmentsSheet,
  follow_ups: followUpsSheet,
  ministry_entries: ministryEntriesSheet,
  rule_people: rulePeopleSheet,
} as const satisfies Partial<Record<ExportList, SheetMaker>>;
