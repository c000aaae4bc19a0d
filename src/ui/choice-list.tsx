import type { ComponentProps, ReactNode } from "react";
import { FieldError, FieldHint } from "./field-frame";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "id"> & {
  name: string;
  legend: ReactNode;
  /** Hides the legend where the page's headline already asks the question. */
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  type?: "radio" | "checkbox";
  choices: readonly Choice[];
  /** Two columns from 640 px on, for short labels. */
  columns?: 1 | 2;
  /** Ticked values when the caller keeps the state; leave out with `register`. */
  value?: string | readonly string[];
  defaultValue?: string | readonly string[];
};

/** Stacked radio or checkbox cards; the first one has the field's name as its id. */
export function ChoiceList(props: Props) {
  const { name, legend, legendHidden, hint, error, type = "radio", choices } = props;
  const { columns = 1, value, defaultValue, ...rest } = without(props);
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={describedBy || undefined} className="flex min-w-0 flex-col gap-2">
      <legend className={legendHidden ? "sr-only" : "mb-1 font-semibold"}>{legend}</legend>
      <FieldHint id={name}>{hint}</FieldHint>
      <FieldError id={name}>{error}</FieldError>
      <div className={`grid gap-2 ${columns === 2 ? "sm:grid-cols-2" : ""}`}>
        {choices.map((choice, index) => (
          <ChoiceCard
            key={choice.value}
            {...rest}
            {...ticked(choice.value, value, defaultValue)}
            id={index === 0 ? name : `${name}-${choice.value}`}
            name={name}
            type={type}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            disabled={choice.disabled || rest.disabled}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

type CardProps = ComponentProps<"input"> & { id: string; label: ReactNode; hint?: ReactNode };

function ChoiceCard({ label, hint, className = "", ...input }: CardProps) {
  return (
    <label
      htmlFor={input.id}
      className={`flex min-h-12 items-center gap-3 rounded-card border border-edge bg-card px-4 py-3 hover:border-indigo has-checked:border-indigo has-checked:bg-indigo-tint has-aria-invalid:border-brick has-disabled:cursor-default has-disabled:border-line has-disabled:text-soft ${className}`}
    >
      <input
        {...input}
        aria-describedby={hint ? `${input.id}-note` : undefined}
        className="size-6 shrink-0 accent-indigo"
      />
      <span>
        <span className="font-semibold">{label}</span>
        {hint && (
          <span id={`${input.id}-note`} className="block text-sm text-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** One box to tick, such as a consent; spread `register` into it. */
export function Checkbox({ error, ...input }: CheckboxProps) {
  const id = input.id ?? input.name;
  return (
    <div className="flex flex-col gap-1">
      <ChoiceCard {...input} id={id} type="checkbox" aria-invalid={error ? true : undefined} />
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

function without({ legend, legendHidden, hint, error, type, choices, ...rest }: Props) {
  return rest;
}

function ticked(choice: string, value: Props["value"], defaultValue: Props["defaultValue"]) {
  if (value !== undefined) return { checked: [value].flat().includes(choice) };
  if (defaultValue !== undefined) return { defaultChecked: [defaultValue].flat().includes(choice) };
  return {};
}
