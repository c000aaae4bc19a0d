/** The text of consent ๓ (docs/forms.md 3.4): sending the necessary to the agencies that were chosen. */
export const referralConsentVersion = "annex-3-consent-3-2018-01";

export const consentDecisions = ["given", "withdrawn"] as const;
export const consentChannels = ["visit", "office", "phone", "letter"] as const;

type Said = { given: boolean; saidOn: string; recordedAt: number };

/**
 * Whether a consent stands, and since when: the newest of what interviews asked and what was said afterwards. Null where
 * nobody has asked. The same rule stands in SQL (app.referral_consent), which refuses a sending without it.
 */
export function consentNow(said: readonly Said[]): { live: boolean; since: string } | null {
  const [newest] = [...said].sort((a, b) =>
    a.saidOn === b.saidOn ? b.recordedAt - a.recordedAt : a.saidOn < b.saidOn ? 1 : -1,
  );
  return newest ? { live: newest.given, since: newest.saidOn } : null;
}
