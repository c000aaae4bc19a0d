"use client";

import { transfers } from "../th/transfers";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { transfers };

export function TransfersMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
