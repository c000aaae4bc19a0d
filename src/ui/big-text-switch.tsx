"use client";

import { AArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { textSizeCookie } from "./text-size";

/** Enlarges everything, for this browser and for a year. */
export function BigTextSwitch() {
  const t = useTranslations("kit");
  const [big, setBig] = useState(false);

  useEffect(() => setBig(document.documentElement.dataset.text === "big"), []);

  function toggle() {
    const next = !big;
    setBig(next);
    if (next) document.documentElement.dataset.text = "big";
    else delete document.documentElement.dataset.text;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox ESR
    document.cookie = `${textSizeCookie}=${next ? "big" : "normal"}; path=/; max-age=31536000; samesite=strict`;
  }
  return (
    <button
      type="button"
      aria-pressed={big}
      onClick={toggle}
      className="inline-flex min-h-12 items-center keep gap-2 rounded-tag text-sm text-white hover:bg-white/15 lg:px-3 aria-pressed:px-3 aria-pressed:bg-white/25 aria-pressed:font-semibold"
    >
      <AArrowUp aria-hidden size={20} className="shrink-0" />
      {t("bigText")}
    </button>
  );
}
