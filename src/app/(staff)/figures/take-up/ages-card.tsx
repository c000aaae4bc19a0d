import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type ProjectAgency, projectAgencies } from "@/domain/agencies";
import { referralsHref, sentAges } from "@/domain/referral-filter";
import type { TakeUpFigures } from "@/server/figures/take-up";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";

/** What each agency has not answered, by how long ago it was sent. */
export function AgesCard({ takeUp: { area, agencies } }: { takeUp: TakeUpFigures }) {
  const t = useTranslations("takeUp");
  const within = "districtCode" in area ? { district: area.districtCode } : {};
  const listOf = (agency: ProjectAgency) => ({ ...within, agency, answer: "awaited" as const });
  return (
    <Card title={t("agesTitle")} sub={t("agesSub")}>
      <DataTable
        caption={t("agesTitle")}
        captionHidden
        phone="scroll"
        rows={agencies}
        rowKey={({ agency }) => agency}
        empty={<EmptyState title={t("nothingWaits")} />}
        columns={[
          {
            key: "agency",
            header: t("agency"),
            cell: ({ agency }) => projectAgencies[agency].short,
          },
          ...sentAges.map(({ id }) => ({
            key: id,
            header: t(`age_${id}`),
            align: "end" as const,
            cell: ({ agency, ages }: TakeUpFigures["agencies"][number]) => (
              <NumberLink
                count={ages[id]}
                href={referralsHref({ ...listOf(agency), sentAge: id })}
              />
            ),
          })),
        ]}
      />
    </Card>
  );
}
