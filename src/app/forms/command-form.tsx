"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Controller, type FieldValues, useForm } from "react-hook-form";
import { DoneNotice } from "@/app/forms/done-notice";
import { sendCommand } from "@/app/forms/send-command";
import { form as formWords } from "@/i18n/th/form";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { DateField } from "@/ui/date-field";
import { ErrorSummary } from "@/ui/error-summary";
import { Field, TextArea } from "@/ui/field";
import { Select } from "@/ui/select";

type Choice = { value: string; label: string; hint?: string };

/** One question of a form. `when` shows it only beside certain answers; what is not shown is not sent. */
export type FormField = {
  name: string;
  /** Its name in the command, where two questions of one form answer to the same; `projects.MKT-01` goes into `projects`. */
  sends?: string;
  kind: "text" | "long" | "date" | "number" | "time" | "phone" | "choice" | "choices" | "select";
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  initial?: string | readonly string[];
  when?: { field: string; is: readonly string[] };
};

type Props = {
  /** Tells several forms of one page apart. */
  name?: string;
  /** The command's name; where a choice names it, the command is `commands[that answer]`. */
  command: string | { field: string; commands: Record<string, string> };
  /** What the command takes beside the answers. */
  fixed?: Record<string, unknown>;
  fields: readonly FormField[];
  submit: string;
  /** Where to go afterwards; without it the form stays, emptied, and says that it was saved. */
  then?: string;
  tone?: "primary" | "secondary" | "danger";
  /** The other way out, beside the main action. */
  aside?: ReactNode;
  /** The token of a one-time link: who sends is its holder, not the officer of a session. */
  bearer?: string;
  /** Called instead of going anywhere. */
  onDone?: () => void;
};

/**
 * A form that sends one command. The server's schema is the one that judges; what it finds wrong stands at the field
 * and above the form. An empty answer is sent as null, a number as a number.
 */
export function CommandForm({
  name = "",
  command,
  fixed,
  submit,
  then,
  tone,
  aside,
  bearer,
  onDone,
  ...props
}: Props) {
  const fields = props.fields.map((field) => within(name, field));
  const words = useTranslations("form");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const attempt = useRef({ text: "", id: "" });
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const initial = Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, initial ?? (kind === "choices" ? [] : "")]),
  );
  const { register, control, handleSubmit, watch, setError, reset, formState } =
    useForm<FieldValues>({ shouldFocusError: false, defaultValues: initial });
  const { errors, isSubmitting, submitCount } = formState;
  const answers = watch();
  const given = (field: string) => [answers[field]].flat().map(String);
  const shown = fields.filter(
    ({ when }) => !when || given(when.field).some((answer) => when.is.includes(answer)),
  );
  const errorOf = (name: string) => errors[name]?.message as string | undefined;

  async function send(given: FieldValues) {
    setProblem(null);
    setSaved(false);
    const chosen = typeof command === "string" ? null : { ...command, field: name + command.field };
    const sending = chosen ? chosen.commands[String(given[chosen.field])] : (command as string);
    if (!sending) return setError(chosen?.field ?? "", { message: words("choose") });
    const told = nested(
      shown
        .filter((field) => field.name !== chosen?.field)
        .map((field) => [field.sends ?? field.name, answerOf(field, given[field.name])]),
    );
    const input = { ...fixed, ...told };
    const text = JSON.stringify([sending, input]);
    // The same change again goes under the same id; another one is another change.
    if (attempt.current.text !== text) attempt.current = { text, id: crypto.randomUUID() };
    const sent = await sendCommand(sending, input, attempt.current.id, bearer);
    if (sent.ok) {
      attempt.current = { text: "", id: "" };
      if (onDone) return onDone();
      if (then) router.push(then);
      else {
        reset(initial);
        setSaved(true);
      }
      return router.refresh();
    }
    const faults = Object.entries(("fields" in sent && sent.fields) || {});
    const known = faults.flatMap(([path, [message = ""]]) => {
      const of = (whole: string) => shown.find(({ name, sends = name }) => sends === whole);
      // What is wrong with a part that has no question of its own stands at the whole.
      const field = of(path) ?? of(path.split(".")[0] ?? "");
      return field ? [{ name: field.name, message }] : [];
    });
    for (const { name, message } of known)
      setError(name, { message: words(message in formWords ? (message as "wrong") : "wrong") });
    if (known.length === 0) setProblem(refusal(sent.code));
  }

  return (
    <form noValidate data-screen-only className="flex flex-col gap-5" onSubmit={handleSubmit(send)}>
      <ErrorSummary
        attempt={submitCount}
        title={problem ? words("notSaved") : undefined}
        errors={[
          ...(problem ? [{ message: problem }] : []),
          ...shown.flatMap(({ name, label }) => {
            const message = errorOf(name);
            return message ? [{ field: name, message: `${label}: ${message}` }] : [];
          }),
        ]}
      />
      {saved && <DoneNotice>{words("saved")}</DoneNotice>}
      {shown.map((field) =>
        field.kind === "date" ? (
          <Controller
            key={field.name}
            control={control}
            name={field.name}
            render={({ field: { value, onChange, onBlur } }) => (
              <DateField
                name={field.name}
                label={field.label}
                hint={field.hint}
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                error={errorOf(field.name)}
              />
            )}
          />
        ) : (
          <Question
            key={field.name}
            field={field}
            error={errorOf(field.name)}
            input={register(field.name)}
          />
        ),
      )}
      <Actions main={!tone || tone === "primary"}>
        {aside}
        <Button type="submit" tone={tone} pending={isSubmitting}>
          {submit}
        </Button>
      </Actions>
    </form>
  );
}

