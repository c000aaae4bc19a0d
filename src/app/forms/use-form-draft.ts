"use client";

import { useCallback, useMemo } from "react";
import type { DraftedForm, FormGiven } from "@/domain/form-draft";
import type { Save } from "./draft-saver";
import { sendCommand } from "./send-command";
import { useAutosave } from "./use-autosave";

/** Where what is typed in a form is kept, and what is kept there already. */
export type FormDraft = {
  form: DraftedForm;
  holderId: string;
  kept: { given: FormGiven } | null;
};

/** The answers that are not empty, in one order. */
function filled(given: Record<string, unknown>): FormGiven {
  const entries = Object.entries(given).filter(
    (entry): entry is [string, string | string[]] =>
      (typeof entry[1] === "string" || Array.isArray(entry[1])) && entry[1].length > 0,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
const textOf = (given: FormGiven | null) => JSON.stringify(filled(given ?? {}));

/**
 * Keeps what is typed in a short form on the server, as the interview's draft is kept: whoever goes on after a reload or on
 * another device finds it. A form that is as it was when it was opened keeps nothing, and so does one without a draft.
 * @param initial the answers of the form before anything was typed
 */
export function useFormDraft(
  draft: FormDraft | undefined,
  given: Record<string, unknown>,
  initial: Record<string, unknown>,
) {
  const empty = textOf(filled(initial));
  const { form, holderId, kept } = draft ?? {};
  const save = useMemo((): Save<FormGiven> => {
    return async ({ answers }, id) => {
      if (!form || !holderId) return { ok: true, value: { version: 0, savedAt: "" } };
      const sent = await sendCommand(
        "saveFormDraft",
        { holderId, form, given: textOf(answers) === empty ? null : answers },
        id,
      );
      return sent.ok ? { ok: true, value: { version: 0, savedAt: sent.value.savedAt } } : sent;
    };
  }, [form, holderId, empty]);
  const text = useCallback((answers: FormGiven | null) => (form ? textOf(answers) : ""), [form]);
  // The hour at which an earlier draft was kept, perhaps days ago, is told to nobody: only what is kept from now on.
  return useAutosave(filled(given), kept?.given ?? filled(initial), null, save, text);
}
