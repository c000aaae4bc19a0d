"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { DayField } from "./day-field";
import type { Refused } from "./send-command";
import { sendFile } from "./send-file";
import { useFaultWords } from "./use-fault-words";

type AnswerFile = { uploadId: string; fileName: string; on: string };

type Props = {
  /** Names the two fields; several of these forms may stand on a page. */
  name: string;
  words: { file: string; needed: string; on: string; submit: string };
  /** The command's name of the day, by which its faults are told. */
  dayField: string;
  today: string;
  tone?: "secondary";
  send: (file: AnswerFile) => Promise<{ ok: true } | Refused>;
  /** What the sent file came to. */
  children?: ReactNode;
};

/** A file of the Ministry and the day that it bears: sent as it is, read by the server. */
export function AnswerFileForm({ name, words, dayField, today, tone, send, children }: Props) {
  const refusal = useTranslations("refusal");
  const wordOf = useFaultWords();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [on, setOn] = useState(today);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [needed, setNeeded] = useState(false);
  const fault = refused?.fields?.[dayField]?.[0];

  async function read(event: FormEvent) {
    event.preventDefault();
    setNeeded(!file);
    if (!file) return;
    setRefused(null);
    setPending(true);
    const arrived = await sendFile(file, () => undefined);
    const answer = arrived.ok
      ? await send({ uploadId: arrived.value.uploadId, fileName: file.name, on })
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
      {!pending && !refused && children}
      <Field
        name={`file-${name}`}
        type="file"
        accept=".csv,.xlsx"
        label={words.file}
        error={needed ? words.needed : undefined}
        disabled={pending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <DayField
        name={`on-${name}`}
        label={words.on}
        value={on}
        error={fault && wordOf(fault)}
        onChange={setOn}
      />
      <div className="flex justify-end">
        <Button type="submit" tone={tone} icon={FileUp} pending={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
