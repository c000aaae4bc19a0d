"use client";

import { desk } from "../th/desk";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { desk };

export function DeskMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
