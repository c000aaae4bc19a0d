"use client";

import { station } from "../th/station";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { station };

export function StationMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
