"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useEffect, useState } from "react";
import { controlClass, FieldFrame, fieldWiring } from "./field-frame";

type FieldProps = {
  /** Also the id that an ErrorSummary links to, where no `id` is given. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** The most letters. A longer text stays as it is and is told of: the browser's `maxLength` would cut a paste silently. */
  longest?: number;
};

/** A one-line field; spread `register("name")` of react-hook-form into it. */
export function Field({
  label,
  hint,
  error: given,
  optional,
  longest,
  className = "",
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "maxLength">) {
  const id = input.id ?? input.name;
  const { tooLong, measure } = useLength(id, longest);
  const error = tooLong ?? given;
  const shape = input.type === "file" ? `${controlClass} ${fileButton}` : controlClass;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <input
        {...input}
        {...fieldWiring(id, { hint, error })}
        onInput={measure}
        className={`${shape} ${className}`}
      />
    </FieldFrame>
  );
}

/** The browser's own button in a field for a file, as the other secondary buttons. */
const fileButton =
  "file:mr-4 file:min-h-9 file:rounded-button file:border file:border-edge file:bg-card file:px-4 file:font-semibold file:text-indigo";

/** A field of several lines, as `Field` otherwise. */
export function TextArea({
  label,
  hint,
  error: given,
  optional,
  longest,
  className = "",
  rows = 4,
  ...area
}: FieldProps & Omit<ComponentProps<"textarea">, "maxLength">) {
  const id = area.id ?? area.name;
  const { tooLong, measure } = useLength(id, longest);
  const error = tooLong ?? given;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <textarea
        {...area}
        {...fieldWiring(id, { hint, error })}
        onInput={measure}
        rows={rows}
        className={`${controlClass} ${className}`}
      />
    </FieldFrame>
  );
}

/** The sentence of a text that is longer than its field takes, as soon as it is. */
function useLength(id: string, longest: number | undefined) {
  const t = useTranslations("kit");
  const [length, setLength] = useState(0);
  const measure = () => {
    if (longest === undefined) return;
    const control = document.getElementById(id);
    const takesText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    setLength(takesText ? control.value.trim().length : 0);
  };
  // After every render: the form itself may have filled or emptied the control.
  useEffect(measure);
  const tooLong =
    longest !== undefined && length > longest ? t("tooLong", { longest, length }) : undefined;
  return { tooLong, measure };
}
