"use client";

import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { deskKeys } from "@/app/forms/keyboard";
import type { InputOf } from "@/app/forms/send-command";
import { useSender } from "@/app/forms/use-command";
import type { AreaChoice } from "@/domain/areas";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { LinkButton } from "@/ui/link-button";
import { useNamedFault } from "./field-names";
import { emptyValues, fieldOf, intentFields, intentResolver } from "./intent-values";
import { useDeskFaultWords, useRefusalWords } from "./messages";
import { SavedIntent, type SavedReceipt } from "./saved-intent";
import {
  AnswerSection,
  ConsentSection,
  ContactSection,
  IdentitySection,
  SigningSection,
} from "./sections";
import { Trouble } from "./trouble";

type Props = {
  holderId: string;
  /** Of another district: only the card can be looked at. */
  elsewhere: boolean;
  name: string;
  /** The open desk; null: at the office, of whom it has just registered. */
  deskId: string | null;
  /** Where a cancelled form leads back to. */
  backHref: string;
  /** Where the next person is received. */
  nextHref: string;
  knownPhone: string | null;
  subdistricts: readonly AreaChoice[];
};

/** The intent form on one page, for the keyboard alone, in under a minute. */
export function IntentForm(props: Props) {
  const { holderId, elsewhere, name, deskId, knownPhone, subdistricts, backHref, nextHref } = props;
  const t = useTranslations("desk");
  const faultWords = useDeskFaultWords();
  const named = useNamedFault();
  const refusalWords = useRefusalWords();
  const form = useForm({
    defaultValues: emptyValues,
    resolver: intentResolver(holderId),
    shouldFocusError: false,
  });
  const { errors, submitCount } = form.formState;
  const { send, pending } = useSender();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedReceipt | null>(null);

  async function save(input: InputOf<"answerRegistered">) {
    if (pending) return;
    setTrouble(null);
    const sent = await (deskId
      ? send("recordIntent", { ...input, deskId })
      : send("answerRegistered", input));
    if (sent.ok) return setSaved(sent.value);
    for (const [path, [message]] of Object.entries(sent.fields ?? {})) {
      const field = fieldOf(path);
      if (field && message) form.setError(field, { type: "server", message });
    }
    setTrouble(refusalWords(sent));
  }

  if (saved)
    return (
      <SavedIntent
        {...saved}
        name={name}
        answer={form.getValues("answer") || "yes"}
        nextHref={nextHref}
      />
    );
  // In the order of the page, not in the order in which the schema found them.
  const summary = intentFields.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ field, message: named(field, faultWords(String(message))) }] : [];
  });
  return (
    <FormProvider {...form}>
      <form
        noValidate
        method="post"
        onSubmit={(event) => void form.handleSubmit(save)(event)}
        onKeyDown={deskKeys}
        className="flex flex-col gap-5"
      >
        {trouble ? (
          <Trouble>{trouble}</Trouble>
        ) : (
          <ErrorSummary errors={summary} attempt={submitCount} />
        )}
        <IdentitySection elsewhere={elsewhere} />
        <AnswerSection />
        <ConsentSection />
        <ContactSection knownPhone={knownPhone} subdistricts={subdistricts} />
        <SigningSection />
        <ActionBar>
          <LinkButton tone="quiet" href={backHref}>
            {t("cancel")}
          </LinkButton>
          <Button type="submit" icon={Save} pending={pending}>
            {t("saveForm")}
          </Button>
        </ActionBar>
      </form>
    </FormProvider>
  );
}
