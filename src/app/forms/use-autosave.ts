"use client";

import { useCallback, useEffect, useState } from "react";
import { type Draft, DraftSaver, type Save, type SaveState } from "./draft-saver";

const pauseMs = 800;

/**
 * Saves what is typed after a short pause, and again until it is saved (`DraftSaver`); warns who leaves before.
 * @param textOf equal answers give equal text, null that of no answers; the same function at each call
 */
export function useAutosave<Answers>(
  answers: Answers,
  initial: Answers,
  draft: Draft<Answers> | null,
  save: Save<Answers>,
  textOf: (answers: Answers | null) => string,
) {
  const typed = { answers, text: textOf(answers) };
  const [state, setState] = useState<SaveState<Answers>>(
    draft ? { kind: "saved", at: draft.savedAt } : { kind: "new" },
  );
  const [saver] = useState(
    () =>
      new DraftSaver(
        { version: draft?.version ?? 0, text: textOf(initial) },
        typed,
        save,
        setState,
      ),
  );
  saver.typed = typed;
  saver.save = save;
  const stopped = state.kind === "conflict" || state.kind === "refused";
  useSavedAfterPause(saver, saver.isChanged && !stopped);
  useRepeated(saver, state);
  useWarnedBeforeLeaving(saver.isChanged || state.kind === "unsaved");

  const flush = useCallback(() => saver.flush(), [saver]);
  const settle = useCallback(
    (standing: Draft<Answers> | null) => saver.settle(standing, textOf(standing?.answers ?? null)),
    [saver, textOf],
  );
  const conflict = useCallback(
    (standing: Draft<Answers> | null) => setState({ kind: "conflict", standing }),
    [],
  );
  const finish = useCallback(() => saver.finish(), [saver]);
  return { state, flush, settle, conflict, finish, version: () => saver.version };
}

function useSavedAfterPause<Answers>(saver: DraftSaver<Answers>, changed: boolean) {
  const { text } = saver.typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with `text` the pause starts again at each keystroke
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => void saver.flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, changed, saver]);
}

/** Repeats a request without an answer: after a pause that grows, and as soon as there is a network again. */
function useRepeated<Answers>(saver: DraftSaver<Answers>, state: SaveState<Answers>) {
  useEffect(() => {
    if (state.kind !== "unsaved") return;
    const again = () => void saver.flush();
    const timer = setTimeout(again, saver.pauseMs);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [state, saver]);
}

function useWarnedBeforeLeaving(atRisk: boolean) {
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [atRisk]);
}
