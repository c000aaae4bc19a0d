import { ClockMessages } from "@/i18n/client/clock";

export default function Layout({ children }: LayoutProps<"/clock">) {
  return <ClockMessages>{children}</ClockMessages>;
}
