"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { controlClass, FieldFrame, fieldWiring } from "./field-frame";

export type DateReader = {
  /** An ISO date as one writes it in numbers, "" of anything else. */
  numbers: (iso: string) => string;
  /** The ISO date of a text in which somebody has written one, or "". */
  date: (text: string) => string;
  /** The text with 0 to 9 for every digit. */
  digits: (text: string) => string;
};

export type DateFieldProps = {
  reader: DateReader;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** What is to be known of the day that stands in the field; nothing is wrong with it. */
  remark?: ReactNode;
  /** ISO (C.E.) date, "" where none is given; a text that is no date shows an empty field. */
  value: string;
  /**
   * Called with an ISO date once the typed one is whole, with "" where it is emptied or being typed, and with what was typed
   * or pasted where that is no date: no form can take it for nothing.
   */
  onChange: (iso: string) => void;
  onBlur?: () => void;
  disabled?: boolean;
};

type Props = DateFieldProps & {
  /** Told `true` while the line is in use or holds what is no date, so that nothing takes its place. */
  onHold: (held: boolean) => void;
};

/** A `DateField` whose date is typed on one line, in any form in which dates are written. */
export function DateLine(props: Props) {
  const { name, label, error, remark, disabled, onHold } = props;
  const t = useTranslations("kit");
  const line = useRef<HTMLInputElement>(null);
  const { text, unread, take, leave } = useTypedLine(props);
  const hint = props.hint ?? t("dateHint");

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was done before the scripts came
  useEffect(() => {
    if (!line.current) return;
    if (line.current.value !== text) take(line.current.value);
    if (line.current === document.activeElement) onHold(true);
  }, []);

  return (
    <FieldFrame id={name} label={label} hint={hint} error={unread ?? error}>
      <input
        {...fieldWiring(name, { hint, error: unread ?? error })}
        ref={line}
        value={text}
        onFocus={() => onHold(true)}
        onChange={(event) => take(event.target.value)}
        onBlur={leave}
        disabled={disabled}
        placeholder={t("dateForm")}
        autoComplete="off"
        className={controlClass}
      />
      <p aria-live="polite" className="text-sm font-semibold text-amber empty:-mt-1">
        {remark}
      </p>
    </FieldFrame>
  );
}

/** What stands on the line, and why it is no date. */
function useTypedLine({ reader, value, onChange, onBlur, onHold }: Props) {
  const t = useTranslations("kit");
  const [text, setText] = useState(() => reader.numbers(value));
  const [sent, setSent] = useState(value);
  const [unread, setUnread] = useState<string>();
  if (value !== sent) {
    setSent(value);
    setText(reader.numbers(value));
    setUnread(undefined);
  }

  function take(typed: string) {
    const iso = reader.date(typed) || typed.trim().slice(0, 40);
    setText(typed);
    setSent(iso);
    setUnread(undefined);
    onChange(iso);
  }
  function leave() {
    const isRead = text.trim() === "" || reader.date(text) !== "";
    setUnread(isRead ? undefined : t("dateUnread", { text: text.trim().slice(0, 40) }));
    onHold(!isRead);
    onBlur?.();
  }
  return { text, unread, take, leave };
}
