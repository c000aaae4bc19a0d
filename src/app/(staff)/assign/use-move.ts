"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { sendCommand } from "@/app/forms/send-command";

/** Sends one move; the same press again is the same move. `changed` says what to do where the numbers are others now. */
export function useMove(command: string, changed: (people: number) => string) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const attempt = useRef({ text: "", id: "" });
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(input: unknown): Promise<boolean> {
    const text = JSON.stringify(input);
    if (attempt.current.text !== text) attempt.current = { text, id: crypto.randomUUID() };
    setPending(true);
    setProblem(null);
    const sent = await sendCommand(command, input, attempt.current.id);
    setPending(false);
    if (sent.ok) return true;
    const now =
      "detail" in sent ? (sent.detail as { people?: number } | undefined)?.people : undefined;
    setProblem(now === undefined ? refusal(sent.code) : changed(now));
    router.refresh();
    return false;
  }
  return { send, pending, problem };
}
