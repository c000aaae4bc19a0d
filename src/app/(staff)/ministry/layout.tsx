import { MinistryMessages } from "@/i18n/client/ministry";

export default function Layout({ children }: LayoutProps<"/ministry">) {
  return <MinistryMessages>{children}</MinistryMessages>;
}
