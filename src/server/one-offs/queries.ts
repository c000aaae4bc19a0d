import type { EntitlementEnd } from "@/domain/entitlement-end";
import { isDueOnce } from "@/domain/one-off-list";
import { mayEver, reachOf } from "@/domain/policy";
import { everyOneOff } from "@/domain/rules/sets";
import { fullName } from "@/server/holders/search";
import { isoDays } from "@/server/iso-days";
import { areaFor, auditRead, type Scoped } from "@/server/scope";
import { listOrder, listRead } from "./order";

/** The checked lists that hold in the actor's province, each the newest of its id. */
export async function listsInForce({ tx, actor }: Scoped) {
  const area = areaFor(actor, "run.read");
  if (!area) return [];
  return tx.oneOffList.findMany({
    where: { ...area, step: { step: "checked" } },
    distinct: ["list"],
    orderBy: [{ list: "asc" }, { recordedAt: "desc" }],
    select: { id: true, list: true, people: true, step: { select: { takenAt: true } } },
  });
}

/** What a version gives once, each with how many people stand on its checked list in the actor's province; null: no list yet. */
export async function listOneOffs(scope: Scoped, lists: readonly string[]) {
  if (lists.length === 0) return [];
  const inForce = await listsInForce(scope);
  return everyOneOff(scope.ruleSets)
    .filter(({ list }) => lists.includes(list))
    .map(({ list, name, month, baht }) => ({
      ...{ list, name, month, baht },
      people: inForce.find((each) => each.list === list)?.people ?? null,
    }));
}
export type OneOffLine = Awaited<ReturnType<typeof listOneOffs>>[number];

const officer = { select: { name: true, position: true } } as const;

/** People on one page of a list. */
const aPage = 50;

/**
 * What a letter gives once, with the lists that were recorded of it, the newest first, the actor's own reading that is not kept, and
 * a page of the persons of the newest list that is not returned, in the order of their ids. Null out of reach. Audited.
 */
export async function viewOneOff(scope: Scoped, list: string, after: string | null) {
  const { tx, actor, ruleSets } = scope;
  const area = areaFor(actor, "run.read");
  const given = everyOneOff(ruleSets).find((each) => each.list === list);
  if (!area || !given) return null;
  const lists = isoDays(
    await tx.oneOffList.findMany({
      where: { ...area, list },
      orderBy: { recordedAt: "desc" },
      include: { recordedBy: officer, step: { include: { takenBy: officer } } },
    }),
  );
  const shown = lists.find(({ step }) => step?.step !== "returned") ?? null;
  const version = await tx.ruleVersion.findFirst({
    where: { version: given.rules, step: { step: "checked" } },
    select: { id: true, about: true },
  });
  return {
    given,
    version,
    lists,
    shown,
    reading: await findReading(scope, list),
    ...(shown ? await personsOf(scope, shown.id, after) : { people: [], next: null }),
  };
}
export type OneOffView = NonNullable<Awaited<ReturnType<typeof viewOneOff>>>;

/** The persons of a list; who has left the province since is a line without a name. */
async function personsOf(scope: Scoped, listId: string, after: string | null) {
  const { tx } = scope;
  const rows = await tx.oneOffPerson.findMany({
    where: { listId, ...(after && { holderId: { gt: after } }) },
    orderBy: { holderId: "asc" },
    take: aPage + 1,
    select: { holderId: true, rowNumber: true },
  });
  const shown = rows.slice(0, aPage);
  const holders = await tx.holder.findMany({
    where: { id: { in: shown.map(({ holderId }) => holderId) } },
    select: {
      ...{ id: true, title: true, firstName: true, lastName: true, nationalIdLast4: true },
      subdistrict: { select: { name: true, district: { select: { name: true } } } },
    },
  });
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  auditRead(scope, "run.read", { type: "one_off_list", id: listId }, { shown: shown.length });
  return {
    people: shown.map((row) => {
      const holder = byId.get(row.holderId);
      if (!holder) return { ...row, holder: null };
      const { title, firstName, lastName, ...place } = holder;
      return { ...row, holder: { ...place, name: fullName(title, firstName, lastName) } };
    }),
    next: rows.length > aPage ? (shown.at(-1)?.holderId ?? null) : null,
  };
}

const failures = ["NOT_ALLOWED", "FILE", "NO_COLUMN", "NOBODY", "SAME_FILE", "UNEXPECTED"] as const;

/** The actor's newest reading of a file of the list, until it is kept; null: there is none. */
async function findReading({ tx, actor }: Scoped, list: string) {
  if (!mayEver(actor, "one_off.record")) return null;
  const job = await tx.job.findFirst({
    where: {
      kind: "one_off_list",
      requestedById: actor.id,
      input: { path: ["list"], equals: list },
    },
    orderBy: { createdAt: "desc" },
    select: { status: true, failure: true, input: true, result: true, progress: true, total: true },
  });
  const order = listOrder.safeParse(job?.input);
  if (!job || !order.success) return null;
  const { status, progress, total } = job;
  const { keep, uploadId, fileName } = order.data;
  if (status === "done" && keep) return null;
  const failure =
    status === "failed" ? (failures.find((each) => each === job.failure) ?? "UNEXPECTED") : null;
  return {
    ...{ keep, uploadId, fileName, progress, total, failure },
    words: String(Object(job.result).words ?? ""),
    read: status === "done" ? listRead.parse(job.result) : null,
  };
}
export type ListReading = NonNullable<Awaited<ReturnType<typeof findReading>>>;

/** What letters give once to a holder, by the checked lists; a sum that a death or a cancelled card ended says so. None without a grant. */
export async function oneOffsOfHolder(
  { tx, actor, ruleSets }: Scoped,
  holderId: string,
  ends: readonly EntitlementEnd[],
) {
  if (!reachOf(actor, "ledger.read")) return [];
  const given = everyOneOff(ruleSets);
  if (given.length === 0) return [];
  const rows = await tx.$queryRaw<{ list: string }[]>`
    SELECT l.list FROM one_off_person p JOIN one_off_list l ON l.id = p.list_id JOIN one_off_list_step s ON s.list_id = l.id
    WHERE p.holder_id = ${holderId}::uuid AND s.step = 'checked'
      AND NOT EXISTS (SELECT FROM one_off_list n JOIN one_off_list_step t ON t.list_id = n.id AND t.step = 'checked'
        WHERE n.province_code = l.province_code AND n.list = l.list AND n.recorded_at > l.recorded_at)`;
  return given
    .filter(({ list }) => rows.some((row) => row.list === list))
    .map(({ list, name, month, baht }) => ({
      ...{ list, name, month, baht },
      due: isDueOnce({ month }, ends),
    }));
}
export type HoldersOneOff = Awaited<ReturnType<typeof oneOffsOfHolder>>[number];
