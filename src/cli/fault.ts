import { type ConsoleKey, say } from "@/i18n/words";

/** A mistake of the person at the keyboard: one sentence in each language, exit code 1, no stack. */
export class Fault extends Error {
  constructor(key: ConsoleKey, english: string, what = "") {
    super(`${say(`console.${key}`)}${what ? ` ${what}` : ""}\n${english}`);
  }
}
