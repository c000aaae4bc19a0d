import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listUnlisted } from "@/server/unlisted/queries";
import { UnlistedView } from "./unlisted-view";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("unlistedTitle") };
}

/** The whole province's, or those of one of its districts (`?district=5403`). */
export default async function UnlistedPage({ searchParams }: PageProps<"/province/unlisted">) {
  const [{ district }, actor] = await Promise.all([searchParams, requireActor()]);
  if (reachOf(actor, "unlisted.list") !== "province") notFound();
  const { people, districts } = await scoped(actor, async (scope) => ({
    people: await listUnlisted(scope),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  const shown = people.filter((person) => !district || person.districtCode === district);
  return <UnlistedView people={shown} districts={districts} actor={actor} />;
}
