import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

/** After the home visits nobody is registered any more: what is done instead for who is on no list. */
export function RegisteringOver() {
  const t = useTranslations("registrations");
  return (
    <div className="max-w-form">
      <PageHeading title={t("over")} />
      <InsteadOfRegistering />
    </div>
  );
}

/** Taken down as an inquiry, which the province puts to the Ministry. */
export function InsteadOfRegistering() {
  const t = useTranslations("registrations");
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t("overText")}</p>
      <LinkButton tone="secondary" icon={MessageSquarePlus} href="/inquiries/new">
        {t("overVerb")}
      </LinkButton>
    </div>
  );
}
