"use client";

import { exports } from "../th/exports";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { exports };

export function ExportsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
