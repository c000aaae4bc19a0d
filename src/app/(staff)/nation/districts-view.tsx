import { useTranslations } from "next-intl";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import type { PublishedDistricts } from "@/server/published/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { ShareOf, Withheld } from "./nation-view";
import { PublishedTable } from "./published-table";

/** What is published of the districts of one province. */
export function DistrictsView({ districts }: { districts: PublishedDistricts }) {
  const t = useTranslations("nation");
  const { on, rules, name, whole } = districts;
  return (
    <>
      <PageHeading
        eyebrow={
          <>
            <Link href="/nation">{t("title")}</Link> / {provinceNamed(name)}
          </>
        }
        title={t("districts", { province: provinceNamed(name) })}
        sub={t("asOf", { on: formatThaiDate(on) })}
      />
      <div className="grid grid-cols-1 gap-4">
        <Card title={t("districts", { province: provinceNamed(name) })} sub={t("unitPeople")}>
          <PublishedTable rules={rules} area="district" rows={districts.districts} whole={whole} />
          <ShareOf rules={rules} />
        </Card>
        <Withheld />
      </div>
    </>
  );
}
