import { createTranslator } from "use-intl/core";
import { chosen, type Messages } from "./chosen";
import { consoleText } from "./th/console";
import { digest } from "./th/digest";

/** The messages of all screens, and those that no screen shows: of the command line and the daily mail. */
const messages = { ...chosen.messages, console: consoleText, digest };
type AllMessages = Messages & { console: typeof consoleText; digest: typeof digest };

/**
 * Words for what is written without a screen: files, mails, the command line. The only way of server and command line
 * to a message; a key that is not there is a fault, never a text.
 */
export const say = createTranslator<AllMessages>({
  ...chosen,
  messages,
  onError: (error) => {
    throw error;
  },
});

type Namespace = keyof AllMessages;
export type MessageKey = {
  [Name in Namespace]: `${Name}.${keyof AllMessages[Name] & string}`;
}[Namespace];
export type ConsoleKey = keyof typeof consoleText;
