import type { IsoDate } from "@/domain/calendar";
import type { DepartureSource } from "@/domain/visit";

/** A death that stands in the register: confirmed by a second officer, and not withdrawn since. */
export type Death = {
  on: IsoDate;
  /** It rests on a certificate or the house register, not on somebody's word. */
  proven: boolean;
};

/**
 * What a death makes of a form that is dated after it: one of the two is wrong. `undecided`: a head has to say which;
 * `void`: the head kept the death. SQL keeps it in the column `after_death` (triggers of the same name).
 */
export type AfterDeath = "undecided" | "void";

export type Departure = {
  kind: string;
  confirmation: string;
  departedOn: IsoDate;
  source: DepartureSource;
};

/** The death that stands among somebody's departures; there is at most one. */
export function deathOf(departures: readonly Departure[]): Death | null {
  const death = departures.find(
    ({ kind, confirmation }) => kind === "deceased" && confirmation === "confirmed",
  );
  if (!death) return null;
  const proven = death.source === "death_certificate" || death.source === "house_register";
  return { on: death.departedOn, proven };
}

/** What a new form of this day is beside a death. Of the day of the death itself it is not after it. */
export function afterDeathOf(formOn: IsoDate, death: Pick<Death, "on"> | null): AfterDeath | null {
  return death && formOn > death.on ? "undecided" : null;
}

/** Whether somebody reported this death or took an answer that it contradicts: then another decides. */
export function isConcerned(
  departure: { recordedById: string; answers: readonly { recordedById: string }[] },
  officerId: string,
): boolean {
  return [departure, ...departure.answers].some(({ recordedById }) => recordedById === officerId);
}
