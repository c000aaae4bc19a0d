import { StationMessages } from "@/i18n/client/station";

export default function Layout({ children }: LayoutProps<"/sign-in/first">) {
  return <StationMessages>{children}</StationMessages>;
}
