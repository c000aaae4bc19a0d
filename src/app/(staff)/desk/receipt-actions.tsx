import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import { PrintReceipt } from "./print-receipt";

/** @param href where the next person is received */
export function ReceiptActions({ href }: { href: string }) {
  const t = useTranslations("desk");
  return (
    <>
      <LinkButton tone="secondary" href={href}>
        {t("next")}
      </LinkButton>
      <PrintReceipt />
    </>
  );
}
