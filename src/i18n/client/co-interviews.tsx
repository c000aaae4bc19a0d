"use client";

import { coInterviews } from "../th/co-interviews";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { coInterviews };

export function CoInterviewsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