/** Only the page's main action stays in sight on a phone. */
function Actions({ main, children }: { main: boolean; children: ReactNode }) {
  if (main) return <ActionBar>{children}</ActionBar>;
  return <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">{children}</div>;
}

/** The field under names that no other form of the page has. */
function within(form: string, { name, sends = name, when, ...field }: FormField): FormField {
  return {
    ...field,
    sends,
    name: form + name,
    when: when && { ...when, field: form + when.field },
  };
}

/** The answers by name; one whose name has a dot stands inside the first part. */
function nested(answers: [string, unknown][]): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [path, answer] of answers) {
    const [whole = path, part] = path.split(".");
    told[whole] = part === undefined ? answer : { ...(told[whole] as object), [part]: answer };
  }
  return told;
}

function answerOf({ kind }: FormField, given: unknown) {
  if (kind === "choices") return Array.isArray(given) ? given : given ? [given] : [];
  const text = String(given ?? "").trim();
  if (text === "") return null;
  return kind === "number" && /^[\d,]+$/.test(text) ? Number(text.replaceAll(",", "")) : text;
}

type Asked = {
  field: FormField;
  error?: string;
  input: ReturnType<ReturnType<typeof useForm>["register"]>;
};

const keyboards = { number: "numeric", phone: "tel" } as const;

/** Whether two stand beside each other: an even number, or many. */
function areShort(choices: readonly Choice[]): boolean {
  return (
    (choices.length === 2 || choices.length > 3) &&
    choices.every(({ label, hint }) => !hint && label.length <= 32)
  );
}

function Question({ field, error, input }: Asked) {
  const { kind, label, hint, choices = [] } = field;
  if (kind === "choice" || kind === "choices")
    return (
      <ChoiceList
        {...input}
        type={kind === "choice" ? "radio" : "checkbox"}
        legend={label}
        hint={hint}
        error={error}
        choices={choices}
        columns={areShort(choices) ? 2 : 1}
      />
    );
  if (kind === "select")
    return <Select {...input} label={label} hint={hint} error={error} choices={choices} />;
  if (kind === "long")
    return (
      <TextArea
        {...input}
        label={label}
        hint={hint}
        error={error}
        rows={Math.max(4, String(field.initial ?? "").split("\n").length)}
        maxLength={2000}
      />
    );
  return (
    <Field
      {...input}
      label={label}
      hint={hint}
      error={error}
      maxLength={200}
      autoComplete="off"
      inputMode={kind === "number" || kind === "phone" ? keyboards[kind] : undefined}
    />
  );
}
