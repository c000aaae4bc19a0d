import { type ReferralFilter, referralsHref } from "@/domain/referral-filter";
import { countReferrals, countReferred, type ReferralCounts } from "@/server/referrals/queries";
import type { Scoped } from "@/server/scope";
import type { HomeCard } from "./card";

type Counted = Pick<HomeCard, "key" | "count" | "tone"> & { filter: ReferralFilter };

/** Cards that open the referrals of their filter, and say how many people these are of. */
function cardsOf(scope: Scoped, today: string, counted: readonly Counted[]): Promise<HomeCard[]> {
  return Promise.all(
    counted.map(async ({ filter, ...card }) => ({
      ...card,
      href: referralsHref(filter),
      people: card.count > 0 ? await countReferred(scope, [filter], today) : undefined,
    })),
  );
}

/** What an agency is late with: its answer, what it took up, and what it told those who wait for a place. */
const lateOfAgencies = ({ escalated, late }: ReferralCounts): Counted[] => [
  { key: "answersLate", count: escalated, filter: { late: "unanswered" }, tone: "late" },
  { key: "referralsOverrun", count: late.running, filter: { late: "running" }, tone: "late" },
  { key: "referralsWaitingLate", count: late.waiting, filter: { late: "waiting" }, tone: "due" },
];

/** The referrals that wait: not sent in time, to be sent, or for a late answer; shown while something waits. */
export async function listReferralCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const counts = await countReferrals(scope, today);
  const late = counts.late.unsent;
  const cards: Counted[] = [
    ...lateOfAgencies(counts),
    // Whoever sends them has all of them in one line: what is late is not counted twice.
    scope.actor.role === "account_officer"
      ? {
          key: late > 0 ? "referralsToSendLate" : "referralsToSend",
          count: counts.draft,
          filter: { state: "draft" },
          tone: late > 0 ? "late" : "due",
        }
      : { key: "referralsUnsent", count: late, filter: { late: "unsent" }, tone: "late" },
  ];
  return cardsOf(
    scope,
    today,
    cards.filter(({ count }) => count > 0),
  );
}

/** An agency's start of the day: what waits for its answer, what of it is late, who waits for a place, what runs. */
export async function listAgencyCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const counts = await countReferrals(scope, today);
  return cardsOf(scope, today, [
    ...lateOfAgencies(counts).filter(({ count }) => count > 0),
    {
      key: "answersWaiting",
      count: counts.awaited,
      filter: { answer: "awaited" },
      tone: "due",
    },
    {
      key: "referralsWaitingList",
      count: counts.waiting_list,
      filter: { state: "waiting_list" },
    },
    {
      key: "referralsRunning",
      count: counts.accepted + counts.in_progress,
      filter: { running: "yes" },
      tone: "done",
    },
  ]);
}
