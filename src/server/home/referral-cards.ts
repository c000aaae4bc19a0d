import { referralsHref } from "@/domain/referral-filter";
import { countReferrals } from "@/server/referrals/queries";
import type { Scoped } from "@/server/scope";
import type { HomeCard } from "./card";

/** The referrals that wait: not sent in time, to be sent, or for a late answer; shown while something waits. */
export async function listReferralCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const counts = await countReferrals(scope, today);
  const cards: HomeCard[] = [
    {
      key: "answersLate",
      count: counts.escalated,
      href: referralsHref({ late: "unanswered" }),
      tone: "late",
    },
    {
      key: "referralsUnsent",
      count: counts.late.unsent,
      href: referralsHref({ late: "unsent" }),
      tone: "late",
    },
  ];
  if (scope.actor.role === "account_officer")
    cards.push({
      key: "referralsToSend",
      count: counts.draft,
      href: referralsHref({ state: "draft" }),
      tone: "due",
    });
  return cards.filter(({ count }) => count > 0);
}

/** An agency's start of the day: what waits for its answer, what of it is late, who waits for a place, what runs. */
export async function listAgencyCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const counts = await countReferrals(scope, today);
  const late: HomeCard[] = [
    {
      key: "answersLate",
      count: counts.escalated,
      href: referralsHref({ late: "unanswered" }),
      tone: "late",
    },
  ];
  return [
    ...late.filter(({ count }) => count > 0),
    {
      key: "answersWaiting",
      count: counts.awaited,
      href: referralsHref({ answer: "awaited" }),
      tone: "due",
    },
    {
      key: "referralsWaitingList",
      count: counts.waiting_list,
      href: referralsHref({ state: "waiting_list" }),
    },
    {
      key: "referralsRunning",
      count: counts.accepted + counts.in_progress,
      href: referralsHref({ running: "yes" }),
      tone: "done",
    },
  ];
}
