import { TransfersMessages } from "@/i18n/client/transfers";

export default function Layout({ children }: LayoutProps<"/transfers">) {
  return <TransfersMessages>{children}</TransfersMessages>;
}
