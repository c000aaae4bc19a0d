import { ExportsMessages } from "@/i18n/client/exports";

export default function Layout({ children }: LayoutProps<"/runs">) {
  return <ExportsMessages>{children}</ExportsMessages>;
}
