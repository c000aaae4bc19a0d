import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  icon: LucideIcon;
  when: ReactNode;
  title: ReactNode;
  by?: ReactNode;
  note?: ReactNode;
};

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map(({ key, icon: Icon, when, title, by, note }) => (
        <li key={key} className="group relative flex gap-3 pb-6 last:pb-0">
          <span
            aria-hidden
            className="absolute bottom-0 left-[17px] top-9 w-0.5 bg-line group-last:hidden"
          />
          <span className="flex size-9 shrink-0 items-center justify-center rounded-tag bg-indigo-tint text-indigo">
            <Icon aria-hidden size={20} />
          </span>
          <div className="min-w-0">
            <p className="text-sm text-soft">{when}</p>
            <p className="font-semibold leading-snug">{title}</p>
            {by && <p className="text-sm text-soft">{by}</p>}
            {note && <div className="text-sm">{note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
