import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { listRegistrations, readRegistrationFilter } from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RegistrationsView } from "./registrations-view";

export async function generateMetadata() {
  return { title: (await getTranslations("registrations"))("title") };
}

/** The district's or the whole province's, or those of one district (`?district=5403`) or state (`?state=open`). */
export default async function RegistrationsPage({ searchParams }: PageProps<"/registrations">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const filter = readRegistrationFilter(given);
  if (!mayEver(actor, "registration.list")) notFound();
  const { people, districts } = await scoped(actor, async (scope) => ({
    people: await listRegistrations(scope, filter),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  return <RegistrationsView people={people} districts={districts} actor={actor} filter={filter} />;
}
