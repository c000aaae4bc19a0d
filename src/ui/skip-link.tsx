import { useTranslations } from "next-intl";

/** First stop of the Tab key; the page's `main` has the id `content`. */
export function SkipLink() {
  const t = useTranslations("kit");
  return (
    <a
      data-chrome
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-50 focus:rounded-button focus:bg-card focus:px-5 focus:py-3 focus:font-semibold"
    >
      {t("skipToContent")}
    </a>
  );
}
