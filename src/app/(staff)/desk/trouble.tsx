"use client";

import type { ReactNode } from "react";
import { Notice } from "@/ui/notice";
import { useFocus } from "./use-focus";

/** Why nothing was saved. Takes the focus, for it may appear far from the key that was pressed. */
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
