import { DeskMessages } from "@/i18n/client/desk";
import { RegistrationsMessages } from "@/i18n/client/registrations";

export default function Layout({ children }: LayoutProps<"/registrations">) {
  return (
    <DeskMessages>
      <RegistrationsMessages>{children}</RegistrationsMessages>
    </DeskMessages>
  );
}
