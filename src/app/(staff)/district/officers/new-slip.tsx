"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";

/** A new slip for an officer whose slip is lost or expired. */
export function NewSlip({ officerId, name }: { officerId: string; name: string }) {
  const t = useTranslations("officers");
  const router = useRouter();
  const { send, pending, problem } = useCommand("issueSlip");

  async function issue() {
    if ((await send({ officerId })).ok) router.push("/district/officers/slips");
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
      {problem && (
        <span role="alert" className="text-brick">
          {problem}
        </span>
      )}
    </span>
  );
}
