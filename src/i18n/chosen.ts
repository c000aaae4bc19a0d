import { locale, timeZone } from "./locale";
import { th } from "./th";

export const chosen = { locale, messages: th, timeZone } as const;

export type Messages = typeof chosen.messages;
