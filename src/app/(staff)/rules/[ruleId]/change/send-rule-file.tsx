"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Refused } from "@/app/forms/send-command";
import { sendFile } from "@/app/forms/send-file";
import { useSender } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import type { RuleFault } from "@/domain/rules/rule-file";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

/** Sends a file of rules; where it is not right, every fault is told with its place. */
export function SendRuleFile({ draftId }: { draftId: string }) {
  const t = useTranslations("ruleFaults");
  const refusal = useTranslations("refusal");
  const wordOf = useFaultWords();
  const router = useRouter();
  const { send, pending } = useSender();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const [faults, setFaults] = useState<readonly RuleFault[]>([]);

  function explain({ code, fields, detail }: Refused) {
    const told = faultsIn(detail);
    setFaults(told);
    const field = fields?.uploadId?.[0];
    if (told.length === 0) setError(field ? wordOf(field) : refusal(code));
  }

  async function begin(event: FormEvent) {
    event.preventDefault();
    setFaults([]);
    setError(file ? undefined : t("needed"));
    if (!file) return;
    const arrived = await sendFile(file, () => undefined);
    if (!arrived.ok) return explain(arrived);
    const answer = await send("putRuleFile", { draftId, uploadId: arrived.value.uploadId });
    if (!answer.ok) return explain(answer);
    router.push(`/rules/${draftId}`);
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void begin(event)} className="grid gap-4">
      {faults.length > 0 && (
        <Notice kind="error" live title={t("title", { count: faults.length })}>
          <ul className="ml-5 list-disc [overflow-wrap:anywhere]">
            {faults.map(({ at, says, what = "" }) => (
              <li key={`${at} ${says} ${what}`}>
                {at ? t("at", { sentence: t(says, { what }), at }) : t(says, { what })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Field
        name="file"
        type="file"
        accept=".json"
        label={t("file")}
        error={error}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <div className="flex justify-end">
        <Button type="submit" icon={FileUp} pending={pending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

function faultsIn(detail: unknown): readonly RuleFault[] {
  if (typeof detail !== "object" || detail === null || !("faults" in detail)) return [];
  return Array.isArray(detail.faults) ? detail.faults : [];
}
