import type { IsoDate, IsoMonth } from "@/domain/calendar";
import { monthOf } from "@/domain/calendar";
import type { MinistryState } from "@/domain/ministry";

/** What is known of somebody who asks why no money has come; nothing of income or sum. */
export type WishTold = {
  /** The first yes that counts; null: none. */
  saidOn: IsoDate | null;
  /** How far it is on its way to the Ministry; null without a yes. */
  state: MinistryState | null;
  /** False: on no list of the Ministry yet, the province's confirmation is awaited. */
  counted: boolean;
  /** Something on record ends what they get: a death, a cancelled card. */
  ended: boolean;
  /** The first month that the yes is paid for by the rules; null where none is left. */
  firstMonth: IsoMonth | null;
  /** The day on which the Ministry says that it topped the card up; null: it has said nothing. */
  toppedUpOn: IsoDate | null;
};

/** What happens next, in one sentence of the messages `notReceived`. */
export type NextOfWish =
  | "ended"
  | "say_yes"
  | "confirm"
  | "no_month"
  | "too_early"
  | "topped_up"
  | "report"
  | "correct"
  | "await_answer"
  | "await_top_up";

/** What happens next, the most pressing first: what stops it, then whose step it is. */
export function nextOfWish(told: WishTold, today: IsoDate): NextOfWish {
  if (told.ended) return "ended";
  if (told.saidOn === null) return "say_yes";
  if (told.toppedUpOn) return "topped_up";
  if (!told.counted) return "confirm";
  if (told.state === "bounced") return "correct";
  if (told.state === "unreported") return "report";
  if (told.firstMonth === null) return "no_month";
  if (monthOf(today) < told.firstMonth) return "too_early";
  return told.state === "accepted" ? "await_top_up" : "await_answer";
}

/** Whom to ring: the district until it has reported, then the treasury, which has the Ministry's answers. */
export const whoAnswers = (next: NextOfWish): "district" | "province" =>
  ["ended", "say_yes", "report", "correct", "too_early"].includes(next) ? "district" : "province";
