import type { Messages } from "./chosen";

declare module "next-intl" {
  interface AppConfig {
    Locale: "th";
    Messages: Messages;
  }
}
