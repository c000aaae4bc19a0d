"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type FieldValues, useForm } from "react-hook-form";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { bringIntoSight } from "@/ui/into-sight";
import { DoneNotice } from "./done-notice";
import { DraftState } from "./draft-state";
import { faultsOf, initialOf, inputOf, restoredOf, shownBeside, within } from "./form-answers";
import type { AnyField, FormField, PartOf } from "./form-field";
import { FormQuestion } from "./form-question";
import { KeptDraft } from "./kept-draft";
import type { CommandName, InputOf, OutcomeOf, Refused } from "./send-command";
import { useSender } from "./use-command";
import { useFaultWords } from "./use-fault-words";
import { type FormDraft, useFormDraft } from "./use-form-draft";

/** What every form has, whatever its command. */
type Layout = {
  /** Tells several forms of one page apart. */
  name?: string;
  submit: string;
  /**
   * Where to go afterwards, with the answer to the question `by` at its end where that is said; without it the form stays,
   * emptied, and says that it was saved.
   */
  then?: string | { of: string; by: string };
  tone?: "primary" | "secondary" | "danger";
  /** The cancel link, beside the main action. */
  aside?: ReactNode;
  /** The token of a one-time link: its holder sends the form, not an officer with a session. */
  bearer?: string;
  /** Where what is typed is kept until it is recorded. */
  draft?: FormDraft;
};

/** One command, or the one that the answer to the question `by` names. */
type Chosen<Name> = Name | { by: string; commands: Readonly<Record<string, Name>> };

export type CommandFormProps<Name extends CommandName> = Layout & {
  command: Chosen<Name>;
  /** What the command takes besides the answers. */
  fixed?: PartOf<InputOf<NoInfer<Name>>>;
  fields: readonly FormField<NoInfer<Name>>[];
  /** Called with what the command answered, instead of going anywhere. */
  onDone?: (outcome: OutcomeOf<NoInfer<Name>>) => void;
};

export type AnyFormProps = Layout & {
  command: Chosen<CommandName>;
  fixed?: object;
  fields: readonly AnyField[];
  onDone?(outcome: unknown): void;
};

/** A form that sends one command; its name, its fields and what is fixed are checked against what the command takes. */
export function CommandForm<Name extends CommandName>(props: CommandFormProps<Name>) {
  return <AnyCommandForm {...props} />;
}

/**
 * The form itself, for the forms of this folder. Only the server's schema checks the input; its errors are shown
 * at the field and above the form.
 */
export function AnyCommandForm(props: AnyFormProps) {
  const { name = "", submit, tone, aside, draft } = props;
  const words = useTranslations("form");
  const { shown, form, send, refused, problem, saved, autosave, clear } = useCommandForm(
    within(name, props.fields),
    props,
  );
  const { errors, isSubmitting, submitCount } = form.formState;
  const errorOf = (field: string) => errors[field]?.message as string | undefined;
  return (
    <form
      noValidate
      data-screen-only
      className="flex flex-col gap-5"
      onSubmit={form.handleSubmit(send)}
    >
      <ErrorSummary
        attempt={submitCount}
        title={refused ? words(refused === "UNREACHABLE" ? "maybeSaved" : "notSaved") : undefined}
        errors={[
          ...(problem ? [{ message: problem }] : []),
          ...shown.flatMap(({ name, label }) => {
            const message = errorOf(name);
            return message ? [{ field: name, message: `${label}: ${message}` }] : [];
          }),
        ]}
      />
      {saved && <DoneNotice>{words("saved")}</DoneNotice>}
      <KeptDraft draft={draft} onClear={clear} />
      {shown.map((field) => (
        <FormQuestion
          key={field.name}
          field={field}
          error={errorOf(field.name)}
          register={form.register}
          control={form.control}
        />
      ))}
      {draft && autosave.state.kind !== "new" && <DraftState state={autosave.state} />}
      <Actions main={!tone || tone === "primary"}>
        {aside}
        <Button type="submit" tone={tone} pending={isSubmitting}>
          {submit}
        </Button>
      </Actions>
    </form>
  );
}

/** The visible questions, and sending the answers: recorded, a field is wrong, or refused. */
function useCommandForm(fields: readonly AnyField[], props: AnyFormProps) {
  const { name = "", command, fixed, then, onDone, bearer, draft } = props;
  const words = useTranslations("form");
  const faultWords = useFaultWords();
  const router = useRouter();
  const sender = useSender(bearer);
  const [refused, setRefused] = useState<Refused["code"] | null>(null);
  const [saved, setSaved] = useState(false);
  const initial = initialOf(fields);
  const form = useForm<FieldValues>({
    shouldFocusError: false,
    defaultValues: draft?.kept ? restoredOf(fields, draft.kept.given) : initial,
  });
  const given = form.watch();
  const shown = shownBeside(given, fields);
  const autosave = useFormDraft(draft, given, initial);
  useOpenedInSight(shown);

  async function send(given: FieldValues) {
    setRefused(null);
    setSaved(false);
    const question = typeof command === "string" ? null : name + command.by;
    const sending =
      typeof command === "string" ? command : command.commands[String(given[name + command.by])];
    if (!sending) return form.setError(question ?? "", { message: words("choose") });
    // What is being kept arrives first: after the record it would be a draft again.
    await autosave.flush();
    // The fields were checked against the command where the form was written.
    const input = { ...fixed, ...inputOf(given, shown) } as InputOf<CommandName>;
    const sent = await sender.send(sending, input);
    if (sent.ok) return finish(given, sent.value);
    const faults = faultsOf(sent.fields, shown);
    for (const { name, message } of faults) form.setError(name, { message: faultWords(message) });
    setRefused(faults.length === 0 ? sent.code : null);
  }

  function finish(given: FieldValues, outcome: unknown) {
    autosave.finish();
    if (onDone) return onDone(outcome);
    if (typeof then === "string") router.push(then);
    else if (then) router.push(`${then.of}${given[name + then.by]}`);
    else {
      form.reset(initial);
      setSaved(true);
    }
    router.refresh();
  }
  const clear = () => form.reset(initial);
  const problem = refused && sender.problem;
  return { shown, form, send, refused, problem, saved, autosave, clear };
}

/** Fields that an answer has opened are scrolled into sight. */
function useOpenedInSight(shown: readonly AnyField[]) {
  const names = shown.map(({ name }) => name);
  const before = useRef(names);
  const key = names.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown matters, not the array that holds it
  useEffect(() => {
    const opened = names.find((name) => !before.current.includes(name));
    before.current = names;
    if (opened) bringIntoSight(document.getElementById(opened)?.closest("fieldset, div") ?? null);
  }, [key]);
}

/** Only the page's main action stays in sight on a phone. */
function Actions({ main, children }: { main: boolean; children: ReactNode }) {
  if (main) return <ActionBar>{children}</ActionBar>;
  return <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">{children}</div>;
}
