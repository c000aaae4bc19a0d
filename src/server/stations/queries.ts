import { systemTime, toDateColumn } from "@/server/clock";
import { stationPin } from "@/server/officers/one-time";
import { districtFor, type Scoped } from "@/server/scope";

type PinRow = { officer_id: string; name: string; pin_id: string; locked: boolean };

/** An officer at a station, whose PIN is asked for. */
export type PinAsked = { stationId: string; officerId: string };

/**
 * The open stations of the actor's district today: only for officers who may open one. At most one PIN at a time, that of
 * `asked`; each look is audited.
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
  const withPins = [];
  for (const { desk, recordedAt, ...station } of stations) {
    const pins = await tx.$queryRaw<PinRow[]>`SELECT * FROM auth.list_pins(${station.id}::uuid)`;
    withPins.push({
      ...station,
      openedAt: systemTime(recordedAt),
      placeName: desk.place.name,
      officers: pins.map(({ officer_id, name, pin_id, locked }) => ({
        id: officer_id,
        name,
        pin:
          asked?.stationId === station.id && asked.officerId === officer_id
            ? stationPin(pin_id)
            : null,
        locked,
      })),
    });
  }
  return withPins;
}
export type Station = Awaited<ReturnType<typeof listStations>>[number];
