"use client";

import { caseFile } from "../th/case-file";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { caseFile };

export function CaseFileMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
