import { useTranslations } from "next-intl";
import { AreasTable } from "@/app/areas/areas-table";
import type { PageQuery } from "@/app/parts/table-order";
import type { AreaProgress } from "@/domain/dashboard";
import type { HolderFilter } from "@/domain/holder-filter";
import { KeepWords } from "@/ui/keep-words";

type Props = {
  areas: readonly (AreaProgress & { name: string })[];
  districtCode: string;
  given: PageQuery;
};

export function SubdistrictsCard({ areas, districtCode, given }: Props) {
  const t = useTranslations("district");
  const within: HolderFilter = { district: districtCode };
  return (
    <AreasTable
      title={t("subdistricts")}
      sub={t("subdistrictsSub")}
      areaHeader={t("subdistrict")}
      areas={areas}
      nameOf={({ name }) => <KeepWords>{name}</KeepWords>}
      filterOf={({ code }) => ({ subdistrict: code })}
      whole={{ label: t("total"), filter: within }}
      given={given}
    />
  );
}
