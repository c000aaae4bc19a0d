import { useTranslations } from "next-intl";
import { type PlanFacts, type PlanResult, placesToOpen } from "@/domain/outreach-plan";
import { LinkButton } from "@/ui/link-button";

type Props = {
  result: Pick<PlanResult, "officersMissing" | "placeDaysMissing">;
  facts: Pick<PlanFacts, "from" | "walkIn" | "holidays">;
};

/** What a chief can do about each shortage of the plan: open more days, enter more officers (`AskOfficers`: ask for them). */
export function WaysOut({ result: { officersMissing, placeDaysMissing }, facts }: Props) {
  const t = useTranslations("preparation");
  const open = placesToOpen(placeDaysMissing, facts);
  return (
    <>
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
