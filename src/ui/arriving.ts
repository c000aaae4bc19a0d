"use client";

import { useEffect, useSyncExternalStore } from "react";

/** A module that is too large for the first load of a page and comes when it is first needed. */
export class Arriving<Module> {
  #here: Module | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly bring: () => Promise<Module>) {}

  /** The module, null as long as it has not come. */
  readonly here = () => this.#here;

  /** The module; null where it cannot be had, without a network. The next call asks again. */
  readonly load = async (): Promise<Module | null> => {
    if (this.#here) return this.#here;
    try {
      this.#here = await this.bring();
    } catch {
      return null;
    }
    for (const tell of this.#waiting) tell();
    return this.#here;
  };

  readonly subscribe = (tell: () => void) => {
    this.#waiting.add(tell);
    return () => this.#waiting.delete(tell);
  };
}

const notOnServer = () => null;

/** The module once it has come, else null; with `wanted` it is asked for. */
export function useArrived<Module>(arriving: Arriving<Module>, wanted: boolean): Module | null {
  useEffect(() => {
    if (wanted) void arriving.load();
  }, [arriving, wanted]);
  return useSyncExternalStore(arriving.subscribe, arriving.here, notOnServer);
}
