import { ImportsMessages } from "@/i18n/client/imports";

export default function Layout({ children }: LayoutProps<"/imports">) {
  return <ImportsMessages>{children}</ImportsMessages>;
}
