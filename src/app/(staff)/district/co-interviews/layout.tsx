import { CoInterviewsMessages } from "@/i18n/client/co-interviews";

export default function Layout({ children }: LayoutProps<"/district/co-interviews">) {
  return <CoInterviewsMessages>{children}</CoInterviewsMessages>;
}
