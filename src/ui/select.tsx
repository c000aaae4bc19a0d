import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { controlClass, FieldFrame, fieldWiring } from "./field-frame";

type Props = ComponentProps<"select"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  choices: readonly { value: string; label: string }[];
  /** The empty choice on top; `null` leaves it out. */
  placeholder?: string | null;
};

/** For eight choices and more; below that a `ChoiceList` shows them all. */
export function Select({
  label,
  hint,
  error,
  optional,
  choices,
  placeholder,
  className = "",
  ...select
}: Props) {
  const t = useTranslations("kit");
  const id = select.id ?? select.name;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <select
        {...select}
        {...fieldWiring(id, { hint, error })}
        className={`${controlClass} ${className}`}
      >
        {placeholder !== null && <option value="">{placeholder ?? t("selectPlaceholder")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
