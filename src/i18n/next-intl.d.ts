import type { Messages } from "./th";

declare module "next-intl" {
  interface AppConfig {
    Locale: "th";
    Messages: Messages;
  }
}
