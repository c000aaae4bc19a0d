import { th } from "./th";

/** The language of this installation: one for now and none in the address; all times are said as in Bangkok. */
export const chosen = { locale: "th", messages: th, timeZone: "Asia/Bangkok" } as const;

export type Messages = typeof chosen.messages;
