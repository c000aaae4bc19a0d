"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

/** The secretary holds the paper in the hand: it agrees, or it does not and says how. */
export function ConfirmPanel({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("assessment");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [note, setNote] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = useRef<Record<string, string>>({});

  async function send(outcome: "confirmed" | "rejected") {
    if (outcome === "rejected" && (note ?? "").trim().length < 2)
      return setProblem(t("errorReasonNeeded"));
    setIsSending(true);
    const input =
      outcome === "rejected" ? { assessmentId, outcome, note } : { assessmentId, outcome };
    const text = JSON.stringify(input);
    ids.current[text] ??= crypto.randomUUID();
    const sent = await sendCommand("confirmAssessment", input, ids.current[text]);
    setIsSending(false);
    if (sent.ok) return router.refresh();
    setProblem(refusal(sent.code));
  }

  return (
    <div className="mt-4 flex flex-col gap-3">
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      {note !== null && (
        <Field
          name="confirmationNote"
          label={t("confirmNote")}
          value={note}
          maxLength={300}
          autoComplete="off"
          onChange={({ target: { value } }) => setNote(value)}
        />
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button
          tone={note === null ? "secondary" : "danger"}
          pending={isSending}
          onClick={() => (note === null ? setNote("") : void send("rejected"))}
        >
          {t("confirmNo")}
        </Button>
        {note === null && (
          <Button pending={isSending} onClick={() => void send("confirmed")}>
            {t("confirmYes")}
          </Button>
        )}
      </div>
    </div>
  );
}
