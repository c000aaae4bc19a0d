"use client";

import { useTranslations } from "next-intl";
import { AnswerFileForm } from "@/app/forms/answer-file-form";
import { useCommand } from "@/app/forms/use-command";

/** The Ministry's file that answers a run; a job compares it with what was booked. */
export function AnswerForm({ runId, today }: { runId: string; today: string }) {
  const t = useTranslations("runAnswers");
  const { send } = useCommand("recordRunAnswer");
  return (
    <AnswerFileForm
      name="answer"
      words={{ file: t("file"), needed: t("needed"), on: t("fileOn"), submit: t("submit") }}
      dayField="fileOn"
      today={today}
      send={({ on, ...file }) => send({ runId, ...file, fileOn: on })}
    />
  );
}
