"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InputOf } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";

type MoveName = "assignSubdistricts" | "moveHolders" | "balanceCaseloads" | "undoMove";

/** Sends one move. `changed` is called when the numbers have changed since the preview. */
export function useMove<Name extends MoveName>(command: Name, changed: (people: number) => string) {
  const router = useRouter();
  const { send: sendMove, pending, problem } = useCommand(command);
  const [now, setNow] = useState<number>();

  async function send(input: InputOf<Name>) {
    const sent = await sendMove(input);
    setNow(sent.ok ? undefined : (sent.detail as { people?: number } | undefined)?.people);
    if (!sent.ok) router.refresh();
    return sent;
  }
  return { send, pending, problem: problem !== null && now !== undefined ? changed(now) : problem };
}
