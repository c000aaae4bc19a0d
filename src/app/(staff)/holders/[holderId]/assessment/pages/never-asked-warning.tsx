"use client";

import { useTranslations } from "next-intl";
import { findNeverAsked } from "@/domain/assessment/never-asked";
import { Notice } from "@/ui/notice";

/** Says which forbidden things a text seems to hold; nothing where it holds none. */
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
