import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { listSubdistrictNames } from "@/server/areas/queries";
import { getDeskDay, listProvinceSubdistricts } from "@/server/places/queries";
import { listReceivingDuties } from "@/server/receiving/queries";
import { isRegistering } from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { chosenDesk, deskCookie } from "./desk-cookie";
import { DeskOfDay } from "./desk-view";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskPage() {
  const actor = await requireActor();
  const may = { work: mayEver(actor, "desk.work"), open: mayEver(actor, "desk.open") };
  if (!may.work && !may.open) notFound();
  const { day, registers, rules, names, provinceSubdistricts, duties } = await scoped(
    actor,
    async (scope) => {
      const day = await getDeskDay(scope);
      return {
        day,
        registers: await isRegistering(scope, day.today),
        rules: rulesOn(scope.ruleSets, day.today),
        provinceSubdistricts: await listProvinceSubdistricts(scope),
        names: await listSubdistrictNames(actor.districtCode ?? "", scope.tx),
        duties: await listReceivingDuties(scope, day.today),
      };
    },
  );
  const desk = chosenDesk(day.desks, (await cookies()).get(deskCookie)?.value);
  return (
    <DeskOfDay
      day={day}
      window={rules.walkIn.value}
      incomeYear={rules.words.incomeYear}
      desk={desk}
      subdistricts={Object.entries(names).map(([value, label]) => ({ value, label }))}
      provinceSubdistricts={provinceSubdistricts}
      may={may}
      duties={duties}
      registers={registers}
    />
  );
}
