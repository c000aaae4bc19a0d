"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { agencyName } from "@/domain/agencies";
import {
  askedAgencies,
  asksForAll,
  type OfficersAsked,
  proposeAsked,
} from "@/domain/officers-request";
import { readWholeNumber } from "@/domain/typed-numbers";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";

/** How many account officers each agency is asked for, and the letters that ask: none for 0, none until they add up. */
export function AskOfficers({ missing }: { missing: number }) {
  const t = useTranslations("preparation");
  const [typed, setTyped] = useState(() => {
    const { BAAC, GSB, CDD } = proposeAsked(missing);
    return { BAAC: String(BAAC), GSB: String(GSB), CDD: String(CDD) };
  });
  const numberOf = (agency: keyof OfficersAsked) => readWholeNumber(typed[agency]) ?? 0;
  const asked: OfficersAsked = {
    BAAC: numberOf("BAAC"),
    GSB: numberOf("GSB"),
    CDD: numberOf("CDD"),
  };
  const sum = askedAgencies.reduce((total, agency) => total + asked[agency], 0);
  return (
    <Card title={t("askTitle", { count: missing })} sub={t("askSub")}>
      <div className="grid grid-cols-3 items-end gap-3">
        {askedAgencies.map((agency) => (
          <Field
            key={agency}
            name={`ask-${agency}`}
            label={agencyName(agency)}
            inputMode="numeric"
            autoComplete="off"
            value={typed[agency]}
            onChange={({ target }) => setTyped({ ...typed, [agency]: target.value })}
          />
        ))}
      </div>
      <p aria-live="polite" className="my-3">
        {t("askSum", { sum, count: missing })}
      </p>
      {asksForAll(asked, missing) && (
        <div className="flex flex-wrap gap-3">
          {askedAgencies
            .filter((agency) => asked[agency] > 0)
            .map((agency) => (
              <LinkButton
                key={agency}
                tone="secondary"
                icon={Mail}
                href={`/district/plan/request?agency=${agency}&officers=${asked[agency]}`}
              >
                {t("askOfficers", { agency: agencyName(agency), count: asked[agency] })}
              </LinkButton>
            ))}
        </div>
      )}
    </Card>
  );
}
