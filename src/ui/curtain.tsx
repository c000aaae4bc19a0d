import type { ReactNode } from "react";

type Props = { label: ReactNode; children: ReactNode };

/** Hides what is nobody's business who looks over the shoulder, until it is asked for; on paper it is not at all. */
export function Curtain({ label, children }: Props) {
  return (
    <details data-screen-only className="inline-block">
      <summary className="cursor-pointer text-indigo">{label}</summary>
      <span className="figures">{children}</span>
    </details>
  );
}
