"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "@/ui/notice";

let ended = false;
const listeners = new Set<() => void>();

/** Called with what each command was answered: whether nobody is signed in any more. */
export function tellSession(nowEnded: boolean): void {
  if (ended === nowEnded) return;
  ended = nowEnded;
  for (const listener of listeners) listener();
}

/** Once a command found nobody signed in: the way to sign in beside this page, so that what was typed in it stays. */
export function SessionEnded() {
  const t = useTranslations("sending");
  const isEnded = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
    () => false,
  );
  if (!isEnded) return null;
  return (
    <div data-screen-only className="sticky top-0 z-20 mb-4">
      <Notice
        kind="warn"
        live
        title={t("sessionEnded")}
        action={
          <a
            href="/sign-in"
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-12 items-center font-semibold"
          >
            {t("signInBeside")}
          </a>
        }
      >
        {t("sessionEndedText")}
      </Notice>
    </div>
  );
}
