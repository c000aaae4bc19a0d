"use client";

import { officers } from "../th/officers";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { officers };

export function OfficersMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
