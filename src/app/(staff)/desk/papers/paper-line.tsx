"use client";

import { Save, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { deskKeys } from "@/app/forms/keyboard";
import { useCommand } from "@/app/forms/use-command";
import { useNamedFault } from "@/app/intent/field-names";
import { useDeskFaultWords, useRefusalWords } from "@/app/intent/messages";
import {
  emptyPaper,
  type PaperFaults,
  type PaperValues,
  paperFaultsOf,
  readPaper,
  type SharedByPapers,
} from "@/app/intent/paper-values";
import { Trouble } from "@/app/intent/trouble";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ErrorSummary } from "@/ui/error-summary";
import { Notice } from "@/ui/notice";
import { PaperFields } from "./paper-fields";
import { usePaperHolder } from "./use-paper-holder";

type Props = {
  number: number;
  shared: SharedByPapers;
  onSaved: () => void;
  onRemove?: () => void;
};
type Saved = { receiptNumber: string; confirmation: string | null };

/** One paper form: its own fields, its own command, its own result; what was typed stays until it is saved. */
export function PaperLine({ number, shared, onSaved, onRemove }: Props) {
  const t = useTranslations("desk");
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("recordPaper");
  const [values, setValues] = useState(emptyPaper);
  const [faults, setFaults] = useState<PaperFaults>({});
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const holder = usePaperHolder();

  function set(field: keyof PaperValues, value: string) {
    setValues((now) => ({ ...now, [field]: value }));
    if (field === "nationalId") holder.forget();
  }
  function refuse(found: PaperFaults) {
    setFaults(found);
    setAttempt((count) => count + 1);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setTrouble(null);
    const found = holder.found ?? (await holder.find(values.nationalId));
    if (!found)
      return refuse({
        ...readPaper(values, shared, "").faults,
        ...holder.missing(values.nationalId),
      });
    const { input, faults: wrong } = readPaper(values, shared, found.id);
    if (!input) return refuse(wrong);
    setFaults({});
    const sent = await send(input);
    if (sent.ok) {
      setSaved(sent.value);
      onSaved();
    } else if (sent.code === "INVALID" && sent.fields) refuse(paperFaultsOf(sent.fields));
    else setTrouble(refusalWords(sent));
  }
  /** Enter on the number finds the person and goes on; everywhere else it only goes on. */
  function keys(event: KeyboardEvent<HTMLFormElement>) {
    const onNumber = (event.target as HTMLElement).id === `nationalId-${number}`;
    if (event.key === "Enter" && onNumber && !event.ctrlKey && !event.metaKey)
      void holder.find(values.nationalId);
    deskKeys(event);
  }

  if (saved && holder.found)
    return (
      <Notice kind="success" live title={`${t("paperLine", { number })} ${holder.found.name}`}>
        {t(saved.confirmation ? "paperSavedPending" : "paperSaved", {
          number: saved.receiptNumber,
        })}
      </Notice>
    );
  return (
    <Card
      title={t("paperLine", { number })}
      actions={
        onRemove && (
          <Button tone="quiet" icon={Trash2} onClick={onRemove}>
            {t("paperRemove")}
          </Button>
        )
      }
    >
      <form
        noValidate
        method="post"
        onSubmit={(event) => void submit(event)}
        onKeyDown={keys}
        className="flex flex-col gap-4"
      >
        <LineErrors number={number} faults={faults} attempt={attempt} />
        {trouble && <Trouble>{trouble}</Trouble>}
        <PaperFields {...{ number, values, faults, holder }} onChange={set} />
        <div>
          <Button type="submit" icon={Save} pending={pending}>
            {t("paperSave")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** What is wrong with the answers that all lines share; a line's own errors are shown at its fields too. */
function LineErrors({
  number,
  faults,
  attempt,
}: {
  number: number;
  faults: PaperFaults;
  attempt: number;
}) {
  const faultWords = useDeskFaultWords();
  const named = useNamedFault();
  const errors = Object.entries(faults).flatMap(([field, message]) =>
    message
      ? [
          {
            field: field in emptyPaper ? `${field}-${number}` : field,
            message: named(field, faultWords(message)),
          },
        ]
      : [],
  );
  return <ErrorSummary errors={errors} attempt={attempt} />;
}
