import type { Refused, Sent } from "./send-command";

/** What the person wants, if an earlier text was recorded and their later one was not. */
export type EarlierChoice = "use_earlier" | "record_both" | "neither";

type Post<Request> = (request: Request, id: string) => Promise<Sent<unknown>>;

const isSentBefore = (sent: Sent<unknown>): sent is Refused =>
  !sent.ok && sent.code === "SENT_BEFORE";

/**
 * Sends one change until it is recorded. Its id is made at the first try and stays through refusals and lost answers,
 * also when the text is edited in between: one id is recorded at most once, whichever of its texts arrived.
 *
 * Where the server says that another text of this id was recorded (SENT_BEFORE), the person is asked: to go on with what
 * was recorded, to record the edited text as well, under an id of its own, or neither.
 */
export function createSender<Request>(
  post: Post<Request>,
  ask: () => Promise<EarlierChoice>,
  newId: () => string = () => crypto.randomUUID(),
): (request: Request) => Promise<Sent<unknown>> {
  type Change = { id: string; tries: Map<string, Request> };
  const begin = (): Change => ({ id: newId(), tries: new Map() });
  let change: Change | null = null;

  async function attempt(request: Request): Promise<Sent<unknown>> {
    change ??= begin();
    const trying = change;
    trying.tries.set(JSON.stringify(request), request);
    const sent = await post(request, trying.id);
    if (sent.ok && change === trying) change = null;
    return sent;
  }

  /** The answer that was lost: only the text that was recorded is answered with an outcome. */
  async function answerOfEarlier(refused: Refused): Promise<Sent<unknown>> {
    for (const earlier of change?.tries.values() ?? []) {
      const sent = await attempt(earlier);
      if (!isSentBefore(sent)) return sent;
    }
    return refused;
  }

  return async (request) => {
    const sent = await attempt(request);
    if (!isSentBefore(sent)) return sent;
    const choice = await ask();
    if (choice === "neither") return sent;
    if (choice === "use_earlier") return answerOfEarlier(sent);
    change = begin();
    return attempt(request);
  };
}
