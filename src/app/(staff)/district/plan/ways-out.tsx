import { useTranslations } from "next-intl";
import { aoAgencyName } from "@/domain/agencies";
import type { PlanHeadline } from "@/domain/headline";
import { LinkButton } from "@/ui/link-button";

/** The agencies that a chief may ask for account officers first: the two banks and community development. */
export const askedAgencies = ["BAAC", "GSB", "CDD"] as const;

/** What a chief can do about the shortage that the headline names: ask for officers by letter, or open another day. */
export function WaysOut({ headline }: { headline: PlanHeadline }) {
  const t = useTranslations("preparation");
  if (headline.says === "place_days_missing")
    return <LinkButton href="/desk/places">{t("openDays", { days: headline.missing })}</LinkButton>;
  if (headline.says !== "officers_missing") return null;
  return (
    <>
      {askedAgencies.map((agency) => (
        <LinkButton key={agency} tone="secondary" href={`/district/plan/request?agency=${agency}`}>
          {t("askOfficers", { agency: aoAgencyName(agency), count: headline.missing })}
        </LinkButton>
      ))}
      <LinkButton tone="quiet" href="/district/officers">
        {t("issueCodes")}
      </LinkButton>
    </>
  );
}
