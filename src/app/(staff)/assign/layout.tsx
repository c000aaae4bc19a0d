import { AssignMessages } from "@/i18n/client/assign";

export default function Layout({ children }: LayoutProps<"/assign">) {
  return <AssignMessages>{children}</AssignMessages>;
}
