"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import type { FormDraft } from "./use-form-draft";

type Props = { draft: FormDraft | undefined; onClear: () => void };

/** Says that a form was filled with what was typed before, and lets the officer begin anew. */
export function KeptDraft({ draft, onClear }: Props) {
  const t = useTranslations("form");
  const [cleared, setCleared] = useState(false);
  if (!draft?.kept || cleared) return null;
  return (
    <Notice
      action={
        <Button
          tone="secondary"
          onClick={() => {
            onClear();
            setCleared(true);
          }}
        >
          {t("draftClear")}
        </Button>
      }
    >
      {t("draftRestored")}
    </Notice>
  );
}
