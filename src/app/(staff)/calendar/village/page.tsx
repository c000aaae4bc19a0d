import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { villageInAddress } from "@/domain/areas";
import { addDays } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/queries";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("toPlan") };
}

export default async function PlanVillagePage({ searchParams }: PageProps<"/calendar/village">) {
  const actor = await requireActor();
  const given = villageInAddress.safeParse(await searchParams);
  if (!mayEver(actor, "appointment.keep") || !given.success) notFound();
  const { villages, today } = await scoped(actor, (scope) => listCalendar(scope, 1));
  const found = villages.find(
    ({ subdistrictCode, moo }) =>
      subdistrictCode === given.data.subdistrict && moo === given.data.moo,
  );
  if (!found) notFound();
  const t = await getTranslations("visits");
  const { subdistrictCode, subdistrict, moo, people } = found;
  return (
    <div className="max-w-form">
      <PageHeading
        title={t("planTitle", { moo, subdistrict })}
        sub={t("planSub", { count: people })}
      />
      <CommandForm
        command="planVillage"
        fixed={{ subdistrictCode, moo, expected: people }}
        fields={[{ name: "meetOn", kind: "date", label: t("meetOn"), initial: addDays(today, 1) }]}
        submit={t("planSubmit", { count: people })}
        then="/calendar"
        aside={
          <LinkButton href="/calendar" tone="quiet">
            {t("backToCalendar")}
          </LinkButton>
        }
      />
    </div>
  );
}
