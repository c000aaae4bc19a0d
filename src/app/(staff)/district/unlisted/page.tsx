import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listUnlisted } from "@/server/unlisted/queries";
import { UnlistedView } from "../../province/unlisted/unlisted-view";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("unlistedTitle") };
}

export default async function UnlistedPage() {
  const actor = await requireActor();
  if (reachOf(actor, "unlisted.list") !== "district") notFound();
  const { people, districts } = await scoped(actor, async (scope) => ({
    people: await listUnlisted(scope),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  return <UnlistedView people={people} districts={districts} actor={actor} />;
}
