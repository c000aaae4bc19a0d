"use client";

import { useRef, useState } from "react";
import { type Sent, sendCommand } from "@/app/forms/send-command";

/**
 * Sends one command at a time. Its id stays the same until the server has answered, so that trying again
 * after a lost connection never records twice.
 */
export function useCommand<Value>(name: string) {
  const id = useRef<string | null>(null);
  const [pending, setPending] = useState(false);

  async function send(input: unknown): Promise<Sent<Value>> {
    id.current ??= crypto.randomUUID();
    setPending(true);
    const sent = await sendCommand<Value>(name, input, id.current);
    setPending(false);
    if (sent.ok || (sent.code !== "UNREACHABLE" && sent.code !== "BUSY")) id.current = null;
    return sent;
  }

  return { send, pending };
}
