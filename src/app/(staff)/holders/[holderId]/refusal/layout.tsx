import { AssessmentMessages } from "@/i18n/client/assessment";

export default function Layout({ children }: LayoutProps<"/holders/[holderId]/refusal">) {
  return <AssessmentMessages>{children}</AssessmentMessages>;
}
