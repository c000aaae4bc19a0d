import { type Bank, isBank } from "./agencies";
import type { IsoDate } from "./calendar";
import type { PlanningGroup } from "./holder-filter";
import { type Actor, mayEver } from "./policy";
import type { RuleSet } from "./rules/rule-set";

/** Who joins an interview, or has the paper form that a bank's officer signed: officers of the banks and account officers. */
export function hasCoInterviews(actor: Pick<Actor, "role" | "agency">): boolean {
  return (
    mayEver(actor, "co_interview.attend") &&
    (actor.role === "account_officer" || isBank(actor.agency))
  );
}

/** Appointments of one village on one day with an account officer of no bank: they need a co-interviewer. */
export type CoInterviewNeed = {
  key: string;
  day: IsoDate;
  subdistrictCode: string;
  people: number;
  /** The bank that the rules propose for most of them. */
  bank: Bank;
};

/** A day on which a bank's officer can come. */
export type BankDay = { officerId: string; bank: Bank; day: IsoDate };

/** The bank that the rules propose for most people of a village; of two for as many, the one that they name first. */
export function proposedBank(rules: RuleSet, groups: readonly PlanningGroup[]): Bank {
  const { banks, proposedFor } = rules.coInterview.value;
  const peopleOf = (bank: Bank) => groups.filter((group) => proposedFor[group] === bank).length;
  const most = Math.max(...banks.map(peopleOf));
  return banks.find((bank) => most > 0 && peopleOf(bank) === most) ?? proposedFor.unknown;
}

/** Where an officer is matched already on a day. */
export type TakenDay = { officerId: string; day: IsoDate; subdistrictCode: string };

/**
 * Who joins which interviews: the largest villages first, an officer of the proposed bank before one of the other. Nobody is in two
 * subdistricts on one day: villages of one subdistrict are on one way. Interviews that nobody can join are left out.
 */
export function suggestCoInterviews(
  needs: readonly CoInterviewNeed[],
  days: readonly BankDay[],
  taken: readonly TakenDay[] = [],
): Map<string, string> {
  const place = new Map(
    taken.map(({ officerId, day, subdistrictCode }) => [`${officerId} ${day}`, subdistrictCode]),
  );
  const load = new Map<string, number>();
  const matches = new Map<string, string>();
  const order = [...needs].sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
  for (const { key, day, subdistrictCode, bank, people } of order) {
    const free = days
      .filter((each) => each.day === day)
      .filter(({ officerId }) => {
        const where = place.get(`${officerId} ${day}`);
        return where === undefined || where === subdistrictCode;
      })
      .sort(
        (a, b) =>
          Number(b.bank === bank) - Number(a.bank === bank) ||
          (load.get(`${a.officerId} ${day}`) ?? 0) - (load.get(`${b.officerId} ${day}`) ?? 0) ||
          (a.officerId < b.officerId ? -1 : 1),
      );
    const [best] = free;
    if (!best) continue;
    const his = `${best.officerId} ${day}`;
    place.set(his, subdistrictCode);
    load.set(his, (load.get(his) ?? 0) + people);
    matches.set(key, best.officerId);
  }
  return matches;
}
