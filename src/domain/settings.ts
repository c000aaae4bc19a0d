/**
 * What a province may set for itself (forms.md 1): dated entries with a reason stand over these defaults. Days are
 * calendar days.
 */
export const localSettings = {
  /** Within how many days an agency answers a referral before it is escalated. */
  referral_answer_days: 14,
  /** After how many days somebody of the cohort without an account officer comes to the chief. */
  unassigned_days: 7,
  /** Within how many days a line to the office (เรื่องสอบถาม/ร้องเรียน) is answered. */
  inquiry_answer_days: 15,
} as const;
export type LocalSettingKey = keyof typeof localSettings;
