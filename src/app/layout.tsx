import "@fontsource/sarabun/400.css";
import "@fontsource/sarabun/600.css";
import "@fontsource/sarabun/700.css";
import "./globals.css";

import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AskAboutEarlier } from "@/app/forms/ask-about-earlier";
import { BaseMessages } from "@/i18n/client/base";
import { SoftLinks } from "@/ui/soft-links";
import { textSizeCookie } from "@/ui/text-size";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    description: t("description"),
    manifest: "/manifest.webmanifest",
    icons: { icon: "/icon.svg", apple: "/apple-touch-icon.png" },
    // A phone number or an ID in a table is not a link to dial.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = { themeColor: "#24436f", width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const big = (await cookies()).get(textSizeCookie)?.value === "big";
  return (
    <html lang="th" data-text={big ? "big" : undefined}>
      <body>
        <BaseMessages>
          <SoftLinks />
          <AskAboutEarlier>{children}</AskAboutEarlier>
        </BaseMessages>
      </body>
    </html>
  );
}
