import { Printer } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { mayEver } from "@/domain/policy";
import { listPlaces } from "@/server/places/queries";
import { listReceivers, listReceivingDuties } from "@/server/receiving/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { DutiesTable } from "./duties-table";
import { PasteReceivers } from "./paste-receivers";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("receivingTitle") };
}

/** Who receives where, from–until. */
export default async function ReceivingPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "receiving.name")) notFound();
  const { duties, places, receivers } = await scoped(actor, async (scope) => ({
    duties: await listReceivingDuties(scope),
    places: await listPlaces(scope),
    receivers: await listReceivers(scope),
  }));
  const t = await getTranslations("preparation");
  const desk = await getTranslations("desk");
  const people = new Set(duties.map(({ officer }) => officer.id)).size;
  const without = places.filter(({ id }) => !duties.some(({ place }) => place.id === id));
  const period: FormField<"nameReceivingOfficers">[] = [
    {
      name: "placeId",
      kind: places.length < 8 ? "choice" : "select",
      label: t("place"),
      choices: places.map(({ id, name }) => ({ value: id, label: name })),
      initial: places.length === 1 ? places[0]?.id : undefined,
    },
    { name: "fromOn", kind: "date", label: t("fromOn"), initial: places[0]?.opensOn },
    { name: "untilOn", kind: "date", label: t("untilOn"), initial: places[0]?.closesOn },
  ];
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk/places">{desk("places")}</Link>}
        title={people > 0 ? t("receivingHeadline", { count: people }) : t("receivingNone")}
        sub={
          people > 0 && without.length > 0
            ? t("receivingWithout", { places: without.map(({ name }) => name).join(", ") })
            : t("receivingSub")
        }
        actions={
          people > 0 && (
            <LinkButton tone="secondary" icon={Printer} href="/district/receiving/order">
              {t("receivingOrder")}
            </LinkButton>
          )
        }
      />
      {places.length === 0 ? (
        <EmptyState
          title={t("receivingNoPlace")}
          action={<LinkButton href="/desk/places">{desk("announceVerb")}</LinkButton>}
        />
      ) : (
        <div className="grid gap-5">
          {duties.length > 0 && (
            <Card>
              <DutiesTable duties={duties} />
            </Card>
          )}
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Card title={t("receivingName")}>
              <CommandForm
                command="nameReceivingOfficers"
                fields={[
                  ...period,
                  {
                    name: "officerIds",
                    kind: "choices",
                    label: t("receivers"),
                    choices: receivers.map(({ id, name, position }) => ({
                      value: id,
                      label: name,
                      hint: position,
                    })),
                  },
                ]}
                submit={t("saveReceiving")}
              />
            </Card>
            <Card title={t("receivingPaste")}>
              <PasteReceivers
                places={places.map(({ id, name, opensOn, closesOn }) => ({
                  id,
                  name,
                  opensOn,
                  closesOn,
                }))}
              />
            </Card>
          </div>
        </div>
      )}
    </>
  );
}
