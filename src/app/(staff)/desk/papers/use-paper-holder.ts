"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { postSearch } from "@/app/finder/finder";
import type { PaperFaults } from "@/app/intent/paper-values";
import { nationalIdFault } from "@/domain/national-id";
import type { FoundHolder } from "@/server/holders/search";

/** The person of one paper form, found by the full ID in the whole province. */
export function usePaperHolder() {
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  const [found, setFound] = useState<FoundHolder | null>(null);
  const [note, setNote] = useState<string | null>(null);

  async function find(words: string): Promise<FoundHolder | null> {
    const fault = nationalIdFault(words);
    if (fault) {
      setNote(t(fault));
      return null;
    }
    const sent = await postSearch(words);
    const person = sent.ok && "holders" in sent.value ? (sent.value.holders[0] ?? null) : null;
    setFound(person);
    setNote(sent.ok ? (person ? null : t("foundNoneNumber")) : refusal(sent.code));
    return person;
  }

  return {
    found,
    note,
    find,
    forget() {
      setFound(null);
      setNote(null);
    },
    /** The error of a line whose person is not known. */
    missing(words: string): PaperFaults {
      return { nationalId: `desk.${nationalIdFault(words) ?? "foundNoneNumber"}` };
    },
  };
}
export type HolderOfLine = ReturnType<typeof usePaperHolder>;
