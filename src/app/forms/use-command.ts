"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAskAboutEarlier } from "./ask-about-earlier";
import {
  type CommandName,
  type InputOf,
  type OutcomeOf,
  type Sent,
  sendCommand,
} from "./send-command";
import { createSender } from "./sender";

type Request = { name: CommandName; input: InputOf<CommandName> };

/**
 * What every form and button sends through, where the command is chosen only when it is sent. `pending` is true until
 * there is an answer, `problem` is the sentence of the last refusal. Sending again, as it was or edited, is the same
 * change until it is recorded (see `createSender`); after that the next one begins.
 */
export function useSender(bearer?: string) {
  const refusal = useTranslations("refusal");
  const ask = useAskAboutEarlier();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sender = useRef<ReturnType<typeof createSender<Request>>>(null);
  sender.current ??= createSender<Request>(
    ({ name, input }, id) => sendCommand(name, input, id, bearer),
    ask,
  );

  async function send<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<Sent<OutcomeOf<Name>>> {
    setPending(true);
    setProblem(null);
    const sent = (await sender.current?.({ name, input })) as Sent<OutcomeOf<Name>>;
    setPending(false);
    if (!sent.ok) setProblem(refusal(sent.code));
    return sent;
  }
  return { send, pending, problem };
}

/** Sends one command: `useSender` for a command that is known beforehand. */
export function useCommand<Name extends CommandName>(name: Name) {
  const { send, ...state } = useSender();
  return { ...state, send: (input: InputOf<Name>) => send(name, input) };
}
