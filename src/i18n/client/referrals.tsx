"use client";

import { referrals } from "../th/referrals";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { referrals };

export function ReferralsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
