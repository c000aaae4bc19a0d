"use client";

import { useSyncExternalStore } from "react";

/** A person picked in the list, and their account officer at that moment: the preview needs it. */
export type Pick = { id: string; officerId: string | null };

/**
 * Picks are kept only in the browser's memory, across the pages of the list: lost on reload, never in an address
 * or in storage.
 */
let picks: readonly Pick[] = [];
const nobody: readonly Pick[] = [];
const listeners = new Set<() => void>();

export function setPicks(next: readonly Pick[]): void {
  picks = next;
  for (const listener of listeners) listener();
}

let listed = "";

/** Tells which list is shown: whoever was picked in another is out of sight, and nobody out of sight is handed over. */
export function picksOf(list: string): void {
  if (list !== listed) setPicks(nobody);
  listed = list;
}

/** Who is picked now. */
export function usePicks(): readonly Pick[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => picks,
    () => nobody,
  );
}
