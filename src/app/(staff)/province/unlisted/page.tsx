import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listUnlisted, readUnlistedFilter } from "@/server/unlisted/queries";
import { UnlistedView } from "./unlisted-view";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("unlistedTitle") };
}

/** The whole province's, or those of one district (`?district=5403`) or state (`?state=waiting`). */
export default async function UnlistedPage({ searchParams }: PageProps<"/province/unlisted">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const filter = readUnlistedFilter(given);
  if (reachOf(actor, "unlisted.list") !== "province") notFound();
  const { people, districts } = await scoped(actor, async (scope) => ({
    people: await listUnlisted(scope, filter),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  return <UnlistedView people={people} districts={districts} actor={actor} filter={filter} />;
}
