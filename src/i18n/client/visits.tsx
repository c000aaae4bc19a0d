"use client";

import { visits } from "../th/visits";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { visits };

export function VisitsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
