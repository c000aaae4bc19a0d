import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import { PrintButton } from "./print-button";

export function ReceiptActions() {
  const t = useTranslations("desk");
  return (
    <>
      <LinkButton tone="secondary" href="/desk">
        {t("next")}
      </LinkButton>
      <PrintButton />
    </>
  );
}
