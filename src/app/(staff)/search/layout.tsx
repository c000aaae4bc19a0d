import { DeskMessages } from "@/i18n/client/desk";

export default function Layout({ children }: LayoutProps<"/search">) {
  return <DeskMessages>{children}</DeskMessages>;
}
