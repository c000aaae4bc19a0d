import { InterviewMessages } from "@/i18n/client/interview";

export default function Layout({ children }: LayoutProps<"/holders/[holderId]/assessment">) {
  return <InterviewMessages>{children}</InterviewMessages>;
}
