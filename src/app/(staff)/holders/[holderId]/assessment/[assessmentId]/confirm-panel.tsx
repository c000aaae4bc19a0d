"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { longestAnswer } from "@/domain/assessment";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

/** The secretary compares the paper form: it agrees, or they write what differs. */
export function ConfirmPanel({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("assessment");
  const router = useRouter();
  const [note, setNote] = useState<string | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const { send: confirm, pending, problem: refused } = useCommand("confirmAssessment");
  const problem = incomplete ? t("errorReasonNeeded") : refused;

  async function send(outcome: "confirmed" | "rejected") {
    const reason = note ?? "";
    const lacksReason = outcome === "rejected" && reason.trim().length < 2;
    setIncomplete(lacksReason);
    if (lacksReason) return;
    const sent = await confirm(
      outcome === "rejected" ? { assessmentId, outcome, note: reason } : { assessmentId, outcome },
    );
    if (sent.ok) router.refresh();
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
          longest={longestAnswer}
          autoComplete="off"
          onChange={({ target: { value } }) => setNote(value)}
        />
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button
          tone={note === null ? "secondary" : "danger"}
          pending={pending}
          onClick={() => (note === null ? setNote("") : void send("rejected"))}
        >
          {t("confirmNo")}
        </Button>
        {note === null && (
          <Button pending={pending} onClick={() => void send("confirmed")}>
            {t("confirmYes")}
          </Button>
        )}
      </div>
    </div>
  );
}
