import { addMonths, monthOf } from "@/domain/calendar";
import { holdersHref } from "@/domain/holder-filter";
import { measureFrom } from "@/domain/rules/sets";
import type { countOpenRound } from "@/server/follow-ups/queries";
import { countOwnMinistry } from "@/server/ministry/counts";
import {
  countReportsToRead,
  countReportsToSend,
  countReportsToSign,
  listReports,
} from "@/server/reports/queries";
import { areaFor, type Scoped } from "@/server/scope";
import type { HomeCard } from "./card";

/** What waits after the interviews: people of the round, rejected entries, entries not reported yet, reports to read. */
export async function listFollowUpCards(
  scope: Scoped,
  today: string,
  round: Awaited<ReturnType<typeof countOpenRound>>,
): Promise<HomeCard[]> {
  if (!areaFor(scope.actor, "follow_up.view")) return [];
  const ministry = await countOwnMinistry(scope);
  const cards: HomeCard[] = [
    {
      key: "reportsToRead",
      count: await countReportsToRead(scope),
      href: "/reports?waiting=1",
      tone: "due",
    },
    {
      key: "reportsToSign",
      count: await countReportsToSign(scope),
      href: "/reports?waiting=sign",
      tone: "due",
    },
    {
      key: "reportsToSend",
      count: await countReportsToSend(scope),
      href: "/reports?waiting=send",
      tone: "due",
    },
    ...(await missingReports(scope, today)),
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

/** Who has not reported for the month that ended last. */
async function missingReports(scope: Scoped, today: string): Promise<HomeCard[]> {
  const month = addMonths(monthOf(today), -1);
  if (month < monthOf(measureFrom(scope.ruleSets))) return [];
  const list = await listReports(scope, month);
  if (!list?.below) return [];
  return [
    {
      key: "reportsMissing",
      count: list.missing.length,
      href: `/reports?month=${month}`,
      tone: "due",
    },
  ];
}
