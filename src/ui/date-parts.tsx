"use client";

import {
  BuddhistCalendar,
  GregorianCalendar,
  parseDate,
  toCalendar,
} from "@internationalized/date";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type FocusEvent, useRef, useState } from "react";
import {
  DateField,
  DateInput,
  DateSegment,
  type DateValue,
  I18nProvider,
  Label,
} from "react-aria-components";
import type { DateFieldProps, DateReader } from "./date-line";
import { controlClass, FieldError, FieldHint } from "./field-frame";

/** A `DateField` whose day, month and year are typed part by part. */
export function DateParts(props: DateFieldProps) {
  const { reader, name, label, hint, remark, onBlur, disabled } = props;
  const t = useTranslations("kit");
  const { typed, take, paste, leave, unread } = useTypedDate(props);
  const error = unread ?? props.error;
  const describedBy = [`${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <I18nProvider locale="th-TH-u-ca-buddhist">
      <DateField
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what is typed and pasted belongs to the segments inside */}
        <div
          ref={(group) => translatingDigits(group, reader.digits)}
          onPasteCapture={paste}
          onBlur={leave}
        >
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
        </div>
        <p aria-live="polite" className="text-sm font-semibold text-amber empty:-mt-1">
          {remark}
        </p>
        <FieldError id={name}>{error}</FieldError>
      </DateField>
    </I18nProvider>
  );
}

/** What stands in the field, and why it is no date yet. */
function useTypedDate({ reader, value, onChange }: DateFieldProps) {
  const t = useTranslations("kit");
  // A half-typed year (B.E. 256) is a date long before our era: it stays here and never leaves.
  const [typed, setTyped] = useState<DateValue | null>(() => dateOf(value));
  const [sent, setSent] = useState(value);
  const [unread, setUnread] = useState<string>();
  const telling = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== sent) {
    setSent(value);
    setTyped(dateOf(value));
    setUnread(undefined);
  }

  function take(date: DateValue | null) {
    const iso = isoOf(date);
    clearTimeout(telling.current);
    setTyped(date && toCalendar(date, buddhist));
    setSent(iso);
    setUnread(undefined);
    onChange(iso);
  }
  function refuse(sentence: string, text: string, later = false) {
    clearTimeout(telling.current);
    if (later) telling.current = setTimeout(() => setUnread(sentence), 300);
    else setUnread(sentence);
    // A whole date that stood there before stays what it was.
    if (isoOf(typed) !== "") return;
    setSent(text);
    onChange(text);
  }
  /** A date that is pasted, in whichever form it was copied. */
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text").trim();
    if (text === "") return;
    event.preventDefault();
    const read = reader.date(text);
    if (read) return take(dateOf(read));
    refuse(t("dateUnread", { text: text.slice(0, 40) }), text.slice(0, 40));
  }
  /** On the way out a year of two digits becomes a whole one, and a date that is not whole is told of. */
  function leave(event: FocusEvent<HTMLElement>) {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    const parts = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=spinbutton]")];
    const empty = parts.filter((part) => part.dataset.placeholder !== undefined).length;
    if (empty === parts.length) return;
    const text = event.currentTarget.textContent.replace(/\s/g, "");
    const read = reader.date(text);
    // A line that appears under the finger would move the button away before it is pressed.
    const later = !event.relatedTarget?.matches("input, select, textarea, [role=spinbutton]");
    if (empty > 0) refuse(t("dateHalf"), text, later);
    else if (isoOf(typed) === "" && read) take(dateOf(read));
    else if (isoOf(typed) === "") refuse(t("dateUnread", { text }), text, later);
  }
  return { typed, take, paste, leave, unread };
}

/** Thai digits are typed as the Arabic ones that the segments know. */
function translatingDigits(group: HTMLElement | null, toDigits: DateReader["digits"]) {
  if (!group) return;
  const translate = (event: InputEvent) => {
    const digits = toDigits(event.data ?? "");
    if (event.inputType !== "insertText" || digits === (event.data ?? "")) return;
    event.preventDefault();
    event.stopPropagation();
    event.target?.dispatchEvent(
      new InputEvent("beforeinput", {
        data: digits,
        inputType: "insertText",
        bubbles: true,
        cancelable: true,
      }),
    );
  };
  group.addEventListener("beforeinput", translate, true);
  return () => group.removeEventListener("beforeinput", translate, true);
}

/**
 * What is typed is kept in the calendar in which it is typed: on the way through the western one, 1 March of the half-typed
 * year 256 comes back as 29 February.
 */
const buddhist = new BuddhistCalendar();

function dateOf(iso: string): DateValue | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? toCalendar(parseDate(iso), buddhist) : null;
}

function isoOf(date: DateValue | null): string {
  if (!date) return "";
  const day = toCalendar(date, new GregorianCalendar());
  return day.era === "AD" && day.year >= 1850 && day.year <= 2200 ? day.toString() : "";
}
