import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";

/** Also the answer for a record outside the reader's reach: it does not say which of the two. */
export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto flex max-w-form flex-col items-start gap-4 px-4 py-12">
      <h1 className="text-2xl">{t("notFoundTitle")}</h1>
      <p>{t("notFoundText")}</p>
      <LinkButton href="/">{t("backHome")}</LinkButton>
    </main>
  );
}
