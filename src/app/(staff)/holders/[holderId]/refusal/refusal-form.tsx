"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, type FieldErrors, useForm } from "react-hook-form";
import { z } from "zod";
import { DayField } from "@/app/forms/day-field";
import { DraftState } from "@/app/forms/draft-state";
import { KeptDraft } from "@/app/forms/kept-draft";
import { NeverAskedWarning } from "@/app/forms/never-asked-warning";
import { useRulesInWords } from "@/app/forms/rules-in-words";
import { useCommand } from "@/app/forms/use-command";
import { type FormDraft, useFormDraft } from "@/app/forms/use-form-draft";
import { longestAnswer, refusalReasons } from "@/domain/assessment";
import { isoDate } from "@/domain/fields";
import type { FormGiven } from "@/domain/form-draft";
import type { Messages } from "@/i18n/chosen";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";

const refusal = z
  .object({
    reason: z.enum(refusalReasons, { error: "errorReasonNeeded" }),
    note: z.string().trim().max(longestAnswer, "errorTooLong"),
    refusedOn: isoDate,
  })
  .refine(({ reason, note }) => reason !== "other" || note.length > 1, {
    path: ["note"],
    message: "errorReasonNeeded",
  });
type Refusal = z.input<typeof refusal>;

const labels = {
  reason: "refusalReason",
  note: "refusalNote",
  refusedOn: "refusedOn",
} as const satisfies Record<keyof Refusal, string>;

type Props = {
  holderId: string;
  today: string;
  /** What was typed before and not recorded. */
  kept: FormDraft["kept"];
  /** The page to go back to. */
  back: string;
};

/** What was typed before, as far as it fits; a date that was half typed is typed again. */
function restored({ reason, note, refusedOn }: FormGiven): Partial<Refusal> {
  return {
    reason: refusalReasons.find((each) => each === reason),
    note: typeof note === "string" ? note : "",
    refusedOn: isoDate.safeParse(refusedOn).data ?? "",
  };
}

/** Records a refusal at the door in under two minutes: why, and when. */
export function RefusalForm({ holderId, today, kept, back }: Props) {
  const t = useTranslations("assessment");
  const router = useRouter();
  const { send, problem: refused } = useCommand("refuseInterview");
  const [problem, setProblem] = useState<"again" | "refused" | null>(null);
  const initial = { note: "", refusedOn: today };
  const { register, control, handleSubmit, watch, setError, reset, formState } = useForm<Refusal>({
    resolver: zodResolver(refusal),
    shouldFocusError: false,
    defaultValues: kept ? restored(kept.given) : initial,
  });
  const draft = { form: "refusal", holderId, kept } as const;
  const autosave = useFormDraft(draft, watch(), initial);
  const { errors, isSubmitting, submitCount } = formState;
  const errorOf = useErrorOf(errors);

  async function save({ reason, note, refusedOn }: Refusal) {
    setProblem(null);
    await autosave.flush();
    const said = reason === "other" ? note : t(`refusalOption_${reason}`);
    const sent = await send({ holderId, refusedOn, reason: said });
    if (sent.ok) {
      autosave.finish();
      router.push(`${back}?of=${holderId}&saved=refused`);
      return router.refresh();
    }
    for (const [field, [message]] of Object.entries(sent.fields ?? {}))
      setError(field as keyof Refusal, { message });
    if (!sent.fields) setProblem(sent.code === "ALREADY_RECORDED" ? "again" : "refused");
  }

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={handleSubmit(save)}>
      <ErrorSummary
        attempt={submitCount}
        errors={(["reason", "note", "refusedOn"] as const).flatMap((field) => {
          const message = errorOf(field);
          return message ? [{ field, message: `${t(labels[field])}: ${message}` }] : [];
        })}
      />
      {problem && (
        <Notice kind="error" live>
          {problem === "again" ? t("refusalAgain") : refused}
        </Notice>
      )}
      <KeptDraft draft={draft} onClear={() => reset({ reason: undefined, ...initial })} />
      <ChoiceList
        {...register("reason")}
        legend={t("refusalReason")}
        error={errorOf("reason")}
        choices={refusalReasons.map((value) => ({ value, label: t(`refusalOption_${value}`) }))}
      />
      {watch("reason") === "other" && (
        <div className="flex flex-col gap-2">
          <Field
            {...register("note")}
            label={t("refusalNote")}
            longest={longestAnswer}
            autoComplete="off"
            error={errorOf("note")}
          />
          <NeverAskedWarning text={watch("note")} />
        </div>
      )}
      <Controller
        control={control}
        name="refusedOn"
        render={({ field }) => (
          <DayField
            name="refusedOn"
            label={t("refusedOn")}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errorOf("refusedOn")}
          />
        )}
      />
      {autosave.state.kind !== "new" && <DraftState state={autosave.state} />}
      <Actions holderId={holderId} pending={isSubmitting} />
    </form>
  );
}

function Actions({ holderId, pending }: { holderId: string; pending: boolean }) {
  const t = useTranslations("assessment");
  return (
    <ActionBar>
      <LinkButton href={`/holders/${holderId}/assessment`} tone="quiet">
        {t("refusalBack")}
      </LinkButton>
      <Button type="submit" pending={pending}>
        {t("refusalSave")}
      </Button>
    </ActionBar>
  );
}

/** The sentence of a field's error. */
function useErrorOf(errors: FieldErrors<Refusal>) {
  const t = useTranslations("assessment");
  const rules = useRulesInWords();
  const values = { ...rules(), longest: longestAnswer };
  return (field: keyof Refusal) => {
    const key = errors[field]?.message;
    return (
      key &&
      t(
        (key === "date.invalid" ? "errorDate" : key) as keyof Messages["assessment"] &
          "errorBeforeMeasure",
        values,
      )
    );
  };
}
