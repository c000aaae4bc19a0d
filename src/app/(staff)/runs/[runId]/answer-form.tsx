"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import type { Refused } from "@/app/forms/send-command";
import { sendFile } from "@/app/forms/send-file";
import { useCommand } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

/** The Ministry's file that answers a run; a job compares it with what was booked. */
export function AnswerForm({ runId, today }: { runId: string; today: string }) {
  const t = useTranslations("runAnswers");
  const refusal = useTranslations("refusal");
  const wordOf = useFaultWords();
  const router = useRouter();
  const { send } = useCommand("recordRunAnswer");
  const [file, setFile] = useState<File | null>(null);
  const [fileOn, setFileOn] = useState(today);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [needed, setNeeded] = useState(false);
  const fault = refused?.fields?.fileOn?.[0];

  async function read(event: FormEvent) {
    event.preventDefault();
    setNeeded(!file);
    if (!file) return;
    setRefused(null);
    setPending(true);
    const arrived = await sendFile(file, () => undefined);
    const answer = arrived.ok
      ? await send({ runId, uploadId: arrived.value.uploadId, fileName: file.name, fileOn })
      : arrived;
    setPending(false);
    if (!answer.ok) return setRefused(answer);
    router.refresh();
  }
  return (
    <form noValidate onSubmit={(event) => void read(event)} className="grid max-w-form gap-4">
      {refused && !fault && (
        <Notice kind="error" live>
          {refusal(refused.code)}
        </Notice>
      )}
      <Field
        name="answer-file"
        type="file"
        accept=".csv,.xlsx"
        label={t("file")}
        error={needed ? t("needed") : undefined}
        disabled={pending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        className="file:mr-4 file:min-h-9 file:rounded-button file:border file:border-edge file:bg-card file:px-4 file:font-semibold file:text-indigo"
      />
      <DayField
        name="answer-on"
        label={t("fileOn")}
        value={fileOn}
        error={fault && wordOf(fault)}
        onChange={setFileOn}
      />
      <div className="flex justify-end">
        <Button type="submit" icon={FileUp} pending={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
