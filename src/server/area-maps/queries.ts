import { mayEver } from "@/domain/policy";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** The drawing of a province or district that is shown: the newest. Null where nobody has sent one. */
export async function findAreaMap({ tx }: Pick<Scoped, "tx">, withinCode: string) {
  return tx.areaMap.findFirst({
    where: { withinCode },
    select: { width: true, height: true, shapes: true, source: true },
    orderBy: { recordedAt: "desc" },
  });
}
export type AreaMap = NonNullable<Awaited<ReturnType<typeof findAreaMap>>>;

/** The provinces that have drawings, in order of code: how many, whose, and who sent the last. Empty for whoever sends none. */
export async function listAreaMaps({ tx, actor }: Scoped) {
  if (!mayEver(actor, "map.record")) return [];
  const rows = await tx.areaMap.findMany({
    distinct: ["withinCode"],
    select: {
      withinCode: true,
      source: true,
      recordedOn: true,
      recordedBy: { select: { name: true } },
      province: { select: { code: true, name: true } },
    },
    orderBy: [{ withinCode: "asc" }, { recordedAt: "desc" }],
  });
  const provinces = new Map<string, (typeof rows)[number][]>();
  for (const row of rows)
    provinces.set(row.province.code, [...(provinces.get(row.province.code) ?? []), row]);
  return [...provinces].map(([code, own]) => {
    const last = own.reduce((a, b) => (b.recordedOn > a.recordedOn ? b : a));
    return {
      code,
      name: last.province.name,
      ofProvince: own.some(({ withinCode }) => withinCode === code),
      districts: own.filter(({ withinCode }) => withinCode !== code).length,
      source: last.source,
      by: last.recordedBy.name,
      recordedOn: fromDateColumn(last.recordedOn),
    };
  });
}
export type AreaMapRow = Awaited<ReturnType<typeof listAreaMaps>>[number];
