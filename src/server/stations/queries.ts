import { systemTime, toDateColumn } from "@/server/clock";
import { stationPin } from "@/server/officers/one-time";
import { districtFor, type Scoped } from "@/server/scope";

type PinRow = { officer_id: string; name: string; shown: boolean; locked: boolean };

/** An officer at a station, whose PIN is asked for. */
export type PinAsked = { stationId: string; officerId: string };

/**
 * The open stations of the actor's district today: only for officers who may open one. At most one PIN at a time, that of
 * `asked`, and once: after that only a new PIN is shown. Each look is audited.
 */
export async function listStations(scope: Scoped, today: string, asked: PinAsked | null = null) {
  const { tx, actor } = scope;
  const stations = await tx.station.findMany({
    where: {
      districtCode: districtFor(actor, "station.open"),
      openOn: toDateColumn(today),
      closedAt: null,
    },
    select: {
      id: true,
      recordedAt: true,
      desk: { select: { place: { select: { name: true } } } },
    },
    orderBy: { recordedAt: "asc" },
  });
  const pinId = asked && (await showPin(scope, asked));
  const withPins = [];
  for (const { desk, recordedAt, ...station } of stations) {
    const pins = await tx.$queryRaw<PinRow[]>`SELECT * FROM auth.list_pins(${station.id}::uuid)`;
    withPins.push({
      ...station,
      openedAt: systemTime(recordedAt),
      placeName: desk.place.name,
      officers: pins.map(({ officer_id, name, shown, locked }) => {
        const isAsked = asked?.stationId === station.id && asked.officerId === officer_id;
        return {
          id: officer_id,
          name,
          isAsked,
          pin: isAsked && pinId ? stationPin(pinId) : null,
          shown,
          locked,
        };
      }),
    });
  }
  return withPins;
}
/** What the PIN is derived from, if it is shown for the first time. */
async function showPin({ tx }: Scoped, { stationId, officerId }: PinAsked) {
  const [row] = await tx.$queryRaw<
    { pin_id: string | null }[]
  >`SELECT auth.show_pin(${stationId}::uuid, ${officerId}::uuid) AS pin_id`;
  return row?.pin_id ?? null;
}

export type Station = Awaited<ReturnType<typeof listStations>>[number];
