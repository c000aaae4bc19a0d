/** Registering a holder (docs/forms.md 2, decision 0030): who shows a card and is on no list. */

/** What a holder's place in ทุกคน rests on: the Ministry's list, its letter, nothing yet, or its refusal. */
export const standings = ["listed", "confirmed", "awaiting", "refused"] as const;
export type Standing = (typeof standings)[number];

/** The standings that have no answer of the Ministry in their favour: beside ทุกคน, never inside. */
export const besideStandings = ["awaiting", "refused"] as const satisfies readonly Standing[];

/** Whether a sum is due at all, and whether the person counts. SQL keeps the same in `holder.counted`. */
export function isCounted(standing: Standing): boolean {
  return standing === "listed" || standing === "confirmed";
}

/** Why no sum is due, whatever the rules say of the rest; null where the standing is no obstacle. */
export function noTopUpOf(standing: Standing): "AWAITING_PROVINCE" | "NOT_A_HOLDER" | null {
  if (isCounted(standing)) return null;
  return standing === "awaiting" ? "AWAITING_PROVINCE" : "NOT_A_HOLDER";
}

export const cardsShown = ["welfare_card", "id_card", "both"] as const;
export type CardShown = (typeof cardsShown)[number];

/**
 * Where a registration stands: the holder's standing where they are counted, else the newest decision. SQL works it out
 * (`app.registration_state`). `proposed` and `recorded` are of people found on the list under another number.
 */
export const registrationStates = [
  "waiting",
  "asked_ministry",
  "proposed",
  "confirmed",
  "listed",
  "recorded",
  "refused",
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** The states that wait for the province's answer: รอจังหวัดยืนยัน. */
export const openStates: readonly RegistrationState[] = ["waiting", "asked_ministry", "proposed"];
export const isOpen = (state: RegistrationState) => openStates.includes(state);
