import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { listOpenDesks } from "@/server/places/queries";
import { listReceivers, listReceivingDuties } from "@/server/receiving/queries";
import { auditRead, scoped } from "@/server/scope";
import { findStation, requireActor } from "@/server/session";
import { listStations } from "@/server/stations/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { OpenStation } from "./open-station";
import { PinSlip } from "./pin-slip";
import { StationCard } from "./station-card";

export async function generateMetadata() {
  return { title: (await getTranslations("station"))("title") };
}

const pinAsked = z.object({ station: z.uuid(), of: z.uuid() });

/** Opens this computer for several officers; shows the PIN of one of them at a time. Looking at it is recorded. */
export default async function StationPage({ searchParams }: PageProps<"/desk/station">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const asked = pinAsked.safeParse(given);
  if (!mayEver(actor, "station.open")) notFound();
  const { stations, desks, receivers, today, over, duties } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const pinOf = asked.success
      ? { stationId: asked.data.station, officerId: asked.data.of }
      : null;
    const stations = await listStations(scope, today, pinOf);
    if (pinOf && stations.some(({ officers }) => officers.some(({ pin }) => pin !== null))) {
      const station = { type: "station", id: pinOf.stationId };
      auditRead(scope, "station.open", station, { officer: pinOf.officerId });
    }
    return {
      today,
      over: today > rulesOn(scope.ruleSets, today).walkIn.value.until,
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
      />
      {stations.flatMap(({ placeName, officers }) =>
        officers
          .filter(({ isAsked }) => isAsked)
          .map(({ id, name, pin }) =>
            pin ? (
              <PinSlip key={id} name={name} placeName={placeName} pin={pin} today={today} />
            ) : (
              <div key={id} className="mb-6">
                <Notice kind="warn" title={t("slipOf", { name })}>
                  {t("slipShown", { newPin: t("newPin") })}
                </Notice>
              </div>
            ),
          ),
      )}
      <div data-screen-only className="grid items-start gap-5 lg:grid-cols-2">
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
            <NoDesk over={over} />
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

/** No desk is open today: one is to be opened, or the window is over. */
async function NoDesk({ over }: { over: boolean }) {
  const t = await getTranslations("station");
  return (
    <EmptyState
      title={t(over ? "deskOver" : "deskNone")}
      action={<LinkButton href="/desk">{t(over ? "deskOverAction" : "deskNoneAction")}</LinkButton>}
    />
  );
}
