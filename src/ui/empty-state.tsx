import type { ReactNode } from "react";

/** Says what an empty list means and what to do next. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-dashed border-edge p-5">
      <p className="font-semibold">{title}</p>
      {children && <div className="text-soft">{children}</div>}
      {/* Nothing is pressed on paper. */}
      {action && <div data-screen-only>{action}</div>}
    </div>
  );
}
