import { PreparationMessages } from "@/i18n/client/preparation";

export default function Layout({ children }: LayoutProps<"/district/plan">) {
  return <PreparationMessages>{children}</PreparationMessages>;
}
