"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { OutcomeOf, Sent } from "@/app/forms/send-command";
import type { Answers } from "@/domain/assessment";
import type { Autosave, FormValues, StandingDraft } from "../draft/form-values";

type SubmitOutcome = Sent<OutcomeOf<"submitAssessment">>;
/** Submits the answers of a version of the draft; repeated after a lost reply, it is the same submission. */
export type Submit = (request: { version: number; answers: Answers }) => Promise<SubmitOutcome>;

/** Sends the interview: the draft first, then the submission. */
export function useSubmit(
  { submit, onSubmitted }: { submit: Submit; onSubmitted: (assessmentId: string) => void },
  {
    answers,
    autosave,
    form,
  }: { answers: Answers; autosave: Autosave; form: UseFormReturn<FormValues> },
) {
  const t = useTranslations("assessment");
  const refusal = useTranslations("refusal");
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(faults: ReadonlyMap<string, string>) {
    setProblem(null);
    if (faults.size > 0) return setProblem(t("errorIncomplete"));
    setIsSending(true);
    try {
      if (!(await autosave.flush())) return setProblem(t("errorUnreachable"));
      take(await submit({ version: autosave.version(), answers }));
    } finally {
      setIsSending(false);
    }
  }

  function take(outcome: SubmitOutcome) {
    if (outcome.ok) {
      autosave.finish();
      return onSubmitted(outcome.value.assessmentId);
    }
    if (outcome.code === "CONFLICT")
      return autosave.conflict((outcome.detail as StandingDraft | null) ?? null);
    for (const [path, [message]] of Object.entries(outcome.fields ?? {}))
      form.setError(path.replace(/^answers\./, "").split(".")[0] as never, { message });
    setProblem(
      outcome.code === "UNREACHABLE"
        ? t("errorUnreachable")
        : outcome.code === "ALREADY_RECORDED"
          ? t("errorAlreadySubmitted")
          : refusal(outcome.code),
    );
  }

  return { send, isSending, problem };
}
