"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { focusContent } from "@/app/forms/focus-content";
import { Notice } from "@/ui/notice";

/** The result of a click. It takes the focus, so that it is seen and read out wherever the click was. */
export function DoneNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    return focusContent;
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="rounded-card">
      <Notice kind="success" live>
        {children}
      </Notice>
    </div>
  );
}
