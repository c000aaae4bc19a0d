"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { isIsoDate } from "@/domain/calendar";
import { toArabicDigits } from "@/domain/thai";
import { formatThaiDateNumeric, readTypedDate } from "@/domain/thai-dates";
import { DateField } from "@/ui/date-field";
import type { DateReader } from "@/ui/date-line";
import { useHolidays } from "./rules-in-words";

const reader: DateReader = {
  numbers: (iso) => (isIsoDate(iso) ? formatThaiDateNumeric(iso) : ""),
  digits: toArabicDigits,
  date(text) {
    const read = readTypedDate(text);
    return read.ok ? read.date : "";
  },
};

/** The kit's date field with the one reader of dates; it warns of a public holiday among the days to come. */
export function DayField(props: Omit<ComponentProps<typeof DateField>, "reader" | "remark">) {
  const t = useTranslations("words");
  const isHoliday = useHolidays();
  return (
    <DateField
      {...props}
      reader={reader}
      remark={isHoliday(props.value) ? t("holiday") : undefined}
    />
  );
}
