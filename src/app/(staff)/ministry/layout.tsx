import { ExportsMessages } from "@/i18n/client/exports";

export default function Layout({ children }: LayoutProps<"/ministry">) {
  return <ExportsMessages>{children}</ExportsMessages>;
}
