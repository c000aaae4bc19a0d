"use client";

import type { ComponentProps } from "react";
import { toArabicDigits } from "@/domain/thai";
import { readTypedDate } from "@/domain/thai-dates";
import { DateField, type DateReader } from "@/ui/date-field";

const reader: DateReader = {
  digits: toArabicDigits,
  date(text) {
    const read = readTypedDate(text);
    return read.ok ? read.date : "";
  },
};

/** The kit's date field with the one reader of dates. */
export function DayField(props: Omit<ComponentProps<typeof DateField>, "reader">) {
  return <DateField {...props} reader={reader} />;
}
