import { useTranslations } from "next-intl";
import { announcedAgencies, projectAgencies } from "@/domain/agencies";
import { keysOf } from "@/domain/tables";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";

/** The agencies that the papers count: by kind, the departments under their ministry, and how many have no name there. */
export function AgenciesCard() {
  const t = useTranslations("catalogue");
  const { named, unnamed } = announcedAgencies;
  const departments = Object.values(projectAgencies).flatMap((agency) =>
    agency.kind === "department" ? [agency] : [],
  );
  const withDepartments = (name: string) => {
    const own = departments.filter(({ under }) => under === name).map(({ full }) => full);
    return own.length > 0 ? t("agencyWith", { name, departments: own.join(" ") }) : name;
  };
  return (
    <Card title={t("agenciesTitle")} sub={t("agenciesSub")}>
      <DescriptionList
        items={[
          ...keysOf(named).map((kind) => ({
            term: t(`agencyKind_${kind}`, { count: named[kind].length }),
            detail: named[kind].map(withDepartments).join(" · "),
          })),
          { term: t("agencyKind_unnamed", { count: unnamed }), detail: t("agencyUnnamed") },
        ]}
      />
    </Card>
  );
}
