import { systemTime, toDateColumn } from "@/server/clock";
import { stationPin } from "@/server/officers/one-time";
import { districtFor, type Scoped } from "@/server/scope";

type PinRow = { officer_id: string; name: string; pin_id: string; locked: boolean };

/** The open stations of the actor's district today, with each officer's PIN: only for officers who may open one. */
export async function listStations(scope: Scoped, today: string) {
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
        pin: stationPin(pin_id),
        locked,
      })),
    });
  }
  return withPins;
}
export type Station = Awaited<ReturnType<typeof listStations>>[number];
