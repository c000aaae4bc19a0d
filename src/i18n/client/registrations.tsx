"use client";

import { registrations } from "../th/registrations";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { registrations };

export function RegistrationsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
