"use client";

import { signIn } from "../th/sign-in";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { signIn };

export function SignInMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
