"use client";

import type { ReactNode } from "react";
import { Notice } from "@/ui/notice";
import { useFocus } from "@/ui/use-focus";

/** Why nothing was saved. Takes the focus, because it may appear far from the field in use. */
export function Trouble({ children }: { children: ReactNode }) {
  const box = useFocus<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1} className="rounded-card">
      <Notice kind="error" live>
        {children}
      </Notice>
    </div>
  );
}
