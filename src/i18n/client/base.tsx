"use client";

import { form } from "../th/form";
import { kit } from "../th/kit";
import { refusal } from "../th/refusal";
import { sending } from "../th/sending";
import { shell } from "../th/shell";
import { words } from "../th/words";
import { type Around, BaseProvider } from "./messages-provider";

const messages = { form, kit, refusal, sending, shell, words };

export function BaseMessages({ children }: Around) {
  return <BaseProvider messages={messages}>{children}</BaseProvider>;
}
