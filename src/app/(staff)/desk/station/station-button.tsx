"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { Button } from "@/ui/button";

type Props = {
  command: "issuePin" | "closeStation";
  input: Record<string, string>;
  label: string;
  /** Its accessible name: to whom or to what it is done. */
  name: string;
};

/** One act on a station, done at a press. */
export function StationButton({ command, input, label, name }: Props) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function act() {
    setPending(true);
    const sent = await sendCommand(command, input);
    setPending(false);
    setTrouble(sent.ok ? null : refusal(sent.code));
    router.refresh();
  }

  return (
    <span data-screen-only>
      <Button tone="quiet" pending={pending} aria-label={name} onClick={() => void act()}>
        {label}
      </Button>
      {trouble && (
        <span role="alert" className="text-brick">
          {trouble}
        </span>
      )}
    </span>
  );
}
