import { entitlementOfPerson, type PersonsEntitlement } from "@/domain/entitlement-sums";
import { fromDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

const months = { firstMonth: true, lastMonth: true, satangAMonth: true } as const;

/** What is due to a holder, in the order of months, as a list reads it with them. */
export const entitlementColumns = {
  select: months,
  orderBy: { firstMonth: "asc" },
} satisfies Prisma.Holder$entitlementArgs;

type Row = Prisma.EntitlementGetPayload<{ select: typeof months }>;

export const personsEntitlement = (rows: readonly Row[]) =>
  entitlementOfPerson(
    rows.map((row) => ({
      ...row,
      firstMonth: fromDateColumn(row.firstMonth),
      lastMonth: fromDateColumn(row.lastMonth),
    })),
  );

/** What is due to each of some holders; who is not in it is due nothing. */
export async function entitlementsOfPersons(
  { tx }: Scoped,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonsEntitlement>> {
  const rows = await tx.entitlement.findMany({
    where: { holderId: { in: [...ids] } },
    select: { ...months, holderId: true },
    orderBy: [{ holderId: "asc" }, { firstMonth: "asc" }],
  });
  const ofHolder = new Map<string, Row[]>();
  for (const { holderId, ...row } of rows)
    ofHolder.set(holderId, [...(ofHolder.get(holderId) ?? []), row]);
  return new Map(
    [...ofHolder].flatMap(([id, own]) => {
      const due = personsEntitlement(own);
      return due ? [[id, due] as const] : [];
    }),
  );
}
