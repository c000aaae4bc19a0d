/** The text of consent ๓ (docs/forms.md 3.4): sending what is necessary to the chosen agencies. */
export const referralConsentVersion = "annex-3-consent-3-2018-01";

export const consentDecisions = ["given", "withdrawn"] as const;
export const consentChannels = ["visit", "office", "phone", "letter"] as const;

type Said = { given: boolean; saidOn: string; recordedAt: number };

/**
 * Whether a consent is in force, and since when: the newest of what interviews asked and what was said afterwards. Null where
 * nobody has asked. The same rule is in SQL (app.referral_consent), which refuses a sending without it.
 */
export function consentNow(said: readonly Said[]): { live: boolean; since: string } | null {
  const [newest] = [...said].sort((a, b) =>
    a.saidOn === b.saidOn ? b.recordedAt - a.recordedAt : a.saidOn < b.saidOn ? 1 : -1,
  );
  return newest ? { live: newest.given, since: newest.saidOn } : null;
}
