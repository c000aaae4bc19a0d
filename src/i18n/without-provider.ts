import { shell } from "./th/shell";

/** What the page says that stands in for a broken root layout: there the messages' provider is gone too. */
export const withoutProvider = {
  locale: "th",
  errorTitle: shell.errorTitle,
  tryAgain: shell.tryAgain,
} as const;
