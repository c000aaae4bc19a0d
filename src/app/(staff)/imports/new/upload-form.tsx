"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Refused } from "@/app/forms/send-command";
import { sendFile } from "@/app/forms/send-file";
import { useCommand } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Progress } from "@/ui/progress";
import { DeliveryFields, emptyDelivery, readDelivery } from "./delivery-fields";

/** What the server found wrong with the letter, field by field. */
const faultsOf = (answer: Refused): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answer.fields ?? {}).map(([path, [key = "wrong"]]) => [
      path.replace(/^delivery\./, ""),
      key,
    ]),
  );
const hasFaults = (answer: Refused) => Object.keys(faultsOf(answer)).length > 0;

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

export function UploadForm() {
  const t = useTranslations("imports");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const wordOf = useFaultWords();
  const { send: create } = useCommand("createImport");
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [letter, setLetter] = useState(emptyDelivery);
  const [letterErrors, setLetterErrors] = useState<Record<string, string>>({});

  function refuse(message: string) {
    setSent(null);
    setError(message);
    setAttempt((count) => count + 1);
  }

  function explain(answer: Refused) {
    // Errors of the letter are shown at their fields.
    if (answer.code === "INVALID")
      return hasFaults(answer) ? refusal("INVALID") : t("uploadFailed");
    return answer.code === "TOO_LARGE" ? t("uploadTooLarge") : refusal(answer.code);
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!file) return refuse(t("fileNeeded"));
    const read = readDelivery(letter);
    setLetterErrors(read.errors);
    if (Object.keys(read.errors).length > 0) return setAttempt((count) => count + 1);
    setError(undefined);
    setSent(0);
    const arrived = await sendFile(file, setSent);
    if (!arrived.ok) return refuse(explain(arrived));
    const { uploadId } = arrived.value;
    const begun = await create({ uploadId, fileName: file.name, delivery: read.delivery });
    if (!begun.ok) {
      setLetterErrors(faultsOf(begun));
      return refuse(explain(begun));
    }
    router.push(`/imports/${begun.value.batchId}`);
  }

  const pending = sent !== null;
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-5">
      <ErrorSummary
        errors={[
          ...(error ? [{ field: "file", message: error }] : []),
          ...Object.entries(letterErrors).map(([field, key]) => ({ field, message: wordOf(key) })),
        ]}
        attempt={attempt}
      />
      <Field
        name="file"
        type="file"
        accept=".csv,.xlsx"
        label={t("fileLabel")}
        hint={t("fileHint")}
        error={error}
        disabled={pending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      {pending && file && (
        <Progress
          label={t("progressLabel")}
          value={sent}
          max={file.size}
          text={
            sent === 0
              ? t("hashing")
              : t("uploading", { sent: megabytes(sent), total: megabytes(file.size) })
          }
        />
      )}
      <DeliveryFields value={letter} errors={letterErrors} onChange={setLetter} />
      <ActionBar>
        <Button type="submit" icon={FileUp} pending={pending}>
          {t("uploadAction")}
        </Button>
      </ActionBar>
    </form>
  );
}
