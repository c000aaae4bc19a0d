import { CommandForm, type FormField } from "@/app/forms/command-form";

type Outcome = {
  value: string;
  label: string;
  hint?: string;
  /** What this outcome asks beside: the reason of a no. */
  asks?: readonly FormField[];
};

type Props = Omit<Parameters<typeof CommandForm>[0], "command" | "fields"> & {
  command: string;
  /** What is to be decided. */
  question: string;
  outcomes: readonly Outcome[];
};

/** One answer out of a few, and then only what that answer asks; it goes to the command as `outcome`. */
export function OutcomeForm({ question, outcomes, ...form }: Props) {
  return (
    <CommandForm
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
