import type { Result } from "@/domain/result";

/** What sending a command may end in: the server's answer, or no answer at all. */
export type Sent<Value> = Result<Value> | { ok: false; code: "UNREACHABLE" };

/**
 * Posts a command from the browser. Pass the same `id` when you try the same change again: the server
 * answers a repeat with the first outcome.
 */
export async function sendCommand<Value>(
  name: string,
  input: unknown,
  id: string = crypto.randomUUID(),
): Promise<Sent<Value>> {
  try {
    const response = await fetch("/api/commands", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, id, input }),
    });
    return (await response.json()) as Result<Value>;
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
