import { useTranslations } from "next-intl";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

/** After the home visits: no visits are left to even out, and what follows instead. */
export function BalanceOver() {
  const t = useTranslations("caseload");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/assign">{t("moveTitle")}</Link>}
        title={t("balanceOver")}
      />
      <EmptyState
        title={t("balanceOverText")}
        action={<LinkButton href="/follow-ups">{t("balanceOverFollowUps")}</LinkButton>}
      />
    </>
  );
}
