import { ReferralsMessages } from "@/i18n/client/referrals";

export default function Layout({ children }: LayoutProps<"/answer/[token]">) {
  return <ReferralsMessages>{children}</ReferralsMessages>;
}
