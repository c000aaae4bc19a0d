"use client";

import { useTranslations } from "next-intl";
import { findNeverAsked } from "@/domain/assessment/never-asked";
import { Notice } from "@/ui/notice";

/** Warns if a text seems to contain data that must not be recorded; shows nothing otherwise. */
export function NeverAskedWarning({ text }: { text: string }) {
  const t = useTranslations("assessment");
  const found = findNeverAsked(text);
  if (found.length === 0) return null;
  return (
    <Notice kind="warn" live title={t("neverTitle")}>
      {found.map((kind) => t(`never_${kind}`)).join(" · ")}
    </Notice>
  );
}
