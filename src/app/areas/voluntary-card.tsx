import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { sumPeople, type TallyRow } from "@/domain/dashboard";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { withoutOfficer } from "@/domain/work-left";
import { Card } from "@/ui/card";

type Props = {
  rows: readonly TallyRow[];
  within: HolderFilter;
  registrations: { people: number; href: string };
};

/** Outside the cohort: voluntary holders who said yes, and who awaits the Ministry's answer. */
export function VoluntaryCard({ rows, within, registrations }: Props) {
  const t = useTranslations("district");
  const wanting = rows.filter((row) => !row.mustReach && row.latestAnswer === "yes");
  const yes = { ...within, cohort: "voluntary", answer: "yes" } as const;
  const lines = [
    { label: t("voluntaryYesCount"), count: sumPeople(wanting), href: holdersHref(yes) },
    {
      label: t("voluntaryWaiting"),
      count: withoutOfficer(rows).parts.voluntary,
      href: holdersHref({ ...within, withoutOfficer: "voluntary" }),
    },
    { label: t("registrationsCount"), count: registrations.people, href: registrations.href },
  ];
  return (
    <Card title={t("voluntary")} sub={t("voluntarySub")}>
      <dl className="figures divide-y divide-line">
        {lines.map(({ label, count, href }) => (
          <div key={label} className="flex min-h-12 items-center justify-between gap-3">
            <dt>{label}</dt>
            <dd>
              <NumberLink strong count={count} href={href} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
