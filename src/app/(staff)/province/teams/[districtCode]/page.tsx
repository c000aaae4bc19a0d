import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { signerInFile } from "@/server/delegations/queries";
import { type Scoped, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { getTeam, suggestTeam } from "@/server/teams/queries";
import { TeamView } from "./team-view";

type Props = { params: Promise<{ districtCode: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

/** A district's team: the province prepares and appoints, the district reads its own. */
export default async function TeamPage({ params }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "team.view")) notFound();
  const { districtCode } = await params;
  const mayPrepare = mayEver(actor, "province.prepare");
  const seen = await scoped(actor, (scope) => look(scope, districtCode, mayPrepare));
  if (!seen) notFound();
  return <TeamView {...seen} actorId={actor.id} />;
}

async function look(scope: Scoped, districtCode: string, mayPrepare: boolean) {
  const team = await getTeam(scope, districtCode);
  if (!team) return null;
  const suggestion = mayPrepare && !team.pending ? await suggestTeam(scope, team) : null;
  return { team, suggestion, signsInFile: await signerInFile(scope) };
}
