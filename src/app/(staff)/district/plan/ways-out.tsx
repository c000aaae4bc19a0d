import { useTranslations } from "next-intl";
import { agencyName } from "@/domain/agencies";
import type { PlanResult } from "@/domain/outreach-plan";
import { LinkButton } from "@/ui/link-button";

/** The agencies that a chief may ask for account officers first: the two banks and community development. */
export const askedAgencies = ["BAAC", "GSB", "CDD"] as const;

type Props = { result: Pick<PlanResult, "officersMissing" | "placeDaysMissing"> };

/** What a chief can do about each shortage of the plan: ask for officers by letter, and open more days. */
export function WaysOut({ result: { officersMissing, placeDaysMissing } }: Props) {
  const t = useTranslations("preparation");
  return (
    <>
      {officersMissing
        ? askedAgencies.map((agency) => (
            <LinkButton
              key={agency}
              tone="secondary"
              href={`/district/plan/request?agency=${agency}`}
            >
              {t("askOfficers", { agency: agencyName(agency), count: officersMissing })}
            </LinkButton>
          ))
        : null}
      {placeDaysMissing ? (
        <LinkButton tone={officersMissing ? "secondary" : "primary"} href="/desk/places">
          {t("openDays", { days: placeDaysMissing })}
        </LinkButton>
      ) : null}
      {officersMissing ? (
        <LinkButton tone="quiet" href="/district/officers">
          {t("issueCodes")}
        </LinkButton>
      ) : null}
    </>
  );
}
