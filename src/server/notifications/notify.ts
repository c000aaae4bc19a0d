import { randomUUID } from "node:crypto";
import type { NotificationKind } from "@/domain/notification";
import type { Role } from "@/domain/policy";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

type Told = {
  /** Officers' ids; the actor and null are left out, duplicates count once. */
  to: readonly (string | null)[];
  /** Words: `notifications.kind_<kind>`. */
  kind: NotificationKind;
  /** The page that it opens, `/corrections?open=…`. */
  href: string;
  /** The holder it is about: the page shows the name if the reader may see it. */
  holderId?: string | null;
  /** Numbers, dates, places ("ครั้งที่ 3"); never a person's name: readers who may no longer see the holder see it too. */
  detail?: string | null;
};

/**
 * Notifies officers of the province in the transaction of the command that causes it:
 *
 *     await notify(scope, { to: [row.requestedById], kind: "correction_decided", href: "/corrections", holderId });
 *
 * Changes of referrals are notified by the database (migration `referral_notices`): a one-time link has no right to do it.
 *
 * It does not flood: the same kind with the same `href` is one notification until it is read. Give each thing its own
 * `href` (with its id) for one notification each, or the list's `href` for one notification for all.
 */
export async function notify(scope: Scoped & { today: string }, told: Told): Promise<void> {
  const { tx, actor, today } = scope;
  const { to, kind, href, holderId = null, detail = null } = told;
  const officers = new Set(to.flatMap((id) => (id && id !== actor.id ? [id] : [])));
  if (officers.size === 0 || !actor.provinceCode) return;
  const provinceCode = actor.provinceCode;
  await tx.notification.createMany({
    data: [...officers].map((officerId) => ({
      id: randomUUID(),
      officerId,
      provinceCode,
      kind,
      href,
      holderId,
      detail,
      happenedOn: toDateColumn(today),
      causedById: actor.id,
    })),
    skipDuplicates: true,
  });
}

/** The active officers with some roles in the actor's province, or in one of its districts: the `to` of `notify`. */
export async function listOfficerIds(
  { tx, actor }: Scoped,
  roles: readonly Role[],
  districtCode?: string,
): Promise<string[]> {
  const officers = await tx.officer.findMany({
    where: {
      role: { in: [...roles] },
      provinceCode: actor.provinceCode ?? "",
      status: "active",
      ...(districtCode && { districtCode }),
    },
    select: { id: true },
  });
  return officers.map(({ id }) => id);
}
