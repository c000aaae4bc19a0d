"use client";

import { notifications } from "../th/notifications";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { notifications };

export function NotificationsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
