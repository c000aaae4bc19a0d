import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/ui/button-style";

/** The same paper as a Word file, which offices edit before they sign. */
export function WordLink({ href }: { href: string }) {
  const t = useTranslations("letter");
  return (
    <a data-screen-only href={href} download className={buttonClass("secondary")}>
      <FileText aria-hidden size={20} className="shrink-0" />
      {t("word")}
    </a>
  );
}
