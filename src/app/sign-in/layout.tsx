import { SignInMessages } from "@/i18n/client/sign-in";

export default function Layout({ children }: LayoutProps<"/sign-in">) {
  return <SignInMessages>{children}</SignInMessages>;
}
