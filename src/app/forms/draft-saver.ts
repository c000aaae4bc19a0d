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

/** What is typed; equal answers have equal text. */
type Typed<Answers> = { answers: Answers; text: string };
/** What the server has: a version, and its text. */
type Standing = { version: number; text: string };
type Request<Answers> = Typed<Answers> & { version: number; id: string };

const retryMs = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

/**
 * What of a draft the server has, and what is on its way there. A request without an answer is repeated unchanged, with
 * its id, until there is one, because it may have arrived. Only then is what was typed since sent.
 */
export class DraftSaver<Answers> {
  #standing: Standing;
  #open: Request<Answers> | null = null;
  #running: Promise<boolean> | null = null;
  #failures = 0;
  readonly #tell: (state: SaveState<Answers>) => void;

  /**
   * @param standing what the server has; prefilled answers are no change, so that opening a page writes nothing
   * @param tell is told each state
   */
  constructor(
    standing: Standing,
    public typed: Typed<Answers>,
    public save: Save<Answers>,
    tell: (state: SaveState<Answers>) => void,
  ) {
    this.#standing = standing;
    this.#tell = tell;
  }

  get version(): number {
    return this.#standing.version;
  }

  /** Something is typed that the server does not have. */
  get isChanged(): boolean {
    return this.typed.text !== this.#standing.text;
  }

  /** How long to wait before a request without an answer is repeated. */
  get pauseMs(): number {
    return retryMs[Math.min(this.#failures, retryMs.length) - 1] ?? retryMs[0];
  }

  /** Sends what is not saved yet until all is saved; true once the server has everything. */
  flush(): Promise<boolean> {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #saveAll(): Promise<boolean> {
    while (this.#open || this.isChanged) {
      this.#open ??= { ...this.typed, version: this.version, id: crypto.randomUUID() };
      const { version, answers, text, id } = this.#open;
      this.#tell({ kind: "saving" });
      const outcome = await this.save({ version, answers }, id);
      if (!this.#takes(outcome, text)) return false;
    }
    return true;
  }

  /** Takes what became of a request; whether what was typed since may be sent. */
  #takes(outcome: SaveOutcome, text: string): boolean {
    if (outcome.ok) {
      this.#failures = 0;
      this.#standing = { version: outcome.value.version, text };
      this.#ended({ kind: "saved", at: outcome.value.savedAt });
      return true;
    }
    const { code, detail } = outcome;
    if (code === "UNREACHABLE" || code === "BUSY") {
      this.#failures += 1;
      this.#tell({ kind: "unsaved" });
    } else if (code === "CONFLICT")
      this.#ended({ kind: "conflict", standing: (detail as Draft<Answers> | null) ?? null });
    else this.#ended({ kind: "refused", code });
    return false;
  }

  /** The request has its answer. */
  #ended(state: SaveState<Answers>) {
    this.#open = null;
    this.#tell(state);
  }

  /** After a conflict: goes on from the server's version, with the answers of this device or those of the server. */
  settle(standing: Draft<Answers> | null, text: string) {
    this.#standing = { version: standing?.version ?? 0, text };
    this.#tell(standing ? { kind: "saved", at: standing.savedAt } : { kind: "new" });
  }

  /** The draft is submitted or deleted: nothing is left to save or to warn about. */
  finish() {
    this.#standing = { ...this.#standing, text: this.typed.text };
    this.#open = null;
  }
}
