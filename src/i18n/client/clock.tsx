"use client";

import { clock } from "../th/clock";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { clock };

export function ClockMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
