"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False until the browser has taken over the page. A submit button stays disabled until then: a form that
 * the browser sent by itself would put a name or a number into the address.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
