import { useTranslations } from "next-intl";
import type { VillageToPrint } from "@/server/assessments/queries";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

/** The villages that the reader may see with holders who wait for an interview; each opens its forms. */
export function VillageList({ villages }: { villages: readonly VillageToPrint[] }) {
  const t = useTranslations("paperForm");
  return (
    <div className="max-w-form">
      <PageHeading title={t("villagesTitle")} sub={t("villagesSub")} />
      {villages.length === 0 && <EmptyState title={t("villagesEmpty")} />}
      <ul className="flex flex-col gap-2">
        {villages.map(({ subdistrictCode, subdistrict, moo, people }) => (
          <li key={`${subdistrictCode}-${moo}`}>
            <Link
              href={`/print/forms?subdistrict=${subdistrictCode}&moo=${moo}`}
              className="flex min-h-12 items-center justify-between gap-4 rounded-card border border-edge bg-card px-4 py-3 no-underline hover:border-indigo hover:bg-indigo-tint"
            >
              <strong>{t("village", { subdistrict, moo })}</strong>
              <span className="keep figures">{t("people", { count: people })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
