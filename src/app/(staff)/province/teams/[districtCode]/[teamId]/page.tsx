import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { getTeam } from "@/server/teams/queries";
import { TeamOrder } from "./team-order";

type Props = { params: Promise<{ districtCode: string; teamId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

/** The order as it is printed and signed. */
export default async function TeamOrderPage({ params }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "team.view")) notFound();
  const { districtCode, teamId } = await params;
  const team = await scoped(actor, (scope) => getTeam(scope, districtCode));
  const order = team?.orders.find(({ id }) => id === teamId);
  if (!team || !order) notFound();
  return <TeamOrder team={team} order={order} />;
}
