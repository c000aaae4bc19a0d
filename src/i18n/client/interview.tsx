"use client";

import { assessment } from "../th/assessment";
import { catalogue } from "../th/catalogue";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { assessment, catalogue };

export function InterviewMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
