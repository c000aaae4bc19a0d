"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useMemo } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { InterviewForm } from "./interview-form";
import type { SaveDraft } from "./use-autosave";
import type { Submit } from "./use-submit";

type Props = Omit<ComponentProps<typeof InterviewForm>, "saveDraft" | "submit" | "onSubmitted">;

/** The interview of one holder, saved and submitted by commands. */
export function Interview(props: Props) {
  const { holderId } = props;
  const router = useRouter();
  // One value for the life of the page: the pause before saving begins anew whenever it changes.
  const send = useMemo(() => {
    const saveDraft: SaveDraft = (request, id) =>
      sendCommand("saveAssessmentDraft", { holderId, ...request }, id);
    const submit: Submit = (request, id) =>
      sendCommand("submitAssessment", { holderId, ...request }, id);
    return { saveDraft, submit };
  }, [holderId]);
  return (
    <InterviewForm
      {...props}
      {...send}
      onSubmitted={(assessmentId) => router.push(`/holders/${holderId}/assessment/${assessmentId}`)}
    />
  );
}
