import type { HolderFilter } from "@/domain/holder-filter";
import type { Scoped } from "@/server/scope";

/** The names behind the codes of a filter, for the words that say what a list shows. */
export async function getFilterNames({ tx }: Scoped, filter: HolderFilter) {
  const district = filter.district
    ? await tx.district.findUnique({ where: { code: filter.district } })
    : null;
  const subdistrict = filter.subdistrict
    ? await tx.subdistrict.findUnique({ where: { code: filter.subdistrict } })
    : null;
  const officer =
    filter.officer && filter.officer !== "none"
      ? await tx.officer.findUnique({ where: { id: filter.officer }, select: { name: true } })
      : null;
  return {
    district: district?.name ?? null,
    subdistrict: subdistrict?.name ?? null,
    officer: officer?.name ?? null,
  };
}
export type FilterNames = Awaited<ReturnType<typeof getFilterNames>>;
