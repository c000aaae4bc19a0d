import type { Phones } from "@/domain/phone";

/** The columns from which `phoneOf` takes a holder's telephone. */
export const phoneColumns = {
  phone: true,
  correctedPhone: true,
  ministryPhone: true,
} as const satisfies Record<keyof Phones, true>;
