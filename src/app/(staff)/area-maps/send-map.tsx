"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DoneNotice } from "@/app/forms/done-notice";
import type { Refused } from "@/app/forms/send-command";
import { sendFile } from "@/app/forms/send-file";
import { useSender } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import type { MapRefusal } from "@/server/area-maps/commands";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

/** Sends the outlines of a province; what is wrong with them is told, and the ones before stay. */
export function SendMap() {
  const t = useTranslations("areaMaps");
  const refusal = useTranslations("refusal");
  const wordOf = useFaultWords();
  const router = useRouter();
  const { send, pending } = useSender();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [needed, setNeeded] = useState(false);
  const [sent, setSent] = useState(0);
  const fieldFault = (name: string) => {
    const fault = refused?.fields?.[name]?.[0];
    return fault && wordOf(fault);
  };
  const map = mapRefusalIn(refused?.detail);

  async function begin(event: FormEvent) {
    event.preventDefault();
    setRefused(null);
    setNeeded(!file);
    if (!file) return;
    const arrived = await sendFile(file, () => undefined);
    const answer = arrived.ok
      ? await send("recordAreaMap", { uploadId: arrived.value.uploadId, source })
      : arrived;
    if (!answer.ok) return setRefused(answer);
    setFile(null);
    setSource("");
    setSent((count) => count + 1);
    router.refresh();
  }

  return (
    <form key={sent} noValidate onSubmit={(event) => void begin(event)} className="grid gap-4">
      {sent > 0 && !refused && <DoneNotice>{t("sent")}</DoneNotice>}
      {refused && !refused.fields && (
        <Notice kind="error" live title={t("refused")}>
          {map ? t(map.fault, { names: namesOf(map) }) : refusal(refused.code)}
        </Notice>
      )}
      <Field
        name="file"
        type="file"
        accept=".geojson,.json"
        label={t("file")}
        error={needed ? t("needed") : fieldFault("uploadId")}
        disabled={pending}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <Field
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        value={source}
        error={fieldFault("source")}
        onChange={(event) => setSource(event.target.value)}
      />
      <div className="flex justify-end">
        <Button type="submit" icon={FileUp} pending={pending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );

  function namesOf({ names, more }: MapRefusal) {
    const listed = names.join(", ");
    return more > 0 ? t("more", { names: listed, more }) : listed;
  }
}

function mapRefusalIn(detail: unknown): MapRefusal | null {
  if (typeof detail !== "object" || detail === null || !("fault" in detail)) return null;
  return detail as MapRefusal;
}
