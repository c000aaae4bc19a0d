"use client";

import { exports } from "../th/exports";
import { runAnswers } from "../th/run-answers";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { runAnswers, exports };

export function RunsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
