import { NotificationsMessages } from "@/i18n/client/notifications";

export default function Layout({ children }: LayoutProps<"/notifications">) {
  return <NotificationsMessages>{children}</NotificationsMessages>;
}
