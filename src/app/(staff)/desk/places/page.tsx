import { Mail, Printer, Users } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { headlineFigures } from "@/app/parts/headline-figures";
import { usualPlaceDays } from "@/domain/intent";
import { walkInHeadline } from "@/domain/list-headline";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { formatThaiDate } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listPlaces } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { PlaceForm } from "./place-form";
import { PlacesTable } from "./places-table";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("places") };
}

export default async function PlacesPage() {
  const actor = await requireActor();
  const mayAnnounce = mayEver(actor, "place.announce");
  if (!mayAnnounce && !mayEver(actor, "desk.work")) notFound();
  const { rules, today, places } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return { today, rules: rulesOn(scope.ruleSets, today), places: await listPlaces(scope) };
  });
  const t = await getTranslations("desk");
  const preparation = await getTranslations("preparation");
  const { from, until } = rules.walkIn.value;
  const over = today > until;
  const days = usualPlaceDays(rules.walkIn.value, today);
  const headline = walkInHeadline(places.length, over);
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk">{t("title")}</Link>}
        title={t(`places_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t(over ? "windowOver" : "windowSub", {
          from: formatThaiDate(from),
          until: formatThaiDate(until),
        })}
        actions={
          mayAnnounce &&
          !over && (
            <>
              <LinkButton tone="secondary" icon={Printer} href="/desk/places/notice">
                {preparation("noticeVerb")}
              </LinkButton>
              <LinkButton tone="secondary" icon={Mail} href="/desk/places/letters">
                {preparation("lettersVerb")}
              </LinkButton>
              <LinkButton tone="secondary" icon={Users} href="/district/receiving">
                {preparation("receivingTitle")}
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <PlacesTable places={places} />
        </Card>
        {mayAnnounce && (
          <Card
            title={t(over ? "placeLate" : "placeNew")}
            sub={over ? t("placeLateSub") : undefined}
          >
            {over ? (
              <Disclosure summary={t("placeLateShow")}>
                <PlaceForm {...days} />
              </Disclosure>
            ) : (
              <PlaceForm {...days} />
            )}
          </Card>
        )}
      </div>
    </>
  );
}
