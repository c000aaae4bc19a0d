import { useTranslations } from "next-intl";
import { EntitlementFigures } from "@/app/parts/entitlement-figures";
import type { Entitlements } from "@/domain/entitlement-sums";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

type Props = {
  entitlements: Entitlements;
  /** Where the same sums stand by district, for whom there are several. */
  areas?: string;
};

/** What is due to the reader's people by the rules, and what a day too late costs; nothing while there are no people. */
export function HomeEntitlements({ entitlements, areas }: Props) {
  const t = useTranslations("entitlement");
  const { whole, forecast } = entitlements;
  if (whole.people === 0 && !forecast?.all.people) return null;
  return (
    <div className="mt-4">
      <Card
        title={t("title")}
        sub={t("subShort")}
        actions={
          areas && (
            <Link href={areas} className="touch">
              {t("byDistrict")}
            </Link>
          )
        }
      >
        <EntitlementFigures entitlements={entitlements} within={{}} />
      </Card>
    </div>
  );
}
