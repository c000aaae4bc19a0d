/**
 * What an officer is notified of, with words `notifications.kind_<kind>` each: one short sentence without a person's name.
 * A noun that notifies adds its kind here and its words there.
 */
export const notificationKinds = [
  "correction_asked",
  "correction_decided",
  "inquiry_passed",
  "inquiry_answered",
  "registration_decided",
  "registration_found",
  "transfer_asked",
  "transfer_answered",
  "report_returned",
  "report_received",
  "month_run_certified",
  "instruction_issued",
  "referral_sent",
  "referral_reminded",
  "referral_answered",
  "referral_refused",
  "referral_completed",
  "referral_escalated",
  "paper_waiting",
  "signed_in_file",
  "task_sent",
  "task_answered",
  "resolution_given",
  "resolution_closed",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
