import { ReceivingMessages } from "@/i18n/client/receiving";

export default function Layout({ children }: LayoutProps<"/district/receiving">) {
  return <ReceivingMessages>{children}</ReceivingMessages>;
}
