import { AreaMapsMessages } from "@/i18n/client/area-maps";

export default function Layout({ children }: LayoutProps<"/area-maps">) {
  return <AreaMapsMessages>{children}</AreaMapsMessages>;
}
