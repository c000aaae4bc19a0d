"use client";

import { useFormatter } from "next-intl";
import { formatThaiTime } from "@/domain/thai-dates";

/** A time of day in Thailand, `10.32`. */
export function useTimeOfDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) =>
    formatThaiTime(
      format.dateTime(new Date(iso), { hour: "2-digit", minute: "2-digit", hour12: false }),
    );
}
