"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The text to read to the holder, word for word. */
export function ReadAloud({ children }: { children: ReactNode }) {
  const t = useTranslations("assessment");
  return (
    <div className="flex items-start gap-3 rounded-card border border-indigo bg-indigo-tint px-4 py-3">
      <Volume2 aria-hidden size={20} className="mt-1 shrink-0 text-indigo" />
      <p>
        <strong className="block text-sm text-indigo">{t("readAloudTitle")}</strong>“{children}”
      </p>
    </div>
  );
}
