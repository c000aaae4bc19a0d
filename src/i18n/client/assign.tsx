"use client";

import { assign } from "../th/assign";
import { caseload } from "../th/caseload";
import { district } from "../th/district";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { assign, caseload, district };

export function AssignMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
