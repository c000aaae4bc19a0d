import { Printer } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { headlineFigures } from "@/app/parts/headline-figures";
import { walkInHeadline } from "@/domain/list-headline";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { isIssued } from "@/server/papers/queries";
import { listPlaces } from "@/server/places/queries";
import { listReceivers, listReceivingDuties } from "@/server/receiving/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { DutiesTable } from "./duties-table";
import { NamingCards } from "./naming-cards";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("receivingTitle") };
}

/** Who receives where, from–until. */
export default async function ReceivingPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "receiving.name")) notFound();
  const { over, issued, duties, places, receivers } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return {
      issued: await isIssued(scope, "receiving_order"),
      over: today > rulesOn(scope.ruleSets, today).walkIn.value.until,
      duties: await listReceivingDuties(scope),
      places: await listPlaces(scope),
      receivers: await listReceivers(scope),
    };
  });
  const t = await getTranslations("preparation");
  const desk = await getTranslations("desk");
  const people = new Set(duties.map(({ officer }) => officer.id)).size;
  const headline = walkInHeadline(people, over);
  const without = places.filter(({ id }) => !duties.some(({ place }) => place.id === id));
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk/places">{desk("places")}</Link>}
        title={t(`receiving_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={
          over
            ? t("receivingOverSub")
            : people > 0 && without.length > 0
              ? t("receivingWithout", { places: without.map(({ name }) => name).join(", ") })
              : t("receivingSub")
        }
        actions={
          (over ? issued : people > 0) && (
            <LinkButton tone="secondary" icon={Printer} href="/district/receiving/order">
              {t(over ? "receivingOrderIssued" : "receivingOrder")}
            </LinkButton>
          )
        }
      />
      {places.length === 0 ? (
        <EmptyState
          title={t("receivingNoPlace")}
          action={!over && <LinkButton href="/desk/places">{desk("announceVerb")}</LinkButton>}
        />
      ) : (
        <div className="grid gap-5">
          {duties.length > 0 && (
            <Card>
              <DutiesTable duties={duties} />
            </Card>
          )}
          {!over && <NamingCards places={places} receivers={receivers} />}
        </div>
      )}
    </>
  );
}
