import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { getFollowUps } from "@/server/follow-ups/queries";
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
  const found = await scoped(actor, (scope) =>
    getFollowUps(scope, typeof district === "string" ? district : null),
  );
  if (!found) notFound();
  return <FollowUpsView found={found} actor={actor} />;
}
