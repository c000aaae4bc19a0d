import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sent } from "./send-command";
import { createSender, type EarlierChoice } from "./sender";

/** What happens to one request: it arrives and is answered, its answer is lost, or it never arrives. */
type Way = "answered" | "answer_lost" | "lost" | "refused";

/** The server's receipts, and a connection that loses chosen messages. Answers as src/server/command.ts does. */
function buildLine() {
  const recorded: { id: string; text: string }[] = [];
  let ways: Way[] = [];
  const post = async (text: string, id: string): Promise<Sent<unknown>> => {
    const way = ways.shift() ?? "answered";
    if (way === "lost") return { ok: false, code: "UNREACHABLE" };
    const earlier = recorded.find((each) => each.id === id);
    if (!earlier && way === "refused") return { ok: false, code: "NOT_ALLOWED" };
    if (!earlier) recorded.push({ id, text });
    if (way === "answer_lost") return { ok: false, code: "UNREACHABLE" };
    return earlier && earlier.text !== text
      ? { ok: false, code: "SENT_BEFORE" }
      : { ok: true, value: text };
  };
  const next = (...these: Way[]) => {
    ways = these;
  };
  return { post, next, texts: () => recorded.map(({ text }) => text) };
}

/** A sender on such a connection, and how often the person was asked. */
function buildSender(choice: EarlierChoice = "neither") {
  const line = buildLine();
  let asked = 0;
  let ids = 0;
  const send = createSender(
    line.post,
    async () => {
      asked += 1;
      return choice;
    },
    () => `id-${++ids}`,
  );
  return { ...line, send, asked: () => asked };
}

describe("a change whose answer was lost", () => {
  it("is recorded once when it is sent again as it was, and its outcome comes", async () => {
    const { send, next, texts, asked } = buildSender();
    next("answer_lost");
    expect(await send("20 baht")).toEqual({ ok: false, code: "UNREACHABLE" });
    expect(await send("20 baht")).toEqual({ ok: true, value: "20 baht" });
    expect([texts(), asked()]).toEqual([["20 baht"], 0]);
  });

  it("and was edited is not recorded twice: the person is asked", async () => {
    const { send, next, texts, asked } = buildSender("neither");
    next("answer_lost");
    await send("20 baht");
    expect(await send("200 baht")).toEqual({ ok: false, code: "SENT_BEFORE" });
    expect(await send("200 baht")).toEqual({ ok: false, code: "SENT_BEFORE" });
    expect([texts(), asked()]).toEqual([["20 baht"], 2]);
  });

  it("and never arrived gives way to the edited text without a question", async () => {
    const { send, next, texts, asked } = buildSender();
    next("lost");
    await send("20 baht");
    expect(await send("200 baht")).toEqual({ ok: true, value: "200 baht" });
    expect([texts(), asked()]).toEqual([["200 baht"], 0]);
  });

  it("goes on with the recorded text if the person wants that, whichever of the texts it was", async () => {
    const { send, next, texts } = buildSender("use_earlier");
    next("lost");
    await send("20 baht");
    next("answer_lost");
    await send("200 baht");
    expect(await send("2000 baht")).toEqual({ ok: true, value: "200 baht" });
    expect(texts()).toEqual(["200 baht"]);
    expect(await send("next change")).toEqual({ ok: true, value: "next change" });
  });

  it("is recorded beside the edited text only where the person says so", async () => {
    const { send, next, texts, asked } = buildSender("record_both");
    next("answer_lost");
    await send("20 baht");
    expect(await send("200 baht")).toEqual({ ok: true, value: "200 baht" });
    expect([texts(), asked()]).toEqual([["20 baht", "200 baht"], 1]);
  });
});

describe("a change that was recorded", () => {
  it("ends: the same text sent once more is another change", async () => {
    const { send, texts } = buildSender();
    await send("one more slip");
    await send("one more slip");
    expect(texts()).toEqual(["one more slip", "one more slip"]);
  });
});

const ways = fc.constantFrom<Way>("answered", "answer_lost", "lost", "refused");
const tries = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.array(ways, { maxLength: 3 })), {
  maxLength: 8,
});
/** Sends until the first outcome, as a person does. */
async function sendUntilDone(
  send: (text: string) => Promise<Sent<unknown>>,
  line: ReturnType<typeof buildLine>,
  sendings: readonly (readonly [string, Way[]])[],
) {
  for (const [text, fates] of sendings) {
    line.next(...fates);
    if ((await send(text)).ok) return;
  }
}

it("is recorded at most once, however it was edited and whatever was lost on the way", async () => {
  await fc.assert(
    fc.asyncProperty(
      tries,
      fc.constantFrom<EarlierChoice>("neither", "use_earlier"),
      async (all, choice) => {
        const { send, ...line } = buildSender(choice);
        await sendUntilDone(send, line, all);
        expect(line.texts().length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

it("control: with an id for each text, as forms once did, the same line records twice", async () => {
  const line = buildLine();
  const ids = new Map<string, string>();
  const idOf = (text: string) => ids.get(text) ?? ids.set(text, `id-${ids.size}`).get(text) ?? "";
  line.next("answer_lost");
  for (const text of ["20 baht", "200 baht"]) await line.post(text, idOf(text));
  expect(line.texts()).toEqual(["20 baht", "200 baht"]);
});
