import { consoleText } from "@/i18n/th/console";

/** A fault of the person at the keyboard: one sentence in each language, exit code 1, no stack. */
export class Fault extends Error {
  constructor(key: keyof typeof consoleText, english: string, what = "") {
    super(`${consoleText[key]}${what ? ` ${what}` : ""}\n${english}`);
  }
}
