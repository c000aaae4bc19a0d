"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { readOfficerLines } from "@/domain/officer-lines";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { PastedLines } from "../officers/pasted-lines";

type Place = { id: string; name: string; opensOn: string; closesOn: string };

/** New receiving officers for all the days of a place; each gets a slip. */
export function PasteReceivers({ places }: { places: readonly Place[] }) {
  const t = useTranslations("officers");
  const words = useTranslations("preparation");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [text, setText] = useState("");
  const [placeId, setPlaceId] = useState(places[0]?.id ?? "");
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const attempt = useRef({ text: "", id: "" });
  const lines = readOfficerLines(text).slice(0, 50);
  const ready = lines.flatMap((line) => (line.ok ? [line.officer] : []));
  const place = places.find(({ id }) => id === placeId);

  const nobody = tries > 0 && ready.length === 0 ? t("pasteNone") : undefined;

  async function add() {
    setTries(tries + 1);
    if (!place || ready.length === 0) return;
    setPending(true);
    const input = {
      placeId: place.id,
      fromOn: place.opensOn,
      untilOn: place.closesOn,
      officers: ready.map(({ name, phone, office }) => ({ name, phone, office })),
    };
    const asText = JSON.stringify(input);
    if (attempt.current.text !== asText)
      attempt.current = { text: asText, id: crypto.randomUUID() };
    const sent = await sendCommand("addReceivingOfficers", input, attempt.current.id);
    setPending(false);
    if (!sent.ok) return setTrouble(refusal(sent.code));
    router.push("/district/officers/slips");
    router.refresh();
  }

  return (
    <div className="grid gap-5">
      <ErrorSummary
        attempt={tries}
        errors={nobody ? [{ field: "receivers", message: nobody }] : []}
      />
      <Select
        name="pastePlace"
        label={words("place")}
        value={placeId}
        onChange={({ target }) => setPlaceId(target.value)}
        choices={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="receivers"
        error={nobody}
        label={t("pasteReceivers")}
        rows={4}
        maxLength={10_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <PastedLines lines={lines} account={() => t("accountNew")} />
      {trouble && (
        <Notice kind="error" live>
          {trouble}
        </Notice>
      )}
      <div>
        <Button tone="secondary" pending={pending} onClick={() => void add()}>
          {t("submitReceivers", { count: ready.length })}
        </Button>
      </div>
    </div>
  );
}
