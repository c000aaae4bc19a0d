import type { IsoMonth } from "@/domain/calendar";
import { reportLevelOf } from "@/domain/report";
import { programmeDate } from "@/server/clock";
import { figuresTable, notKeptWords } from "@/server/papers/report-figures";
import { auditRead, type Scoped } from "@/server/scope";
import { figuresFor } from "./figures";
import { listOwnDistricts, shownFigures } from "./queries";

/**
 * The numbers that a report of a month prepared now would keep, to be read while its opinion is written: of each area for which the
 * actor reports, as its annex has them.
 */
export async function listFigures(scope: Scoped, period: IsoMonth) {
  const { tx, actor } = scope;
  const level = reportLevelOf(actor.role);
  if (!level || !actor.provinceCode) return [];
  const { provinceCode } = actor;
  const today = await programmeDate(tx);
  const own = level === "officer" ? await listOwnDistricts(scope) : [];
  const areas =
    level === "officer"
      ? own.map(({ code, name }) => ({ districtCode: code, name: own.length > 1 ? name : null }))
      : [{ districtCode: level === "district" ? actor.districtCode : null, name: null }];
  const found = [];
  // One after another: they share one transaction.
  for (const { districtCode, name } of areas) {
    const of = { level, provinceCode, districtCode, period };
    const figures = shownFigures(scope, await figuresFor(scope, of, today));
    if (!figures) continue;
    const { asOf } = figures;
    const lacks = notKeptWords(figures);
    found.push({ key: districtCode ?? provinceCode, name, asOf, lacks, ...figuresTable(figures) });
  }
  auditRead(scope, "report.read", { type: "figures", id: null }, { count: found.length });
  return found;
}
export type ShownFigures = Awaited<ReturnType<typeof listFigures>>[number];
