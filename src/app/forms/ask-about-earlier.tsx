"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { EarlierChoice } from "./sender";

type Ask = () => Promise<EarlierChoice>;
const AskContext = createContext<Ask | null>(null);

/** Gives a form the question of `AskAboutEarlier`. */
export function useAskAboutEarlier(): Ask {
  const ask = use(AskContext);
  if (!ask) throw new Error("AskAboutEarlier is missing above");
  return ask;
}

/**
 * Asks about a change whose answer was lost and whose text was edited after that: the earlier text is recorded, the
 * edited one is not. One question for all forms of the page; closing it changes nothing.
 */
export function AskAboutEarlier({ children }: { children: ReactNode }) {
  const t = useTranslations("sending");
  const [open, setOpen] = useState<{ answer: (choice: EarlierChoice) => void } | null>(null);
  const ask = useCallback(() => new Promise<EarlierChoice>((answer) => setOpen({ answer })), []);
  function choose(choice: EarlierChoice) {
    open?.answer(choice);
    setOpen(null);
  }
  return (
    <AskContext value={ask}>
      {children}
      <Dialog
        isOpen={open !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) choose("neither");
        }}
        title={t("earlierTitle")}
        actions={
          <>
            <Button tone="secondary" onClick={() => choose("record_both")}>
              {t("recordBoth")}
            </Button>
            <Button onClick={() => choose("use_earlier")}>{t("useEarlier")}</Button>
          </>
        }
      >
        {t("earlierText")}
      </Dialog>
    </AskContext>
  );
}
