import { mayEver } from "@/domain/policy";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { auditRead, type Scoped } from "@/server/scope";

/** How many notifications the page shows. */
const linesShown = 200;

/** How many notifications the actor has not read; null for a role that never gets any. */
export async function countUnreadNotifications({ tx, actor }: Scoped): Promise<number | null> {
  if (!mayEver(actor, "notification.read")) return null;
  return tx.notification.count({ where: { officerId: actor.id, readAt: null } });
}

/** The actor's latest notifications, newest first; a holder's name only if the actor may still read the file. */
export async function listNotifications(scope: Scoped) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const rows = await tx.notification.findMany({
    where: { officerId: actor.id },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: linesShown,
    include: { causedBy: { select: { name: true, position: true } } },
  });
  const names = await namesOf(
    scope,
    rows.flatMap(({ holderId }) => holderId ?? []),
  );
  const { email } = await tx.officer.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true },
  });
  return {
    today,
    email,
    unread: (await countUnreadNotifications(scope)) ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      href: row.href,
      detail: row.detail,
      on: fromDateColumn(row.happenedOn),
      at: row.createdAt.toISOString(),
      read: row.readAt !== null,
      by: row.causedBy?.name ?? null,
      person: row.holderId ? (names.get(row.holderId) ?? null) : null,
    })),
    full: rows.length === linesShown,
  };
}
export type Notifications = Awaited<ReturnType<typeof listNotifications>>;

async function namesOf(scope: Scoped, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0 || !mayEver(scope.actor, "holder.read")) return new Map();
  const holders = await scope.tx.holder.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, firstName: true, lastName: true },
  });
  auditRead(
    scope,
    "notification.read",
    { type: "notification", id: null },
    {
      count: holders.length,
    },
  );
  return new Map(
    holders.map(({ id, title, firstName, lastName }) => [id, fullName(title, firstName, lastName)]),
  );
}
