"use client";

import { preparation } from "../th/preparation";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { preparation };

export function PreparationMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
