import { VisitsMessages } from "@/i18n/client/visits";

export default function Layout({ children }: LayoutProps<"/calendar/village">) {
  return <VisitsMessages>{children}</VisitsMessages>;
}
