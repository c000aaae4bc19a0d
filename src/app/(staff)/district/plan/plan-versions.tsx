import { useTranslations } from "next-intl";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { OutreachPlan } from "@/server/preparation/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";

type Props = { plans: readonly OutreachPlan[]; over: boolean };

/** Every version that was kept, newest first. `over`: nothing can be planned any more. */
export function PlanVersions({ plans, over }: Props) {
  const t = useTranslations("preparation");
  return (
    <Card title={t("versions")}>
      {plans.length === 0 &&
        (over ? (
          <EmptyState title={t("versionsWereNone")} />
        ) : (
          <EmptyState title={t("versionsNone")}>{t("versionsNoneText")}</EmptyState>
        ))}
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
