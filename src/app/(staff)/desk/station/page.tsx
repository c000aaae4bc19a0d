import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/app/printed/print-button";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listOpenDesks } from "@/server/places/queries";
import { listReceivers, listReceivingDuties } from "@/server/receiving/queries";
import { auditRead, scoped } from "@/server/scope";
import { findStation, requireActor } from "@/server/session";
import { listStations } from "@/server/stations/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { OpenStation } from "./open-station";
import { StationCard } from "./station-card";

export async function generateMetadata() {
  return { title: (await getTranslations("station"))("title") };
}

/** Opens this computer for several officers; shows the PINs of the day. Looking at them is recorded. */
export default async function StationPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "station.open")) notFound();
  const { stations, desks, receivers, today, duties } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const stations = await listStations(scope, today);
    if (stations.length > 0)
      await auditRead(scope, "station.open", { type: "station", id: null }, {});
    return {
      today,
      stations,
      desks: await listOpenDesks(scope, today),
      receivers: await listReceivers(scope),
      duties: await listReceivingDuties(scope, today),
    };
  });
  const here = await findStation();
  const t = await getTranslations("station");
  const desk = await getTranslations("desk");
  const named = new Set(duties.map(({ officer }) => officer.id));
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk">{desk("title")}</Link>}
        title={stations.length > 0 ? t("headline", { count: stations.length }) : t("headlineNone")}
        sub={t("sub")}
        actions={stations.length > 0 && <PrintButton label={t("print")} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {stations.map((station) => (
          <StationCard
            key={station.id}
            station={station}
            here={here?.id === station.id}
            others={receivers.filter(({ id }) => !station.officers.some((each) => each.id === id))}
          />
        ))}
        {!here &&
          (desks.length === 0 ? (
            <EmptyState
              title={t("deskNone")}
              action={<LinkButton href="/desk">{t("deskNoneAction")}</LinkButton>}
            />
          ) : (
            <div data-screen-only>
              <Card title={t("openTitle")} sub={t("openText")}>
                <OpenStation
                  key={today}
                  desks={desks.map(({ id, placeName }) => ({ id, name: placeName }))}
                  officers={receivers.map(({ id, name, role }) => ({
                    id,
                    name,
                    // Those appointed for today, or else all receiving officers.
                    ticked: named.size > 0 ? named.has(id) : role === "receiving_officer",
                  }))}
                />
              </Card>
            </div>
          ))}
      </div>
    </>
  );
}
