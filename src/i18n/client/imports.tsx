"use client";

import { imports } from "../th/imports";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { imports };

export function ImportsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
