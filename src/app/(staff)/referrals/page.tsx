import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { headlineFilters, readReferralFilter } from "@/domain/referral-filter";
import { everyProject } from "@/domain/rules/sets";
import { readPageNumber } from "@/domain/typed-numbers";
import { countReferrals, countReferred, listReferrals } from "@/server/referrals/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ReferralsView } from "./referrals-view";

type Props = PageProps<"/referrals">;

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("title") };
}

export default async function ReferralsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "referral.list")) notFound();
  const query = await searchParams;
  const filter = readReferralFilter(query);
  const page = readPageNumber(query.page);
  const found = await scoped(actor, async (scope) => {
    const list = await listReferrals(scope, filter, page);
    const { project, agency, district } = filter;
    const counts = await countReferrals(scope, list.today, { project, agency, district });
    // Of what the heading counts: the list that is narrowed, or what its first sentence speaks of.
    const { district: _, ...narrowed } = filter;
    const speaksOf =
      Object.keys(narrowed).length > 0 ? [filter] : headlineFilters(actor.role, counts.late);
    const people = await countReferred(
      scope,
      speaksOf.map((each) => ({ ...each, district })),
      list.today,
    );
    return { list, counts, people, projects: everyProject(scope.ruleSets) };
  });
  return (
    <ReferralsView {...found} filter={filter} page={page} role={actor.role} agency={actor.agency} />
  );
}
