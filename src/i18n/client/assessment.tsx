"use client";

import { assessment } from "../th/assessment";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { assessment };

export function AssessmentMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
