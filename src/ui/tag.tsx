import type { ReactNode } from "react";

/** done: finished · due: waits for someone · late: overdue or wrong · selected: brand · quiet: neutral */
export type Tone = "done" | "due" | "late" | "selected" | "quiet";

/** A state in words; the colour only repeats them. */
export function Tag({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
