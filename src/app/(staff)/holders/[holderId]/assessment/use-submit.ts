"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Answers } from "@/domain/assessment";
import type { RefusalCode } from "@/domain/result";
import type { FormValues } from "./form-values";
import type { StandingDraft, useAutosave } from "./use-autosave";

export type SubmitOutcome =
  | { ok: true; value: { assessmentId: string } }
  | {
      ok: false;
      code: RefusalCode | "UNREACHABLE";
      fields?: Record<string, string[]>;
      detail?: unknown;
    };
/** Submits the answers that stand under a version of the draft; a repeat under the same id is answered the same. */
export type Submit = (
  request: { version: number; answers: Answers },
  id: string,
) => Promise<SubmitOutcome>;

type Autosave = ReturnType<typeof useAutosave>;

/** Sends the interview: the draft first, then the submission, again under the same id while nothing has changed. */
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
  const attempt = useRef({ text: "", id: "" });

  async function send(faults: ReadonlyMap<string, string>) {
    setProblem(null);
    if (faults.size > 0) return setProblem(t("errorIncomplete"));
    setIsSending(true);
    try {
      if (!(await autosave.flush())) return setProblem(t("errorUnreachable"));
      const request = { version: autosave.version(), answers };
      const text = JSON.stringify(request);
      if (attempt.current.text !== text) attempt.current = { text, id: crypto.randomUUID() };
      take(await submit(request, attempt.current.id));
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
