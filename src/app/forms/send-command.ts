import { answerLinkHeader } from "@/domain/answer-link";
import type { Result } from "@/domain/result";

/** What sending a command may end in: the server's answer, or no answer at all. */
export type Sent<Value> = Result<Value> | { ok: false; code: "UNREACHABLE" };

/**
 * Posts a command from the browser. Pass the same `id` when you try the same change again: the server
 * answers a repeat with the first outcome. `bearer` is the token of a one-time link.
 */
export async function sendCommand<Value>(
  name: string,
  input: unknown,
  id: string = crypto.randomUUID(),
  bearer?: string,
): Promise<Sent<Value>> {
  try {
    const response = await fetch("/api/commands", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(bearer ? { [answerLinkHeader]: bearer } : {}),
      },
      body: JSON.stringify({ name, id, input }),
    });
    return (await response.json()) as Result<Value>;
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
