import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

type Props = { previousHref?: string | null; nextHref?: string | null; summary?: ReactNode };

/** Pages of a list that is read by key: only the one before and the one after have an address. */
export function Pager({ previousHref, nextHref, summary }: Props) {
  const t = useTranslations("kit");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav
      data-screen-only
      aria-label={t("pages")}
      className="mt-4 flex flex-wrap items-center gap-3"
    >
      {previousHref && (
        <LinkButton tone="secondary" icon={ArrowLeft} href={previousHref}>
          {t("previousPage")}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton tone="secondary" icon={ArrowRight} href={nextHref}>
          {t("nextPage")}
        </LinkButton>
      )}
      {summary && <p className="text-soft">{summary}</p>}
    </nav>
  );
}
