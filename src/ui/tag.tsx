import type { ReactNode } from "react";

/** done: finished · due: waits for someone · late: overdue or wrong · selected: brand · quiet: neutral */
export type Tone = "done" | "due" | "late" | "selected" | "quiet";

const tones: Record<Tone, string> = {
  done: "bg-leaf-tint text-leaf",
  due: "bg-amber-tint text-amber",
  late: "bg-brick-tint text-brick",
  selected: "bg-indigo-tint text-indigo",
  quiet: "bg-quiet-tint text-ink",
};

/** A state in words; the colour only repeats them. */
export function Tag({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-tag px-3 py-0.5 text-sm font-semibold print:rounded-small print:border print:border-ink print:px-2 print:bg-card print:text-ink ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
