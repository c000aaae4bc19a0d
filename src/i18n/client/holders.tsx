"use client";

import { caseload } from "../th/caseload";
import { transfers } from "../th/transfers";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { caseload, transfers };

export function HoldersMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
