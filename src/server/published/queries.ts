import { provinceOf } from "@/domain/areas";
import type { IsoDate } from "@/domain/calendar";
import { mayEver } from "@/domain/policy";
import { everywhere, type PublishedArea } from "@/domain/published/withhold";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, type Scoped } from "@/server/scope";

/** An area with its name, and what is published of it; null: this installation has nothing of it. */
export type NamedCounts = { code: string; name: string; counts: PublishedArea | null };

/** Of how many of all provinces something is published, and as of which day; undefined where nothing is, or it is not the reader's. */
export async function countPublished({ tx, actor }: Scoped) {
  if (!mayEver(actor, "nation.view")) return undefined;
  const [all, provinces] = await Promise.all([
    tx.publishedCount.findMany({ select: { areaCode: true, countedOn: true } }),
    tx.province.count(),
  ]);
  const [first] = all;
  if (!first) return undefined;
  const count = all.filter(({ areaCode }) => areaCode.length === 2).length;
  return { count, of: provinces, on: fromDateColumn(first.countedOn) };
}
export type PublishedCount = Awaited<ReturnType<typeof countPublished>>;

/** A row as the domain has it; the table's CHECK knows the depths. */
const areaOf = ({ countedOn: _, ...row }: Prisma.PublishedCountGetPayload<object>) =>
  row as PublishedArea;

/**
 * What is published: the whole, and every province of the country by code.
 * @returns null for who may not see it; `all` null: nothing is published yet
 */
export async function getPublished({ tx, actor, ruleSets }: Scoped) {
  if (!mayEver(actor, "nation.view")) return null;
  const [rows, provinces] = await Promise.all([
    tx.publishedCount.findMany({ orderBy: { areaCode: "asc" } }),
    tx.province.findMany({ orderBy: { code: "asc" } }),
  ]);
  const counts = new Map(rows.map((row) => [row.areaCode, areaOf(row)]));
  const on = rows[0] ? fromDateColumn(rows[0].countedOn) : null;
  const districtsOf = (code: string) =>
    rows.filter(({ areaCode }) => areaCode.length === 4 && provinceOf(areaCode) === code).length;
  return {
    on,
    rules: rulesFor(ruleSets, on),
    all: counts.get(everywhere) ?? null,
    provinces: provinces.map(({ code, name }) => ({
      code,
      name,
      counts: counts.get(code) ?? null,
      districts: districtsOf(code),
    })),
  };
}
export type Published = NonNullable<Awaited<ReturnType<typeof getPublished>>>;

/** The districts of a province by code; null for who may not see them, or where nothing of the province is published. */
export async function getPublishedDistricts(scope: Scoped, provinceCode: string) {
  const { tx, actor, ruleSets } = scope;
  if (!mayEver(actor, "nation.view")) return null;
  const [rows, names, province] = await Promise.all([
    tx.publishedCount.findMany({
      where: { areaCode: { startsWith: provinceCode } },
      orderBy: { areaCode: "asc" },
    }),
    listDistrictNames(provinceCode, tx),
    tx.province.findUnique({ where: { code: provinceCode } }),
  ]);
  const [whole, ...districts] = rows.map(areaOf);
  if (!whole || !province || !rows[0]) return null;
  const on = fromDateColumn(rows[0].countedOn);
  const named: NamedCounts[] = districts.map((counts) => ({
    code: counts.areaCode,
    name: names[counts.areaCode] ?? counts.areaCode,
    counts,
  }));
  return { on, rules: rulesFor(ruleSets, on), name: province.name, whole, districts: named };
}
export type PublishedDistricts = NonNullable<Awaited<ReturnType<typeof getPublishedDistricts>>>;

const rulesFor = (ruleSets: RuleSets, on: IsoDate | null) => rulesOn(ruleSets, on ?? "");

/** Notes in the audit that what is published was taken as a file. */
export function auditFile(scope: Scoped, on: IsoDate, rows: number) {
  auditRead(scope, "nation.view", { type: "published_count", id: on }, { file: "xlsx", rows });
}
