"use client";

import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import type { Layout } from "@/domain/assessment/pages";

const query = "(min-width: 1280px)";

function subscribe(onChange: () => void) {
  const media = window.matchMedia(query);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/**
 * How the questions are laid out: `?from=paper` asks for one page; the width of the screen decides the rest, which the
 * server does not know.
 */
export function useLayout(): Layout {
  const wide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
  if (useSearchParams().get("from") === "paper") return "paper";
  return wide ? "wide" : "single";
}
