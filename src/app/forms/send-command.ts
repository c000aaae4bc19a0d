import type { z } from "zod";
import { answerLinkHeader } from "@/domain/answer-link";
import type { RefusalCode } from "@/domain/result";
import type { Commands } from "@/server/commands";
import { tellSession } from "./session-ended";

export type CommandName = keyof Commands;
/** What a command takes, as its schema reads it. */
export type InputOf<Name extends CommandName> = z.input<Commands[Name]["input"]>;
/** What a command answers when it has recorded something. */
export type OutcomeOf<Name extends CommandName> = Awaited<ReturnType<Commands[Name]["run"]>>;

/** A refusal, or no answer at all. `fields` maps an input path to message keys. */
export type Refused = {
  ok: false;
  code: RefusalCode | "UNREACHABLE";
  fields?: Record<string, string[]>;
  detail?: unknown;
};
/** What sending may end in: the server's answer, or no answer at all. */
export type Sent<Value> = { ok: true; value: Value } | Refused;

/**
 * Posts one command, once. A form or a button sends through `useCommand`, which keeps the id until the change is
 * recorded. `bearer` is the token of a one-time link.
 */
export async function sendCommand<Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
  id: string,
  bearer?: string,
): Promise<Sent<OutcomeOf<Name>>> {
  try {
    const response = await fetch("/api/commands", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(bearer ? { [answerLinkHeader]: bearer } : {}),
      },
      body: JSON.stringify({ name, id, input }),
    });
    const sent = (await response.json()) as Sent<OutcomeOf<Name>>;
    // Who answers by a one-time link signs in nowhere.
    if (!bearer) tellSession(!sent.ok && sent.code === "NOT_SIGNED_IN");
    return sent;
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
