"use client";

import { packs } from "../th/packs";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { packs };

export function PacksMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
