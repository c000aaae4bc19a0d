import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import { PrintReceipt } from "./print-receipt";

export function ReceiptActions() {
  const t = useTranslations("desk");
  return (
    <>
      <LinkButton tone="secondary" href="/desk">
        {t("next")}
      </LinkButton>
      <PrintReceipt />
    </>
  );
}
