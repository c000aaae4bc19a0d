"use client";

import { officers } from "../th/officers";
import { preparation } from "../th/preparation";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { officers, preparation };

export function ReceivingMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
