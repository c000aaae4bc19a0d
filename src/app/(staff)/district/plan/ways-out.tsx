import { useTranslations } from "next-intl";
import { agencyName } from "@/domain/agencies";
import { type PlanFacts, type PlanResult, placesToOpen } from "@/domain/outreach-plan";
import { LinkButton } from "@/ui/link-button";

/** The agencies that a chief may ask for account officers first: the two banks and community development. */
export const askedAgencies = ["BAAC", "GSB", "CDD"] as const;

type Props = {
  result: Pick<PlanResult, "officersMissing" | "placeDaysMissing">;
  facts: Pick<PlanFacts, "from" | "walkIn" | "holidays">;
};

/** What a chief can do about each shortage of the plan: ask for officers by letter, and open more days. */
export function WaysOut({ result: { officersMissing, placeDaysMissing }, facts }: Props) {
  const t = useTranslations("preparation");
  const open = placesToOpen(placeDaysMissing, facts);
  return (
    <>
      {officersMissing ? (
        <span className="self-center">{t("lacking", { count: officersMissing })}</span>
      ) : null}
      {officersMissing
        ? askedAgencies.map((agency) => (
            <LinkButton
              key={agency}
              tone="secondary"
              href={`/district/plan/request?agency=${agency}`}
            >
              {t("askOfficers", { agency: agencyName(agency) })}
            </LinkButton>
          ))
        : null}
      {open ? (
        <LinkButton tone={officersMissing ? "secondary" : "primary"} href="/desk/places">
          {t("openPlaces", open)}
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
