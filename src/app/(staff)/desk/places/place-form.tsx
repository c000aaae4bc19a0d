"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { deskKeys } from "@/app/forms/keyboard";
import { useCommand } from "@/app/forms/use-command";
import { useDeskFaultWords, useRefusalWords } from "@/app/intent/messages";
import { Trouble } from "@/app/intent/trouble";
import { isIsoDate } from "@/domain/calendar";
import { placeInput } from "@/domain/intent";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Values = { name: string; opensOn: string; closesOn: string };
type Faults = Partial<Record<keyof Values, string>>;
const labels = {
  name: "placeName",
  opensOn: "placeFrom",
  closesOn: "placeUntil",
} as const satisfies Record<keyof Values, string>;
const fields = ["name", "opensOn", "closesOn"] as const satisfies readonly (keyof Values)[];

/** Announces a place, at first for the days that a place is usually announced for. */
export function PlaceForm({ from, until }: { from: string; until: string }) {
  const t = useTranslations("desk");
  const router = useRouter();
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("announcePlace");
  const [values, setValues] = useState<Values>({ name: "", opensOn: from, closesOn: until });
  const faultWords = useDeskFaultWords(isIsoDate(values.opensOn) ? values.opensOn : undefined);
  const [faults, setFaults] = useState<Faults>({});
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setDone(null);
    setTrouble(null);
    setAttempt(attempt + 1);
    const read = placeInput.safeParse(values);
    setFaults(read.success ? {} : firstOf(read.error.flatten().fieldErrors));
    if (!read.success) return;
    const sent = await send(read.data);
    if (sent.ok) {
      setDone(values.name);
      setValues({ ...values, name: "" });
      router.refresh();
    } else if (sent.code === "INVALID" && sent.fields) setFaults(firstOf(sent.fields));
    else setTrouble(refusalWords(sent));
  }

  const set = (field: keyof Values) => (value: string) => setValues({ ...values, [field]: value });
  const fault = (field: keyof Values) => faults[field] && faultWords(faults[field]);
  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => void submit(event)}
      onKeyDownCapture={deskKeys}
      className="flex flex-col gap-4"
    >
      {done && (
        <Notice kind="success" live>
          {t("placeSaved", { place: done })}
        </Notice>
      )}
      {trouble && <Trouble>{trouble}</Trouble>}
      <ErrorSummary
        attempt={attempt}
        errors={fields.flatMap((field) => {
          const message = fault(field);
          return message ? [{ field, message: `${t(labels[field])}: ${message}` }] : [];
        })}
      />
      <Field
        name="name"
        label={t("placeName")}
        hint={t("placeNameHint")}
        error={fault("name")}
        value={values.name}
        onChange={(event) => set("name")(event.target.value)}
        longest={120}
        autoComplete="off"
      />
      <DayField
        name="opensOn"
        label={t("placeFrom")}
        error={fault("opensOn")}
        value={values.opensOn}
        onChange={set("opensOn")}
      />
      <DayField
        name="closesOn"
        label={t("placeUntil")}
        error={fault("closesOn")}
        value={values.closesOn}
        onChange={set("closesOn")}
      />
      <div>
        <Button type="submit" pending={pending}>
          {t("announceVerb")}
        </Button>
      </div>
    </form>
  );
}

function firstOf(fields: Record<string, string[] | undefined>): Faults {
  return Object.fromEntries(
    Object.entries(fields).map(([field, messages]) => [field, messages?.[0]]),
  );
}
