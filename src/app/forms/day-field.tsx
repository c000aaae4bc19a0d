"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { toArabicDigits } from "@/domain/thai";
import { readTypedDate } from "@/domain/thai-dates";
import { DateField, type DateReader } from "@/ui/date-field";
import { useHolidays } from "./rules-in-words";

const reader: DateReader = {
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
