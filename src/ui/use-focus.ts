"use client";

import { useEffect, useRef } from "react";

/** Gives the focus to an element as it appears; React's own `autoFocus` does not do so for links. */
export function useFocus<Element extends HTMLElement>() {
  const element = useRef<Element>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
