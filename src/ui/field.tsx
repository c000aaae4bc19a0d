import type { ComponentProps, ReactNode } from "react";
import { controlClass, FieldFrame, fieldWiring } from "./field-frame";

type FieldProps = {
  /** Also the id that an ErrorSummary links to, where no `id` is given. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
};

/** A one-line field; spread `register("name")` of react-hook-form into it. */
export function Field({
  label,
  hint,
  error,
  optional,
  className = "",
  ...input
}: FieldProps & ComponentProps<"input">) {
  const id = input.id ?? input.name;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <input
        {...input}
        {...fieldWiring(id, { hint, error })}
        className={`${controlClass} ${className}`}
      />
    </FieldFrame>
  );
}

/** A field of several lines, as `Field` otherwise. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  className = "",
  rows = 4,
  ...area
}: FieldProps & ComponentProps<"textarea">) {
  const id = area.id ?? area.name;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <textarea
        {...area}
        {...fieldWiring(id, { hint, error })}
        rows={rows}
        className={`${controlClass} ${className}`}
      />
    </FieldFrame>
  );
}
