import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { getFollowUps } from "@/server/follow-ups/queries";
import { countTried } from "@/server/follow-ups/tried";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { FollowUpsView } from "./follow-ups-view";

export async function generateMetadata() {
  return { title: (await getTranslations("followUps"))("title") };
}

/** What came of the plans, beside the contacts per person; with `?district=` one district of the province. */
export default async function FollowUpsPage({ searchParams }: PageProps<"/follow-ups">) {
  const actor = await requireActor();
  if (!mayEver(actor, "follow_up.view")) notFound();
  const { district } = await searchParams;
  const page = await scoped(actor, async (scope) => {
    const found = await getFollowUps(scope, typeof district === "string" ? district : null);
    if (!found) return null;
    const within = { ...(found.district && { district: found.district }) };
    return { found, tried: found.round && (await countTried(scope, found.round, within)) };
  });
  if (!page) notFound();
  return <FollowUpsView {...page} actor={actor} />;
}
