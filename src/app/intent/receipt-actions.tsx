import { useTranslations } from "next-intl";
import { PrintButton } from "@/app/printed/print-button";
import { LinkButton } from "@/ui/link-button";

/** @param href where the next person is received */
export function ReceiptActions({ href }: { href: string }) {
  const t = useTranslations("desk");
  return (
    <>
      <LinkButton tone="secondary" href={href}>
        {t("next")}
      </LinkButton>
      <PrintButton label={t("print")} first />
    </>
  );
}
