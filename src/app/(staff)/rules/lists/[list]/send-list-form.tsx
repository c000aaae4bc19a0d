"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { sendFile } from "@/app/forms/send-file";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Props = { list: string; words: { file: string; needed: string; read: string } };

/** Sends the file of a list to be looked at; a job reads it. */
export function SendListForm({ list, words }: Props) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const { send, pending, problem } = useCommand("readOneOffList");
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string>();

  async function begin(event: FormEvent) {
    event.preventDefault();
    setError(file ? undefined : words.needed);
    if (!file) return;
    setSending(true);
    const arrived = await sendFile(file, () => undefined);
    setSending(false);
    if (!arrived.ok) return setError(refusal(arrived.code));
    const { uploadId } = arrived.value;
    const answer = await send({ list, uploadId, fileName: file.name, keep: false });
    if (answer.ok) router.refresh();
  }

  return (
    <form noValidate onSubmit={(event) => void begin(event)} className="grid gap-4">
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <Field
        name="list-file"
        type="file"
        accept=".csv,.xlsx"
        label={words.file}
        error={error}
        disabled={pending || sending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <div className="flex justify-end">
        <Button type="submit" tone="secondary" icon={FileUp} pending={pending || sending}>
          {words.read}
        </Button>
      </div>
    </form>
  );
}
