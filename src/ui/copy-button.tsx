"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { buttonClass } from "./button-style";

type Props = {
  text: string;
  label: ReactNode;
  /** Said once it is done, and where it cannot be done. */
  done: string;
  failed: string;
  /** Only the mark is seen; the label is read out. */
  small?: boolean;
  tone?: "primary" | "secondary" | "quiet";
};

/** Puts a text on the clipboard with one tap, and says so. */
export function CopyButton({
  text,
  label,
  done,
  failed,
  small = false,
  tone = "secondary",
}: Props) {
  const [state, setState] = useState<"ready" | "done" | "failed">("ready");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("done");
    } catch {
      setState("failed");
    }
  }
  const Icon = state === "done" ? Check : Copy;
  return (
    <span data-screen-only className="inline-flex flex-wrap items-center gap-x-3">
      <button
        type="button"
        onClick={() => void copy()}
        className={
          small
            ? "inline-flex size-12 items-center justify-center rounded-button border border-edge bg-card text-indigo hover:border-indigo hover:bg-indigo-tint"
            : buttonClass(tone, false)
        }
      >
        <Icon aria-hidden size={20} className="shrink-0" />
        <span className={small ? "sr-only" : undefined}>{label}</span>
      </button>
      <span
        role="status"
        className={small && state !== "failed" ? "sr-only" : "text-sm text-soft empty:hidden"}
      >
        {state === "done" ? done : state === "failed" ? failed : ""}
      </span>
    </span>
  );
}
