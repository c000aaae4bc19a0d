"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";

/** Prints the receipt at once on Enter: it has the focus. */
export function PrintReceipt() {
  const t = useTranslations("desk");
  return (
    <Button icon={Printer} autoFocus onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
