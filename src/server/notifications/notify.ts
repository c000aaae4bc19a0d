import { randomUUID } from "node:crypto";
import type { NotificationKind } from "@/domain/notification";
import type { Role } from "@/domain/policy";
import { toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

type Told = {
  /** Officers' ids; the actor himself and nobody (null) are left out, doubles count once. */
  to: readonly (string | null)[];
  /** Words: `notifications.kind_<kind>`. */
  kind: NotificationKind;
  /** The page that it opens, `/corrections?open=…`. */
  href: string;
  /** Whose file it concerns: his name is shown as far as the reader's own reach goes. */
  holderId?: string | null;
  /** Numbers, dates, places ("ครั้งที่ 3"); never a person's name: it also stands where reach has ended. */
  detail?: string | null;
};

/**
 * Tells officers of the province of something that concerns them, in the transaction of the command that causes it:
 *
 *     await notify(scope, { to: [row.requestedById], kind: "correction_decided", href: "/corrections", holderId });
 *
 * What happens to referrals is told by the database (migration `referral_notices`): the bearer of a link tells nobody.
 *
 * It does not flood: the same kind with the same `href` is one line until it has been read. Give one `href` a thing
 * (with its id) where each is to be told of, and one for all (the list) where a number of them is enough.
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

/** The active officers of some roles in the actor's province, or in one of its districts: whom `notify` tells. */
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
