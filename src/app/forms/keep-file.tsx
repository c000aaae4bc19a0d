"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Progress } from "@/ui/progress";
import { DoneNotice } from "./done-notice";
import type { Refused } from "./send-command";
import { sendFile } from "./send-file";
import { useSender } from "./use-command";
import { useFaultWords } from "./use-fault-words";

type Props = {
  /** The command that says what the file means, and what it takes besides. */
  keep:
    | { command: "keepGaruda"; fixed: object }
    | { command: "keepRuleLetter"; fixed: object }
    | { command: "keepScan"; fixed: { kind: string; about: string } };
  label: string;
  accept: string;
  /** Said where no file was chosen. */
  needed: string;
  submit: string;
  done: string;
};

/** One file of the office: sent to the server, then kept by the command. */
export function KeepFile({ keep, label, accept, needed, submit, done }: Props) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const wordOf = useFaultWords();
  const { send } = useSender();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const [kept, setKept] = useState(0);
  const explain = (answer: Refused) =>
    answer.fields?.uploadId?.[0] ? wordOf(answer.fields.uploadId[0]) : refusal(answer.code);

  async function begin(event: FormEvent) {
    event.preventDefault();
    if (!file) return setError(needed);
    setError(undefined);
    setSent(0);
    const arrived = await sendFile(file, setSent);
    const answer = arrived.ok
      ? await send(keep.command, { ...keep.fixed, uploadId: arrived.value.uploadId })
      : arrived;
    setSent(null);
    if (!answer.ok) return setError(explain(answer));
    setFile(null);
    setKept((count) => count + 1);
    router.refresh();
  }

  return (
    <form key={kept} onSubmit={(event) => void begin(event)} className="grid gap-4">
      {kept > 0 && <DoneNotice>{done}</DoneNotice>}
      <Field
        name="file"
        type="file"
        accept={accept}
        label={label}
        error={error}
        disabled={sent !== null}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      {sent !== null && file && (
        <Progress label={submit} value={sent} max={file.size} text={submit} />
      )}
      <div className="flex justify-end">
        <Button type="submit" tone="secondary" icon={FileUp} pending={sent !== null}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
