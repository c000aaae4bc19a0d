"use client";

import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { usePicks } from "@/app/parts/picks";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

type Choice = { value: string; label: string };
type Props = {
  /** How many are on the list. */
  people: number;
  colleagues: readonly Choice[];
  districts: readonly Choice[];
  filter: Record<string, string>;
  /** Those picked in this browser instead. */
  picking: boolean;
};

/** To whom, why, and where they live now. */
export function AskForm({ people: onList, colleagues, districts, filter, picking }: Props) {
  const t = useTranslations("transfers");
  const picks = usePicks();
  const people = picking ? picks.length : onList;
  if (people === 0)
    return (
      <>
        <PageHeading title={t("nobody")} />
        <EmptyState
          title={t("nobodyText")}
          action={<LinkButton href="/holders">{t("toList")}</LinkButton>}
        />
      </>
    );
  return (
    <div className="max-w-form">
      <PageHeading title={t("newHeadline", { people })} sub={t("newSub")} />
      <CommandForm
        command="askTransfer"
        fixed={{ filter, picked: picking ? picks.map(({ id }) => id) : [], expected: people }}
        fields={[
          {
            name: "to",
            sends: false,
            kind: "choice",
            label: t("toWhom"),
            choices: [
              { value: "colleague", label: t("toWhomColleague") },
              { value: "district", label: t("toWhomDistrict") },
            ],
          },
          {
            name: "officerCode",
            kind: "select",
            label: t("colleague"),
            choices: colleagues,
            when: { field: "to", is: ["colleague"] },
          },
          {
            name: "districtCode",
            kind: "select",
            label: t("district"),
            choices: districts,
            when: { field: "to", is: ["district"] },
          },
          {
            name: "presentAddress",
            kind: "text",
            label: t("presentAddress"),
            hint: t("addressHint"),
            when: { field: "to", is: ["district"] },
          },
          { name: "reason", kind: "text", label: t("reason") },
        ]}
        submit={t("ask")}
        then="/transfers"
        aside={
          <LinkButton href="/holders" tone="quiet">
            {t("back")}
          </LinkButton>
        }
      />
    </div>
  );
}
