import { AnyCommandForm, type AnyFormProps, type CommandFormProps } from "./command-form";
import type { AnyField, FormField } from "./form-field";
import type { CommandName, InputOf } from "./send-command";

/** The commands that take an `outcome`. */
export type DecidingName = {
  [Name in CommandName]: InputOf<Name> extends { outcome: string } ? Name : never;
}[CommandName];

type Outcome<Value extends string, Field> = {
  value: Value;
  label: string;
  hint?: string;
  /** What this outcome also asks, such as the reason of a refusal. */
  asks?: readonly Field[];
};

type Props<Name extends DecidingName> = Omit<CommandFormProps<Name>, "command" | "fields"> & {
  command: Name;
  /** What is to be decided. */
  question: string;
  outcomes: readonly Outcome<InputOf<NoInfer<Name>>["outcome"], FormField<NoInfer<Name>>>[];
};

/** One choice out of a few, then only the questions of that choice; the command gets it as `outcome`. */
export function OutcomeForm<Name extends DecidingName>(props: Props<Name>) {
  return <AnyOutcomeForm {...props} />;
}

export type AnyOutcomeProps = Omit<AnyFormProps, "command" | "fields"> & {
  command: DecidingName;
  question: string;
  outcomes: readonly Outcome<string, AnyField>[];
};

/** The form itself, for the forms of this folder. */
export function AnyOutcomeForm({ question, outcomes, ...form }: AnyOutcomeProps) {
  return (
    <AnyCommandForm
      {...form}
      fields={[
        {
          name: "outcome",
          kind: "choice",
          label: question,
          choices: outcomes.map(({ value, label, hint }) => ({ value, label, hint })),
        },
        ...outcomes.flatMap(({ value, asks = [] }) =>
          asks.map((field) => ({ ...field, when: { field: "outcome", is: [value] } })),
        ),
      ]}
    />
  );
}
