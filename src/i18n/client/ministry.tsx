"use client";

import { exports } from "../th/exports";
import { returns } from "../th/returns";
import { ticks } from "../th/ticks";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { exports, returns, ticks };

export function MinistryMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
