"use client";

import { useSyncExternalStore } from "react";

/** Somebody picked in the list, and whose he was when he was picked: what a preview needs. */
export type Pick = { id: string; officerId: string | null };

/**
 * Picks live in the browser's memory alone, across the pages of the list: gone with a reload, never in an address
 * or a storage.
 */
let picks: readonly Pick[] = [];
const nobody: readonly Pick[] = [];
const listeners = new Set<() => void>();

export function setPicks(next: readonly Pick[]): void {
  picks = next;
  for (const listener of listeners) listener();
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
