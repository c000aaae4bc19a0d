import { fromDateColumn, toDateColumn } from "@/server/clock";
import { districtFor, type Scoped } from "@/server/scope";

/** Who receives where, from–until, in the order of places and days; with `on` only that day. */
export async function listReceivingDuties({ tx, actor }: Scoped, on?: string) {
  const day = on && toDateColumn(on);
  const duties = await tx.receivingDuty.findMany({
    where: {
      districtCode: districtFor(actor, "receiving.name", "desk.work"),
      ...(day ? { fromOn: { lte: day }, untilOn: { gte: day } } : {}),
    },
    select: {
      id: true,
      fromOn: true,
      untilOn: true,
      place: { select: { id: true, name: true } },
      officer: { select: { id: true, name: true, position: true } },
    },
    orderBy: [{ place: { name: "asc" } }, { fromOn: "asc" }, { officer: { name: "asc" } }],
    take: 500,
  });
  return duties.map(({ fromOn, untilOn, ...duty }) => ({
    ...duty,
    fromOn: fromDateColumn(fromOn),
    untilOn: fromDateColumn(untilOn),
  }));
}
export type ReceivingDuty = Awaited<ReturnType<typeof listReceivingDuties>>[number];

/** Whom the district may name: its receiving officers, and the secretary, who may receive too. */
export async function listReceivers({ tx, actor }: Scoped) {
  return tx.officer.findMany({
    where: {
      districtCode: districtFor(actor, "receiving.name"),
      role: { in: ["receiving_officer", "district_secretary"] },
      status: "active",
    },
    select: { id: true, name: true, position: true, role: true },
    orderBy: [{ role: "desc" }, { name: "asc" }],
    take: 200,
  });
}
