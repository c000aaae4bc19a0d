import { RunsMessages } from "@/i18n/client/runs";

export default function Layout({ children }: LayoutProps<"/runs">) {
  return <RunsMessages>{children}</RunsMessages>;
}
