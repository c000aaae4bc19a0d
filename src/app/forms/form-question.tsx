import type { ComponentType } from "react";
import { type Control, Controller, type FieldValues, type UseFormRegister } from "react-hook-form";
import { DayField } from "@/app/forms/day-field";
import { ChoiceList } from "@/ui/choice-list";

import { Field, TextArea } from "@/ui/field";
import { Select } from "@/ui/select";
import type { AnyField, AskedField, FieldChoice } from "./form-field";

type Asked = {
  field: AnyField;
  error?: string;
  register: UseFormRegister<FieldValues>;
  control: Control<FieldValues>;
};

/** One question with the control of its kind. */
export function FormQuestion(asked: Asked) {
  const ControlOfKind = controls[asked.field.kind];
  return <ControlOfKind {...asked} />;
}

const controls: Record<AskedField["kind"], ComponentType<Asked>> = {
  text: Line,
  time: Line,
  number: (asked) => <Line {...asked} keyboard="numeric" />,
  phone: (asked) => <Line {...asked} keyboard="tel" />,
  long: Lines,
  date: Day,
  choice: (asked) => <Choices {...asked} type="radio" />,
  choices: (asked) => <Choices {...asked} type="checkbox" />,
  select: ({ field: { name, label, hint, choices = [] }, error, register }) => (
    <Select {...register(name)} label={label} hint={hint} error={error} choices={choices} />
  ),
};

function Line({
  field: { name, label, hint, longest },
  error,
  register,
  keyboard,
}: Asked & { keyboard?: "numeric" | "tel" }) {
  return (
    <Field
      {...register(name)}
      label={label}
      hint={hint}
      error={error}
      longest={longest}
      autoComplete="off"
      inputMode={keyboard}
    />
  );
}

function Lines({ field: { name, label, hint, initial, longest }, error, register }: Asked) {
  return (
    <TextArea
      {...register(name)}
      label={label}
      hint={hint}
      error={error}
      rows={Math.max(4, String(initial ?? "").split("\n").length)}
      longest={longest}
    />
  );
}

function Day({ field: { name, label, hint }, error, control }: Asked) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur } }) => (
        <DayField
          name={name}
          label={label}
          hint={hint}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          error={error}
        />
      )}
    />
  );
}

function Choices({
  field: { name, label, hint, choices = [] },
  error,
  register,
  type,
}: Asked & { type: "radio" | "checkbox" }) {
  return (
    <ChoiceList
      {...register(name)}
      type={type}
      legend={label}
      hint={hint}
      error={error}
      choices={choices}
      columns={areShort(choices) ? 2 : 1}
    />
  );
}

/** Whether options fit in two columns: an even number of them, or many. */
function areShort(choices: readonly FieldChoice[]): boolean {
  return (
    (choices.length === 2 || choices.length > 3) &&
    choices.every(({ label, hint }) => !hint && label.length <= 32)
  );
}
