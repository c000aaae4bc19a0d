import { PacksMessages } from "@/i18n/client/packs";

export default function Layout({ children }: LayoutProps<"/packs">) {
  return <PacksMessages>{children}</PacksMessages>;
}
