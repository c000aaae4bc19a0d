"use client";

import { CircleAlert, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SaveState } from "./draft-saver";
import { useTimeOfDay } from "./use-time-of-day";

/** On a phone a long form is typed far from its end: what is not saved stays in sight above the main action. */
const inSight = "max-md:sticky max-md:bottom-[calc(var(--phone-links,56px)+5.5rem)] max-md:z-10";

/** The officer always sees whether the work is saved and when, being saved, or not saved. */
export function DraftState({ state }: { state: SaveState<unknown> }) {
  const t = useTranslations("form");
  const refusal = useTranslations("refusal");
  const timeOf = useTimeOfDay();
  const bad = state.kind === "unsaved" || state.kind === "refused" || state.kind === "conflict";
  const words = {
    new: () => t("draftNew"),
    saving: () => t("draftSaving"),
    saved: () => t("draftSaved", { time: timeOf((state as { at: string }).at) }),
    unsaved: () => t("draftUnsaved"),
    conflict: () => t("draftConflict"),
    refused: () => `${t("draftUnsaved")} ${refusal((state as { code: "NOT_SIGNED_IN" }).code)}`,
  }[state.kind]();
  const Icon = bad ? CircleAlert : Save;
  return (
    <p
      // Only problems are read out by a screen reader; a message at each pause in typing would disturb.
      role={bad ? "alert" : undefined}
      className={`flex items-start gap-2 text-sm ${bad ? `rounded-card bg-brick-tint px-3 py-2 font-semibold text-brick ${inSight}` : "text-soft"}`}
    >
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0" />
      {words}
    </p>
  );
}
