import { ReferralsMessages } from "@/i18n/client/referrals";

export default function Layout({ children }: LayoutProps<"/referrals">) {
  return <ReferralsMessages>{children}</ReferralsMessages>;
}
