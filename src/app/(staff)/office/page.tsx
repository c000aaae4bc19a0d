import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { KeepFile } from "@/app/forms/keep-file";
import { GarudaImage } from "@/app/printed/garuda-image";
import { mayEver } from "@/domain/policy";
import { findOffice, listAgencyOffices } from "@/server/offices/queries";
import { findGaruda } from "@/server/papers/files";
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
  const { office, agencies, garuda } = await scoped(actor, async (scope) => ({
    office: await findOffice(scope, actor.districtCode),
    garuda: await findGaruda(scope, actor.districtCode),
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
                ...(actor.districtCode === null
                  ? [
                      {
                        name: "reportsTo" as const,
                        kind: "text" as const,
                        label: t("officeReportsTo"),
                        hint: t("officeReportsToHint"),
                        initial: office.reportsTo,
                      },
                    ]
                  : []),
              ]}
              submit={t("officeSave")}
            />
          </Card>
        </div>
        <div className="max-w-form">
          <Card title={t("garudaTitle")} sub={t("garudaSub")}>
            {garuda ? (
              <GarudaImage id={garuda} className="mb-4 h-[30mm]" />
            ) : (
              <p className="mb-4 text-soft">{t("garudaNone")}</p>
            )}
            <KeepFile
              keep={{ command: "keepGaruda", fixed: {} }}
              label={t("garudaFile")}
              accept=".png"
              needed={t("fileNeeded")}
              submit={t("garudaKeep")}
              done={t("garudaKept")}
            />
          </Card>
        </div>
        {agencies && <AgencyOffices offices={agencies} chosen={String(agency ?? "")} />}
      </div>
    </>
  );
}
