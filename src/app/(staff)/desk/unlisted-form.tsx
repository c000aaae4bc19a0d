"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { deskKeys } from "@/app/forms/keyboard";
import { useCommand } from "@/app/forms/use-command";
import { unlistedInput } from "@/domain/intent";
import { normalizeNationalId } from "@/domain/national-id";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { useFocus } from "@/ui/use-focus";
import { useFaultWords, useRefusalWords } from "./messages";
import { Trouble } from "./trouble";

type Saved = { unlistedId: string; receiptNumber: string };
type Faults = Partial<Record<"name" | "nationalId" | "phone", string>>;

/** "มาแล้วไม่พบรายชื่อ", offered after a search that found nobody. */
export function UnlistedForm({ words, deskId }: { words: string; deskId: string | null }) {
  const t = useTranslations("desk");
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  if (saved) return <UnlistedSaved {...saved} />;
  if (!deskId) return <Notice>{t("unlistedNeedsDesk")}</Notice>;
  if (!open)
    return (
      <div>
        <Button tone="secondary" icon={UserRoundPlus} onClick={() => setOpen(true)}>
          {t("unlistedOpen")}
        </Button>
      </div>
    );
  return <UnlistedFields words={words} deskId={deskId} onSaved={setSaved} />;
}

type FieldsProps = { words: string; deskId: string; onSaved: (saved: Saved) => void };

function UnlistedFields({ words, deskId, onSaved }: FieldsProps) {
  const t = useTranslations("desk");
  const faultWords = useFaultWords();
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("recordUnlisted");
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const isNumber = /^\d{13}$/.test(normalizeNationalId(words));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const typed = Object.fromEntries(new FormData(event.currentTarget));
    const input = unlistedInput.safeParse({ ...typed, deskId });
    setTrouble(null);
    setFaults(input.success ? {} : firstOf(input.error.flatten().fieldErrors));
    if (!input.success) return;
    const sent = await send(input.data);
    if (sent.ok) return onSaved(sent.value);
    if (sent.code === "INVALID" && sent.fields) setFaults(firstOf(sent.fields));
    else setTrouble(sent.code === "ALREADY_RECORDED" ? t("unlistedAlready") : refusalWords(sent));
  }

  const fault = (field: keyof Faults) => faults[field] && faultWords(faults[field]);
  return (
    <Card title={t("unlistedTitle")} sub={t("unlistedSub")}>
      <form
        noValidate
        method="post"
        onSubmit={(event) => void submit(event)}
        onKeyDown={deskKeys}
        className="flex max-w-form flex-col gap-4"
      >
        {trouble && <Trouble>{trouble}</Trouble>}
        <Field
          name="name"
          label={t("unlistedName")}
          error={fault("name")}
          defaultValue={isNumber ? "" : words}
          autoComplete="off"
          autoFocus
        />
        <Field
          name="nationalId"
          label={t("unlistedId")}
          error={fault("nationalId")}
          defaultValue={isNumber ? words : ""}
          inputMode="numeric"
          autoComplete="off"
          className="figures"
        />
        <Field
          name="phone"
          label={t("phone")}
          error={fault("phone")}
          inputMode="tel"
          optional
          autoComplete="off"
        />
        <div>
          <Button type="submit" pending={pending}>
            {t("unlistedVerb")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function UnlistedSaved({ unlistedId, receiptNumber }: Saved) {
  const t = useTranslations("desk");
  const print = useFocus<HTMLAnchorElement>();
  return (
    <Notice
      kind="success"
      live
      title={t("unlistedSaved", { number: receiptNumber })}
      action={
        <LinkButton
          tone="secondary"
          href={`/desk/unlisted/${unlistedId}`}
          prefetch={false}
          ref={print}
        >
          {t("printReceipt")}
        </LinkButton>
      }
    >
      {t("savedSlip")}
    </Notice>
  );
}

function firstOf(fields: Record<string, string[] | undefined>): Faults {
  return Object.fromEntries(
    Object.entries(fields).map(([field, messages]) => [field, messages?.[0]]),
  );
}
