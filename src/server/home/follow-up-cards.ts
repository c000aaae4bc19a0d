import { holdersHref } from "@/domain/holder-filter";
import { countOpenRound } from "@/server/follow-ups/queries";
import { countOwnMinistry } from "@/server/ministry/counts";
import { countReportsToRead } from "@/server/reports/queries";
import { areaFor, type Scoped } from "@/server/scope";
import type { HomeCard } from "./card";

/** What waits after the interviews: people of the round, rejected entries, entries not reported yet, reports to read. */
export async function listFollowUpCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  if (!areaFor(scope.actor, "follow_up.view")) return [];
  const round = await countOpenRound(scope, today);
  const ministry = await countOwnMinistry(scope);
  const cards: HomeCard[] = [
    {
      key: "reportsToRead",
      count: await countReportsToRead(scope),
      href: "/reports?waiting=1",
      tone: "due",
    },
    {
      key: "ministryBounced",
      count: ministry.bounced,
      href: "/ministry?state=bounced",
      tone: "late",
    },
    { key: "ministryUnreported", count: ministry.unreported, href: "/ministry", tone: "due" },
  ];
  if (round)
    cards.unshift({
      key: round.overdue ? "followUpsOverdue" : "followUpsDue",
      count: round.open,
      href: holdersHref({ round: `${round.round.id}_open` }),
      tone: round.overdue ? "late" : "due",
    });
  return cards.filter(({ count }) => count > 0);
}
