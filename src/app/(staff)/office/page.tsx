import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { mayEver } from "@/domain/policy";
import { findOffice, listAgencyOffices } from "@/server/offices/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeading } from "@/ui/page-heading";
import { AgencyOffices } from "./agency-offices";

export async function generateMetadata() {
  return { title: (await getTranslations("papers"))("officeTitle") };
}

/** What the reader's office prints of itself; for the province also to whom it writes at the agencies. */
export default async function OfficePage({ searchParams }: PageProps<"/office">) {
  const actor = await requireActor();
  if (!mayEver(actor, "office.keep")) notFound();
  const { agency } = await searchParams;
  const { office, agencies } = await scoped(actor, async (scope) => ({
    office: await findOffice(scope, actor.districtCode),
    agencies: actor.districtCode === null ? await listAgencyOffices(scope) : null,
  }));
  const t = await getTranslations("papers");
  return (
    <>
      <PageHeading title={t("officeTitle")} sub={t("officeSub")} />
      <div className="grid gap-6">
        <div className="max-w-form">
          <Card title={office.seat}>
            <CommandForm
              command="keepOffice"
              fields={[
                {
                  name: "address",
                  kind: "text",
                  label: t("officeAddress"),
                  hint: t("officeAddressHint"),
                  initial: office.address ?? "",
                },
                {
                  name: "unit",
                  kind: "text",
                  label: t("officeUnit"),
                  initial: office.unit ?? "",
                },
                {
                  name: "phone",
                  kind: "text",
                  label: t("officePhone"),
                  hint: t("officePhoneHint"),
                  initial: office.phone ?? "",
                },
              ]}
              submit={t("officeSave")}
            />
          </Card>
        </div>
        {agencies && <AgencyOffices offices={agencies} chosen={String(agency ?? "")} />}
      </div>
    </>
  );
}
