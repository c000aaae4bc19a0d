import { OfficersMessages } from "@/i18n/client/officers";

export default function Layout({ children }: LayoutProps<"/district/officers">) {
  return <OfficersMessages>{children}</OfficersMessages>;
}
