import { ExportsMessages } from "@/i18n/client/exports";

export default function Layout({ children }: LayoutProps<"/exports">) {
  return <ExportsMessages>{children}</ExportsMessages>;
}
