import { DeskMessages } from "@/i18n/client/desk";

export default function Layout({ children }: LayoutProps<"/not-received">) {
  return <DeskMessages>{children}</DeskMessages>;
}
