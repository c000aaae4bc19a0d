"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { useRefusalWords } from "@/app/intent/messages";
import { Trouble } from "@/app/intent/trouble";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";

type Decision = "confirmed" | "rejected";
type Props = { intentId: string; name: string; onDecided: (decision: Decision) => void };

/** Confirm, or write what differs from the paper form. */
export function PaperDecision({ intentId, name, onDecided }: Props) {
  const t = useTranslations("desk");
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("confirmPaper");
  const [rejecting, setRejecting] = useState(false);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function decide(decision: Decision) {
    setTrouble(null);
    const sent = await send({ intentId, decision, note: decision === "rejected" ? note : null });
    if (sent.ok) onDecided(decision);
    else setTrouble(refusalWords(sent));
  }
  function reject(event: FormEvent) {
    event.preventDefault();
    setMissing(note.trim() === "");
    if (note.trim() !== "" && !pending) void decide("rejected");
  }

  return (
    <div className="flex flex-col gap-3">
      {trouble && <Trouble>{trouble}</Trouble>}
      {rejecting ? (
        <form noValidate onSubmit={reject} className="flex flex-col gap-3">
          <Field
            name={`note-${intentId}`}
            label={t("rejectNote")}
            error={missing && t("noteMissing")}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            longest={200}
            autoComplete="off"
            autoFocus
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" tone="danger" pending={pending}>
              {t("rejectSend")}
            </Button>
            <Button tone="quiet" onClick={() => setRejecting(false)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button
            tone="secondary"
            icon={Check}
            pending={pending}
            aria-label={`${t("confirmVerb")} ${name}`}
            onClick={() => void decide("confirmed")}
          >
            {t("confirmVerb")}
          </Button>
          <Button
            tone="quiet"
            icon={X}
            aria-label={`${t("rejectVerb")} ${name}`}
            onClick={() => setRejecting(true)}
          >
            {t("rejectVerb")}
          </Button>
        </div>
      )}
    </div>
  );
}
