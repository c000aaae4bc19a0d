"use client";

import { GregorianCalendar, parseDate, toCalendar } from "@internationalized/date";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  type DateValue,
  I18nProvider,
  Label,
} from "react-aria-components";
import { controlClass, FieldError, FieldHint } from "./field-frame";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** ISO (C.E.) date, or "" where none is given. */
  value: string;
  /** Called with an ISO date once the typed one is whole, else with "". */
  onChange: (iso: string) => void;
  onBlur?: () => void;
  disabled?: boolean;
};

/** Day, month and year in B.E.; ISO towards the form. With react-hook-form use `Controller`. */
export function DateField({ name, label, hint, error, value, onChange, onBlur, disabled }: Props) {
  const t = useTranslations("kit");
  // A half-typed year (B.E. 256) is a date long before our era: it stays here and never leaves.
  const [typed, setTyped] = useState<DateValue | null>(() => dateOf(value));
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    setSent(value);
    setTyped(dateOf(value));
  }

  function take(date: DateValue | null) {
    const iso = isoOf(date);
    setTyped(date);
    setSent(iso);
    onChange(iso);
  }

  const describedBy = [`${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <I18nProvider locale="th-TH-u-ca-buddhist">
      <AriaDateField
        id={name}
        value={typed}
        onChange={take}
        onBlur={onBlur}
        granularity="day"
        validationBehavior="aria"
        isDisabled={disabled}
        isInvalid={Boolean(error)}
        aria-describedby={describedBy}
        className="flex flex-col gap-1"
      >
        <Label className="font-semibold">{label}</Label>
        <FieldHint id={name}>{hint ?? t("dateHint")}</FieldHint>
        <DateInput
          className={`${controlClass} flex items-center data-invalid:border-2 data-invalid:border-brick`}
        >
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded-small px-0.5 data-placeholder:text-soft focus:bg-indigo focus:text-white focus:outline-none"
            />
          )}
        </DateInput>
        <FieldError id={name}>{error}</FieldError>
      </AriaDateField>
    </I18nProvider>
  );
}

function dateOf(iso: string): DateValue | null {
  return iso ? parseDate(iso) : null;
}

function isoOf(date: DateValue | null): string {
  if (!date) return "";
  const day = toCalendar(date, new GregorianCalendar());
  return day.era === "AD" && day.year >= 1850 && day.year <= 2200 ? day.toString() : "";
}
