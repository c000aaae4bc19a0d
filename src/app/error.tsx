"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shows the digest only: the message of an error may hold what the reader must not see. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("shell");
  return (
    <div role="alert" className="mx-auto flex max-w-form flex-col items-start gap-4 px-4 py-12">
      <h1 className="text-2xl">{t("errorTitle")}</h1>
      <p>{t("errorText")}</p>
      {error.digest && <p className="text-soft">{t("errorCode", { code: error.digest })}</p>}
      <Button onClick={reset}>{t("tryAgain")}</Button>
    </div>
  );
}
