"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { Button } from "@/ui/button";

/** Another slip for who lost his or let it expire. */
export function NewSlip({ officerId, name }: { officerId: string; name: string }) {
  const t = useTranslations("officers");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function issue() {
    setPending(true);
    const sent = await sendCommand("issueSlip", { officerId });
    setPending(false);
    if (sent.ok) router.push("/district/officers/slips");
    else setTrouble(refusal(sent.code));
  }

  return (
    <span data-screen-only>
      <Button
        tone="quiet"
        pending={pending}
        aria-label={t("newSlipFor", { name })}
        onClick={() => void issue()}
      >
        {t("newSlip")}
      </Button>
      {trouble && (
        <span role="alert" className="text-brick">
          {trouble}
        </span>
      )}
    </span>
  );
}
