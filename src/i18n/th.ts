import { kit } from "./th/kit";
import { shell } from "./th/shell";

/** All Thai messages, one namespace a subject; a new subject adds its import and its line here. */
export const th = {
  kit,
  shell,
} as const;

export type Messages = typeof th;
