"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useMemo } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";
import type { SaveDraft } from "./draft/form-values";
import type { Submit } from "./hooks/use-submit";
import { InterviewForm } from "./pages/interview-form";

type Props = Omit<ComponentProps<typeof InterviewForm>, "saveDraft" | "submit" | "onSubmitted">;

/** The interview of one holder, saved and submitted by commands. */
export function InterviewScreen(props: Props) {
  const { holderId } = props;
  const router = useRouter();
  // Stays the same object: whenever it changes, the pause before saving starts again.
  const saveDraft = useMemo(
    (): SaveDraft => (request, id) =>
      sendCommand("saveAssessmentDraft", { holderId, ...request }, id),
    [holderId],
  );
  const { send } = useCommand("submitAssessment");
  const submit: Submit = (request) => send({ holderId, ...request });
  return (
    <InterviewForm
      {...props}
      saveDraft={saveDraft}
      submit={submit}
      onSubmitted={(assessmentId) => router.push(`/holders/${holderId}/assessment/${assessmentId}`)}
    />
  );
}
