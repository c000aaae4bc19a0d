"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect } from "react";
import { busyDigest } from "@/domain/result";
import { Button } from "@/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shows the digest only: the message of an error may hold what the reader must not see. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("shell");
  const router = useRouter();
  const busy = error.digest === busyDigest;
  // What failed on the server is asked for again: `reset` alone would show the same answer once more.
  const tryAgain = useCallback(
    () =>
      startTransition(() => {
        router.refresh();
        reset();
      }),
    [router, reset],
  );

  useEffect(() => {
    if (!busy) return;
    // Not all at the same moment: everybody's page failed at the same one.
    const waiting = setTimeout(tryAgain, 5000 + Math.random() * 5000);
    return () => clearTimeout(waiting);
  }, [busy, tryAgain]);

  return (
    <div
      role={busy ? "status" : "alert"}
      className="mx-auto flex max-w-form flex-col items-start gap-4 px-4 py-12"
    >
      <h1 className="text-2xl">{t(busy ? "busyTitle" : "errorTitle")}</h1>
      <p>{t(busy ? "busyText" : "errorText")}</p>
      {error.digest && !busy && (
        <p className="text-soft">{t("errorCode", { code: error.digest })}</p>
      )}
      <Button onClick={tryAgain}>{t("tryAgain")}</Button>
    </div>
  );
}
