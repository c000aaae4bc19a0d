import { addMonths, monthOf } from "@/domain/calendar";
import { asHead } from "@/domain/delegation";
import { holdersHref } from "@/domain/holder-filter";
import { measureFrom } from "@/domain/rules/sets";
import type { CountedRounds } from "@/server/follow-ups/queries";
import type { EntryCounts } from "@/server/ministry/counts";
import { countReportsWaiting, listReceived, listReportMonths } from "@/server/reports/queries";
import { areaFor, type Scoped } from "@/server/scope";
import type { HomeCard } from "./card";

/** What waits after the interviews: people of the round, rejected entries, entries not reported yet, reports to read. */
export async function listFollowUpCards(
  scope: Scoped,
  today: string,
  rounds: Promise<CountedRounds>,
  entries: Promise<EntryCounts>,
): Promise<HomeCard[]> {
  if (!areaFor(scope.actor, "follow_up.view")) return [];
  const [{ running, ended }, { own: ministry }, reports, missing, own] = await Promise.all([
    rounds,
    entries,
    countReportsWaiting(scope),
    missingReports(scope, today),
    // A head signs what staff prepare.
    asHead(scope.actor.role) ? { toPrepare: [] } : listReportMonths(scope, today),
  ]);
  const cards: HomeCard[] = [
    {
      key: "reportsToRead",
      count: reports.read,
      href: "/reports?waiting=1",
      tone: "due",
    },
    {
      key: "reportsToPrepare",
      count: own.toPrepare.length,
      href: "/reports?waiting=prepare",
      tone: "due",
    },
    {
      key: "reportsToSign",
      count: reports.sign,
      href: "/reports?waiting=sign",
      tone: "due",
    },
    {
      key: "reportsToSend",
      count: reports.send,
      href: "/reports?waiting=send",
      tone: "due",
    },
    ...missing,
    {
      key: "ministryBounced",
      count: ministry.bounced,
      href: "/ministry?state=bounced",
      tone: "late",
    },
    { key: "ministryUnreported", count: ministry.unreported, href: "/ministry", tone: "due" },
  ];
  if (running) cards.unshift({ ...roundCard(running), key: "followUpsDue", tone: "due" });
  // Nobody owes it any more: it stands among the figures, never in what waits.
  if (ended) cards.push({ ...roundCard(ended), key: "roundClosed" });
  return cards.filter(({ count }) => count > 0);
}

/** Who was not contacted in a round. */
const roundCard = ({ round, open }: NonNullable<CountedRounds["running"]>) => ({
  count: open,
  round: round.words.short,
  href: holdersHref({ round: `${round.id}_open` }),
});

/** Who has not reported for the month that ended last. */
async function missingReports(scope: Scoped, today: string): Promise<HomeCard[]> {
  const month = addMonths(monthOf(today), -1);
  if (month < monthOf(measureFrom(scope.ruleSets))) return [];
  const { missing } = await listReceived(scope, month);
  return [
    {
      key: "reportsMissing",
      count: missing.length,
      href: `/reports?month=${month}`,
      tone: "due",
    },
  ];
}
