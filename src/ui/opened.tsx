"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { bringIntoSight } from "./into-sight";

/** What an answer opens below it: scrolled into sight, so that on a phone nobody looks for it under the bar. */
export function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => bringIntoSight(box.current), []);
  return (
    <div ref={box} className="flex flex-col gap-4">
      {children}
    </div>
  );
}
