import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import {
  isRegistering,
  listRegistrations,
  readRegistrationFilter,
} from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RegistrationsView } from "./registrations-view";

export async function generateMetadata() {
  return { title: (await getTranslations("registrations"))("title") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The district's or the whole province's, or those of one district (`?district=5403`) or state (`?state=open`), by pages:
 * `after` is the last row of the page before.
 */
export default async function RegistrationsPage({ searchParams }: PageProps<"/registrations">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const filter = readRegistrationFilter(given);
  if (!mayEver(actor, "registration.list")) notFound();
  const after = typeof given.after === "string" && uuid.test(given.after) ? given.after : undefined;
  const { list, districts, registers } = await scoped(actor, async (scope) => ({
    registers:
      mayEver(actor, "registration.record") &&
      (await isRegistering(scope, await programmeDate(scope.tx))),
    list: await listRegistrations(scope, filter, { after }),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  return (
    <RegistrationsView
      list={list}
      districts={districts}
      actor={actor}
      filter={filter}
      registers={registers}
      further={after !== undefined}
    />
  );
}
