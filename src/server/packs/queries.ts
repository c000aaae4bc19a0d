import { z } from "zod";
import type { FigureArea } from "@/domain/figures/area";
import { type PackFile, packFiles, packJob } from "@/domain/pack";
import { roundWithId } from "@/domain/rules/rounds";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { areaFor, auditRead, type Scoped } from "@/server/scope";
import { localSetting } from "@/server/settings/queries";
import { listPackDays } from "./contents";
import { isThere } from "./files";
import { roundsBegun } from "./follow-up";
import { areaWords } from "./words";

/** Packs of a page. */
const aPage = 10;

const columns = {
  id: true,
  provinceCode: true,
  districtCode: true,
  kind: true,
  day: true,
  round: true,
  meetingOn: true,
  requestedAt: true,
  madeAt: true,
  failedAt: true,
  requestedBy: { select: { name: true } },
} as const;

/** Of which a pack can be made: the area's days with numbers, the newest first, and the rounds that have begun. */
export async function getPackChoices(scope: Scoped, area: FigureArea) {
  const today = await programmeDate(scope.tx);
  const provinceCode = scope.actor.provinceCode ?? "";
  const districtCode = "districtCode" in area ? area.districtCode : null;
  return {
    today,
    names: await getAreaNames({ provinceCode, districtCode }, scope.tx),
    districts: await listDistrictNames(provinceCode, scope.tx),
    days: await listPackDays(scope, area, today),
    /** 0: none is set. */
    meetingDay: await localSetting(scope, "meeting_day", today, districtCode),
    rounds: roundsBegun(scope, today).map(({ id, words }) => ({ id, name: words.long })),
  };
}
export type PackChoices = Awaited<ReturnType<typeof getPackChoices>>;

/**
 * The packs in the actor's reach, the newest first, with who made each and who fetched which file; `before`: the last one of the page before.
 */
export async function listPacks(scope: Scoped, before: string | null = null) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "pack.read");
  if (!area || "accountOfficerId" in area) return { packs: [], next: null };
  const last = before
    ? await tx.pack.findUnique({ where: { id: before }, select: { requestedAt: true } })
    : null;
  const found = await tx.pack.findMany({
    where: {
      ...area,
      ...(last && { requestedAt: { lt: last.requestedAt } }),
    },
    select: columns,
    orderBy: [{ requestedAt: "desc" }],
    take: aPage + 1,
  });
  const shown = found.slice(0, aPage);
  const working = await listWorking(scope);
  const fetched = await listFetched(
    scope,
    shown.map(({ id }) => id),
  );
  const names = await listDistrictNames(actor.provinceCode ?? "", tx);
  const { province } = await getAreaNames(
    { provinceCode: actor.provinceCode, districtCode: null },
    tx,
  );
  return {
    next: found.length > aPage ? (shown.at(-1)?.id ?? null) : null,
    packs: shown.map(({ requestedBy, day, meetingOn, requestedAt, madeAt, failedAt, ...pack }) => ({
      ...pack,
      place: areaWords({
        province: province ?? pack.provinceCode,
        district: pack.districtCode && (names[pack.districtCode] ?? pack.districtCode),
      }),
      roundName: roundNameOf(scope, pack.round),
      day: fromDateColumn(day),
      meetingOn: meetingOn && fromDateColumn(meetingOn),
      by: requestedBy.name,
      requestedAt: requestedAt.toISOString(),
      state: stateOf({ id: pack.id, madeAt, failedAt }, working),
      progress: working.get(pack.id) ?? null,
      fetched: fetched.filter(({ packId }) => packId === pack.id),
    })),
  };
}
export type PackList = Awaited<ReturnType<typeof listPacks>>;
export type PackRow = PackList["packs"][number];

const roundNameOf = ({ ruleSets }: Scoped, id: string | null) =>
  id === null ? null : (roundWithId(ruleSets, id)?.words.long ?? id);

/** The reader's own orders that wait or run, by pack. */
async function listWorking({ tx, actor }: Scoped) {
  const jobs = await tx.job.findMany({
    where: { kind: "pack", requestedById: actor.id, status: { in: ["queued", "running"] } },
    select: { input: true, progress: true, total: true },
  });
  return new Map(
    jobs.flatMap(({ input, progress, total }) => {
      const job = packJob.safeParse(input).data;
      return job ? [[job.packId, { done: progress, all: total ?? 0 }]] : [];
    }),
  );
}

function stateOf(
  { id, madeAt, failedAt }: { id: string; madeAt: Date | null; failedAt: Date | null },
  working: ReadonlyMap<string, unknown>,
): "working" | "failed" | "gone" | "done" {
  if (working.has(id)) return "working";
  if (failedAt) return "failed";
  if (!madeAt) return "working";
  return isThere(id) ? "done" : "gone";
}

const fetchedFile = z.enum(packFiles);

/** Who fetched which file, from the audit; a name that the reader may not see is not said. */
async function listFetched({ tx }: Scoped, ids: readonly string[]) {
  const rows = await tx.$queryRaw<
    { packId: string; file: string; officerId: string; name: string | null }[]
  >`SELECT f.pack_id::text AS "packId", f.file, f.officer_id::text AS "officerId", o.name
    FROM audit.fetched(${ids}::uuid[]) f LEFT JOIN officer o ON o.id = f.officer_id ORDER BY f.at`;
  const lines = new Map<string, { packId: string; name: string; files: PackFile[] }>();
  for (const { packId, file, officerId, name } of rows) {
    const known = fetchedFile.safeParse(file).data;
    if (!known) continue;
    const line = lines.get(packId + officerId) ?? { packId, name: name ?? "–", files: [] };
    line.files.push(known);
    lines.set(packId + officerId, line);
  }
  return [...lines.values()];
}

/** What a download of a pack's file needs, or null out of reach; the download is audited. */
export async function takePack(scope: Scoped, packId: string, file: PackFile) {
  const { tx, actor } = scope;
  const area = areaFor(actor, "pack.read");
  if (!area || "accountOfficerId" in area) return null;
  const pack = await tx.pack.findFirst({
    where: { ...area, id: packId, madeAt: { not: null } },
    select: { provinceCode: true, districtCode: true, day: true },
  });
  if (!pack) return null;
  const { provinceCode, districtCode, day } = pack;
  auditRead(
    scope,
    "pack.read",
    { type: "pack", id: packId },
    { file, province: provinceCode, district: districtCode },
  );
  const { province, district } = await getAreaNames({ provinceCode, districtCode }, tx);
  const what = say(file === "brief" ? "packs.file_brief" : "packs.title");
  const place = areaWords({ province: province ?? provinceCode, district });
  const ending = file === "xlsx" ? "xlsx" : "pdf";
  return `${what} ${place} ${formatThaiDateShort(fromDateColumn(day))}.${ending}`;
}
