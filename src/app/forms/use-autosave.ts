"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusalCode } from "@/domain/result";

/** A draft as the server has it. */
export type Draft<Answers> = { version: number; savedAt: string; answers: Answers };

export type SaveOutcome =
  | { ok: true; value: { version: number; savedAt: string } }
  | { ok: false; code: RefusalCode | "UNREACHABLE"; detail?: unknown };

/** Saves one version of the draft; a repeat with the same id returns the first outcome. */
export type Save<Answers> = (
  request: { version: number; answers: Answers },
  id: string,
) => Promise<SaveOutcome>;

export type SaveState<Answers> =
  | { kind: "new" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "unsaved" }
  | { kind: "refused"; code: RefusalCode }
  | { kind: "conflict"; standing: Draft<Answers> | null };

type Request<Answers> = { version: number; answers: Answers; text: string; id: string };

const pauseMs = 800;
const retryMs = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

/**
 * Saves what is typed after a short pause. A request without an answer is repeated unchanged, with its id, until
 * there is one, because it may have arrived. Only then is what was typed since sent.
 * @param textOf equal answers give equal text, null that of no answers; the same function at each call
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its refs and effects are one machine; their order is the meaning
export function useAutosave<Answers>(
  answers: Answers,
  initial: Answers,
  draft: Draft<Answers> | null,
  save: Save<Answers>,
  textOf: (answers: Answers | null) => string,
) {
  const text = textOf(answers);
  const [state, setState] = useState<SaveState<Answers>>(
    draft ? { kind: "saved", at: draft.savedAt } : { kind: "new" },
  );
  const latest = useRef({ answers, text });
  latest.current = { answers, text };
  const stands = useRef({
    version: draft?.version ?? 0,
    // Prefilled answers are not a change: opening the page writes nothing.
    text: textOf(initial),
  });
  const open = useRef<Request<Answers> | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const failures = useRef(0);
  const stopped = state.kind === "conflict" || state.kind === "refused";

  /** Sends what is not saved yet until all is saved; true once the server has everything. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop answers every outcome of a save; apart, the retry under the same id is hidden
  const run = useCallback(async (): Promise<boolean> => {
    for (;;) {
      if (!open.current) {
        if (latest.current.text === stands.current.text) return true;
        open.current = {
          ...latest.current,
          version: stands.current.version,
          id: crypto.randomUUID(),
        };
      }
      setState({ kind: "saving" });
      const { version, answers: sent, id, text: sentText } = open.current;
      const outcome = await save({ version, answers: sent }, id);
      if (outcome.ok) {
        open.current = null;
        failures.current = 0;
        stands.current = { version: outcome.value.version, text: sentText };
        setState({ kind: "saved", at: outcome.value.savedAt });
        continue;
      }
      if (outcome.code === "UNREACHABLE" || outcome.code === "BUSY") {
        failures.current += 1;
        setState({ kind: "unsaved" });
        return false;
      }
      open.current = null;
      setState(
        outcome.code === "CONFLICT"
          ? { kind: "conflict", standing: (outcome.detail as Draft<Answers> | null) ?? null }
          : { kind: "refused", code: outcome.code },
      );
      return false;
    }
  }, [save]);

  const flush = useCallback((): Promise<boolean> => {
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [run]);

  const changed = text !== stands.current.text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with `text` the pause starts again at each keystroke
  useEffect(() => {
    if (!changed || stopped) return;
    const timer = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, changed, stopped, flush]);

  useEffect(() => {
    if (state.kind !== "unsaved") return;
    const again = () => void flush();
    const wait = retryMs[Math.min(failures.current, retryMs.length) - 1] ?? retryMs[0];
    const timer = setTimeout(again, wait);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [state, flush]);

  const atRisk = changed || state.kind === "unsaved";
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [atRisk]);

  /** After a conflict: goes on from the server's version, with the answers of this device or those of the server. */
  const settle = useCallback(
    (standing: Draft<Answers> | null) => {
      stands.current = {
        version: standing?.version ?? 0,
        text: textOf(standing?.answers ?? null),
      };
      setState(standing ? { kind: "saved", at: standing.savedAt } : { kind: "new" });
    },
    [textOf],
  );

  const conflict = useCallback(
    (standing: Draft<Answers> | null) => setState({ kind: "conflict", standing }),
    [],
  );
  /** The draft is submitted or deleted: nothing is left to save or to warn about. */
  const finish = useCallback(() => {
    stands.current.text = latest.current.text;
    open.current = null;
  }, []);

  return { state, flush, settle, conflict, finish, version: () => stands.current.version };
}
