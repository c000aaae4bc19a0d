import { entitlementOfPerson } from "@/domain/entitlement-sums";
import { fromDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";

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
