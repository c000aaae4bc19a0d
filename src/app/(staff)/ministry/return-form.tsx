"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { DoneNotice } from "@/app/forms/done-notice";
import type { OutcomeOf, Refused } from "@/app/forms/send-command";
import { sendFile } from "@/app/forms/send-file";
import { useCommand } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Props = { fileId: string; today: string };

/** The Ministry's return file to one file that was sent: read as a whole, or not at all. */
export function ReturnForm({ fileId, today }: Props) {
  const t = useTranslations("returns");
  const refusal = useTranslations("refusal");
  const wordOf = useFaultWords();
  const router = useRouter();
  const { send } = useCommand("recordMinistryReturn");
  const [file, setFile] = useState<File | null>(null);
  const [answeredOn, setAnsweredOn] = useState(today);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [outcome, setOutcome] = useState<OutcomeOf<"recordMinistryReturn"> | null>(null);
  const [needed, setNeeded] = useState(false);
  const said = useOutcomeWords(outcome);
  const fault = refused?.fields?.answeredOn?.[0];

  async function read(event: FormEvent) {
    event.preventDefault();
    setNeeded(!file);
    if (!file) return;
    setRefused(null);
    setOutcome(null);
    setPending(true);
    const arrived = await sendFile(file, () => undefined);
    const answer = arrived.ok
      ? await send({ fileId, uploadId: arrived.value.uploadId, fileName: file.name, answeredOn })
      : arrived;
    setPending(false);
    if (!answer.ok) return setRefused(answer);
    setOutcome(answer.value);
    router.refresh();
  }
  return (
    <form noValidate onSubmit={(event) => void read(event)} className="grid max-w-form gap-4">
      {refused && !fault && (
        <Notice kind="error" live>
          {refusal(refused.code)}
        </Notice>
      )}
      {outcome &&
        (outcome.did === "recorded" ? (
          <DoneNotice>{said}</DoneNotice>
        ) : (
          <Notice kind={outcome.did === "before" ? "info" : "error"} live>
            {said}
          </Notice>
        ))}
      <Field
        name={`file-${fileId}`}
        type="file"
        accept=".csv,.xlsx"
        label={t("file")}
        error={needed ? t("needed") : undefined}
        disabled={pending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        className="file:mr-4 file:min-h-9 file:rounded-button file:border file:border-edge file:bg-card file:px-4 file:font-semibold file:text-indigo"
      />
      <DayField
        name={`answered-${fileId}`}
        label={t("answeredOn")}
        value={answeredOn}
        error={fault && wordOf(fault)}
        onChange={setAnsweredOn}
      />
      <div className="flex justify-end">
        <Button type="submit" tone="secondary" icon={FileUp} pending={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

function useOutcomeWords(outcome: OutcomeOf<"recordMinistryReturn"> | null): string {
  const t = useTranslations("returns");
  if (!outcome) return "";
  switch (outcome.did) {
    case "recorded":
      return t("recorded", outcome);
    case "refused":
      return t("refused", { why: outcome.why });
    case "no_column":
      return t("no_column", { columns: outcome.columns.join(", ") });
    case "unknown_codes":
      return t("unknown_codes", {
        codes: outcome.codes
          .map(({ code, rows }) => t("codeRows", { code: code || t("noCode"), rows }))
          .join(", "),
        more: outcome.more,
      });
    default:
      return t(outcome.did);
  }
}
