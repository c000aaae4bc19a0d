import { StationMessages } from "@/i18n/client/station";

export default function Layout({ children }: LayoutProps<"/desk/station">) {
  return <StationMessages>{children}</StationMessages>;
}
