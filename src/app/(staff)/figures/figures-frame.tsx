import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DashboardTrail } from "@/app/parts/dashboard-trail";
import { type FigureArea, figureQuery } from "@/domain/figures/area";
import type { Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { FilterLinks } from "@/ui/filter-links";
import { PageHeading } from "@/ui/page-heading";

/** The pictures, in the order of the way on. */
const pictures = ["trend", "compare", "map", "funnel", "take-up"] as const;
export type Picture = (typeof pictures)[number];

type Props = {
  picture: Picture;
  area: FigureArea;
  /** The area's name without อำเภอ or จังหวัด. */
  name: string;
  today: string;
  role: Role;
  /** The districts of the province by code; a head of one has no choice. */
  districts: Readonly<Record<string, string>>;
  title: ReactNode;
  sub?: ReactNode;
  children: ReactNode;
};

/** What every picture has: its sentence, the day, the other pictures, and of which area it is. */
export function FiguresFrame(props: Props) {
  const { picture, area, name, today, role, districts, title, sub, children } = props;
  const t = useTranslations("figures");
  const words = useTranslations("words");
  const ofDistrict = "districtCode" in area;
  const isChosen = (code: string) => ofDistrict && area.districtCode === code;
  return (
    <>
      <PageHeading
        eyebrow={
          <>
            <DashboardTrail role={role} here={t(`picture_${picture}`)} /> ·{" "}
            {t("asOf", {
              place: ofDistrict ? words("district", { name }) : provinceNamed(name),
              date: formatThaiDate(today),
            })}
          </>
        }
        title={title}
        sub={sub}
      />
      <FilterLinks
        label={t("pictures")}
        choices={pictures.map((each) => ({
          href: `/figures/${each}${figureQuery(area)}`,
          label: t(`picture_${each}`),
          current: each === picture,
        }))}
      />
      {role !== "district_chief" && role !== "district_secretary" && (
        <FilterLinks
          label={t("areas")}
          choices={[
            { href: `/figures/${picture}`, label: t("wholeProvince"), current: !ofDistrict },
            ...Object.entries(districts).map(([code, each]) => ({
              href: `/figures/${picture}${figureQuery({ districtCode: code })}`,
              label: each,
              current: isChosen(code),
            })),
          ]}
        />
      )}
      {children}
    </>
  );
}
