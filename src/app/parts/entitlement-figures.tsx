import { useTranslations } from "next-intl";
import type { Entitlements } from "@/domain/entitlement-sums";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { formatThaiDateShort, formatThaiMonthOfYear } from "@/domain/thai-dates";
import { Link } from "@/ui/link";

type Props = { entitlements: Entitlements; within: HolderFilter };

/** The sum that matters first, who gets which amount, and what a day too late costs; each opens its people. */
export function EntitlementFigures({ entitlements, within }: Props) {
  const t = useTranslations("entitlement");
  const { month, until, whole } = entitlements;
  const figures = [
    {
      label: t("until", { month: formatThaiMonthOfYear(until) }),
      value: t("baht", { baht: whole.totalBaht }),
      filter: { rate: "any" as const },
    },
    {
      label: t("month", { month: formatThaiMonthOfYear(month) }),
      value: t("baht", { baht: whole.monthBaht }),
      filter: { dueIn: month },
    },
    ...whole.rates.map(({ rate, people }) => ({
      label: t("rate", { baht: rate }),
      value: t("people", { people }),
      filter: { rate: `${rate}` as const },
    })),
  ];
  return (
    <>
      <dl className="figures grid grid-cols-2 gap-x-5 gap-y-2 lg:flex lg:flex-wrap lg:gap-x-8">
        {figures.map(({ label, value, filter }, index) => (
          <div key={label} className={index === 0 ? "max-lg:col-span-2" : undefined}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd>
              <Link
                href={holdersHref({ ...within, ...filter })}
                className={`touch font-bold ${index === 0 ? "text-2xl" : "text-lg"}`}
              >
                {value}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <Rest entitlements={entitlements} within={within} />
    </>
  );
}

/** Who may still say yes, and what they lose by a day. */
function Rest({ entitlements: { forecast }, within }: Props) {
  const t = useTranslations("entitlement");
  if (!forecast || forecast.all.people === 0) return null;
  const { all, unanswered, declined, until, lostMonths, lostBaht } = forecast;
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-3">
      <Link
        href={holdersHref({ ...within, saidYes: "no" })}
        className="inline-flex min-h-12 items-center font-semibold print:min-h-0"
      >
        {t("rest", { people: all.people })}
      </Link>
      {declined > 0 && (
        <span className="text-soft">{t("restParts", { unanswered, declined })}</span>
      )}
      {lostMonths > 0 && (
        <span className="text-amber">
          {t("late", { until: formatThaiDateShort(until), months: lostMonths, baht: lostBaht })}
        </span>
      )}
    </p>
  );
}
