import { expect, test } from "vitest";
import { DraftSaver, type SaveOutcome, type SaveState } from "./draft-saver";

/** A saver whose server answers as told, and what was sent and said. */
function saving(...outcomes: SaveOutcome[]) {
  const sent: { version: number; answers: string; id: string }[] = [];
  const states: SaveState<string>[] = [];
  const typed = (answers: string) => ({ answers, text: answers });
  const saver = new DraftSaver<string>(
    { version: 3, text: "" },
    typed(""),
    async (request, id) => {
      sent.push({ ...request, id });
      const outcome = outcomes.shift();
      if (!outcome) throw new Error("One request too many");
      return outcome;
    },
    (state) => states.push(state),
  );
  const type = (answers: string) => {
    saver.typed = typed(answers);
  };
  return { saver, sent, states, type };
}
const saved = (version: number): SaveOutcome => ({
  ok: true,
  value: { version, savedAt: `at ${version}` },
});
const lost: SaveOutcome = { ok: false, code: "UNREACHABLE" };

test("what nobody has changed is not sent", async () => {
  const { saver, sent } = saving();
  expect(await saver.flush()).toBe(true);
  expect(sent).toEqual([]);
});

test("a request without an answer is repeated as it was, under its id; then what was typed since", async () => {
  const { saver, sent, states, type } = saving(lost, saved(4), saved(5));
  type("a");
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toEqual({ kind: "unsaved" });
  type("ab");
  expect(await saver.flush()).toBe(true);
  expect(sent.map(({ version, answers }) => [version, answers])).toEqual([
    [3, "a"],
    [3, "a"],
    [4, "ab"],
  ]);
  expect(sent[1]?.id).toBe(sent[0]?.id);
  expect(sent[2]?.id).not.toBe(sent[0]?.id);
  expect(states.at(-1)).toEqual({ kind: "saved", at: "at 5" });
  expect([saver.version, saver.isChanged]).toEqual([5, false]);
});

test("it waits longer the more often nobody answered", async () => {
  const { saver, type } = saving(lost, lost, lost, lost, lost, lost, saved(4), lost);
  type("a");
  const waits: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    await saver.flush();
    waits.push(saver.pauseMs);
  }
  expect(waits).toEqual([2_000, 5_000, 10_000, 20_000, 30_000, 30_000]);
  await saver.flush();
  type("ab");
  await saver.flush();
  expect(saver.pauseMs).toBe(2_000);
});

test("two who ask at once send once", async () => {
  const { saver, sent, type } = saving(saved(4));
  type("a");
  expect(await Promise.all([saver.flush(), saver.flush()])).toEqual([true, true]);
  expect(sent).toHaveLength(1);
});

test("a conflict shows what stands; after it the next version is sent under a new id", async () => {
  const standing = { version: 9, savedAt: "then", answers: "theirs" };
  const { saver, sent, states, type } = saving(
    { ok: false, code: "CONFLICT", detail: standing },
    saved(10),
  );
  type("mine");
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toEqual({ kind: "conflict", standing });
  saver.settle(standing, "theirs");
  expect(await saver.flush()).toBe(true);
  expect(sent.map(({ version }) => version)).toEqual([3, 9]);
  expect(sent[1]?.id).not.toBe(sent[0]?.id);
});

test("another refusal is told by its code; what is submitted is not sent any more", async () => {
  const { saver, sent, states, type } = saving({ ok: false, code: "NOT_ALLOWED" });
  type("a");
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toEqual({ kind: "refused", code: "NOT_ALLOWED" });
  saver.finish();
  expect([await saver.flush(), saver.isChanged]).toEqual([true, false]);
  expect(sent).toHaveLength(1);
});
