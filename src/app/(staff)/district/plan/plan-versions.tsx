import { useTranslations } from "next-intl";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { OutreachPlan } from "@/server/preparation/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";

/** Every version that was kept, newest first. */
export function PlanVersions({ plans }: { plans: readonly OutreachPlan[] }) {
  const t = useTranslations("preparation");
  return (
    <Card title={t("versions")}>
      {plans.length === 0 && (
        <EmptyState title={t("versionsNone")}>{t("versionsNoneText")}</EmptyState>
      )}
      <ul className="divide-y divide-line">
        {plans.map(({ id, version, recordedOn, recordedBy, note }) => (
          <li key={id} className="py-2">
            <Link
              href={`/district/plan/paper?version=${version}`}
              className="inline-flex min-h-12 items-center font-semibold"
            >
              {t("version", { version })}
            </Link>
            <p className="text-soft">
              {t("versionLine", { date: formatThaiDateShort(recordedOn), name: recordedBy.name })}
            </p>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
