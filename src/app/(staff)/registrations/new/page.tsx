import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegisterPerson } from "@/app/register/register-person";
import { RegisteringOver } from "@/app/register/registering-over";
import { districtOf } from "@/domain/areas";
import { mayEver } from "@/domain/policy";
import { isIn } from "@/domain/rules/outreach";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { listProvinceSubdistricts } from "@/server/places/queries";
import { isRegistering } from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("registrations"))("newTitle") };
}

/** Registering away from a desk: by the secretary or the province. Their answer follows in the same visit. */
export default async function NewRegistrationPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "registration.record")) notFound();
  const { open, subdistricts, rules, today } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      open: await isRegistering(scope, today),
      subdistricts: await listProvinceSubdistricts(scope),
      rules: rulesOn(scope.ruleSets, today),
      today,
    };
  });
  const t = await getTranslations("registrations");
  if (!open) return <RegisteringOver />;
  return (
    <div className="max-w-form">
      <PageHeading title={t("newTitle")} sub={t("newSub")} />
      <RegisterPerson
        subdistricts={subdistricts}
        village={subdistricts.filter(
          ({ value }) => !actor.districtCode || districtOf(value) === actor.districtCode,
        )}
        incomeYear={rules.words.incomeYear}
        deskId={null}
        personHref={mayEver(actor, "holder.read") ? "/holders" : "/desk/holders"}
        inWindow={isIn(rules.walkIn.value, today)}
      />
    </div>
  );
}
