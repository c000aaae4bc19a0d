import { z } from "zod";
import { commonPasswords } from "./common-passwords";

/**
 * Password rules (docs/security.md 2.1): 15 characters or more, no composition rules, not a common or
 * local one. Pasting and long passphrases are welcome; nothing expires.
 */
export const passwordInput = z
  .string()
  .min(15, { error: "password.short" })
  .max(200, { error: "password.long" })
  .refine((password) => !isGuessable(password), { error: "password.guessable" });

/** Words of this service that everybody would try first. */
const localWords = [
  "sukjai",
  "สุขใจ",
  "phrae",
  "แพร่",
  "pracharat",
  "ประชารัฐ",
  "สวัสดิการ",
  "บัตรคนจน",
  "account officer",
];
/** Runs along a Latin or Thai keyboard, forwards; the reverse is tried too. */
const keyboardRuns = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "ๅภถุคตจขช",
  "ๆไำพะัีรนยบล",
  "ฟหกดเาสว",
  "ผปแอิืทม",
  "abcdefghijklmnopqrstuvwxyz",
];

/**
 * Whether a password is a common one, or little is left of it once common passwords, words of the service and
 * keyboard runs are taken out.
 */
export function isGuessable(password: string): boolean {
  const text = password.normalize("NFC").toLowerCase();
  if (commonPasswords.has(text)) return true;
  let rest = text;
  for (const word of [...localWords, ...keyboardRuns.flatMap(pieces), ...commonPasswords]) {
    if (word.length >= 4) rest = rest.split(word).join("");
  }
  // What remains after the known pieces must itself hold six different letters, or little was hidden: neither one
  // letter again and again nor a number.
  return new Set(rest.replace(/[\s\d\p{P}]/gu, "")).size < 6;
}

/** Every run of four keys and more, both ways, longest first. */
function pieces(run: string): string[] {
  const letters = [...run];
  const found: string[] = [];
  for (const line of [letters, [...letters].reverse()]) {
    for (let size = line.length; size >= 4; size--) {
      for (let start = 0; start + size <= line.length; start++)
        found.push(line.slice(start, start + size).join(""));
    }
  }
  return found;
}
