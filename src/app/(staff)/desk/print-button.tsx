"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";

export function PrintButton() {
  const t = useTranslations("desk");
  return (
    <Button icon={Printer} autoFocus onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
