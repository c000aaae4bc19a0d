import { DeskMessages } from "@/i18n/client/desk";

export default function Layout({ children }: LayoutProps<"/desk">) {
  return <DeskMessages>{children}</DeskMessages>;
}
