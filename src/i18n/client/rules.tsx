"use client";

import { ruleFaults } from "../th/rule-faults";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { ruleFaults };

export function RulesMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
