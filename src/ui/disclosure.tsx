import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type Props = { summary: ReactNode; open?: boolean; children: ReactNode };

/** Folds away what is not needed at first; on paper it is always unfolded. */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-12 list-none items-center gap-2 rounded-button pr-3 font-semibold text-indigo [&::-webkit-details-marker]:hidden">
        <ChevronDown
          aria-hidden
          size={20}
          className="shrink-0 group-open:rotate-180 print:hidden"
        />
        {summary}
      </summary>
      <div className="pb-2 pt-1">{children}</div>
    </details>
  );
}
