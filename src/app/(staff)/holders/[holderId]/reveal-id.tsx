"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** The masked ID with "แสดงเลข": the full one is shown for a minute, and each look is recorded. */
export function RevealId({ holderId, masked }: { holderId: string; masked: string }) {
  const t = useTranslations("caseFile");
  const refusal = useTranslations("refusal");
  const [full, setFull] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  useEffect(() => {
    if (!full) return;
    const timer = setTimeout(() => setFull(null), 60_000);
    return () => clearTimeout(timer);
  }, [full]);

  async function reveal() {
    setFailed(null);
    try {
      const response = await fetch(`/api/holders/${holderId}/national-id`);
      const result = (await response.json()) as { ok: true; value: string } | { ok: false };
      if (result.ok) return setFull(result.value);
      setFailed(refusal("NOT_ALLOWED"));
    } catch {
      setFailed(refusal("UNREACHABLE"));
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="keep figures" aria-live="polite">
        {full ?? masked}
      </span>
      <button
        type="button"
        data-screen-only
        onClick={() => (full ? setFull(null) : void reveal())}
        className="min-h-12 text-indigo underline underline-offset-2"
      >
        {full ? t("hide") : t("reveal")}
      </button>
      {failed && <span role="alert">{failed}</span>}
    </span>
  );
}
