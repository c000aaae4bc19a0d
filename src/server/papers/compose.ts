import type { OfficialPaper, PaperKind } from "@/domain/official-paper";
import type { Scoped } from "@/server/scope";
import { awayLetter } from "./away-letter";
import { officersRequest } from "./officers-request";
import { hostLetter, placeNotice, receivingOrder } from "./place-papers";
import { referralLetter } from "./referral-letter";

type Compose = (scope: Scoped, about: string) => Promise<OfficialPaper | null>;

const composers: Record<PaperKind, Compose> = {
  away_letter: awayLetter,
  host_letter: hostLetter,
  place_notice: placeNotice,
  receiving_order: receivingOrder,
  officers_request: officersRequest,
  referral_letter: referralLetter,
};

/**
 * A paper as it would be issued now; null where there is nothing to write or it is out of reach.
 * @param about what the kind says: a province, a subdistrict, an id; "" for a district's notice and order
 */
export function composePaper(scope: Scoped, kind: PaperKind, about: string) {
  return composers[kind](scope, about);
}
