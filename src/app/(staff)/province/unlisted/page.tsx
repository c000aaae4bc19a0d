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

/** The whole province's, or those of one district (`?district=5403`) or state (`?state=waiting`). */
export default async function UnlistedPage({ searchParams }: PageProps<"/province/unlisted">) {
  const [{ district, state }, actor] = await Promise.all([searchParams, requireActor()]);
  if (reachOf(actor, "unlisted.list") !== "province") notFound();
  const { people, districts } = await scoped(actor, async (scope) => ({
    people: await listUnlisted(scope),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  const shown = people.filter(
    (person) =>
      (!district || person.districtCode === district) && (!state || person.state === state),
  );
  return <UnlistedView people={shown} districts={districts} actor={actor} />;
}
