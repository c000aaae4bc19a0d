import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { villageInAddress } from "@/domain/areas";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listVillageToPlan } from "@/server/visits/calendar";
import { PageHeading } from "@/ui/page-heading";
import { VillageForm } from "./village-form";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("toPlan") };
}

export default async function PlanVillagePage({ searchParams }: PageProps<"/calendar/village">) {
  const actor = await requireActor();
  const given = villageInAddress.safeParse(await searchParams);
  if (!mayEver(actor, "appointment.keep") || !given.success) notFound();
  const { subdistrict, moo } = given.data;
  const village = await scoped(actor, (scope) => listVillageToPlan(scope, given.data));
  if (!village) notFound();
  const t = await getTranslations("visits");
  return (
    <div className="max-w-form">
      <PageHeading
        title={t("planTitle", { moo, subdistrict: village.subdistrict })}
        sub={t("planSub", { count: village.people.length })}
      />
      <VillageForm {...village} subdistrictCode={subdistrict} moo={moo} />
    </div>
  );
}
