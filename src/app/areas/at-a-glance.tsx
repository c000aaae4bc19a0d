import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { percent } from "@/domain/dashboard";
import type { Entitlements } from "@/domain/entitlement-sums";
import { figureQuery } from "@/domain/figures/area";
import type { Trend } from "@/domain/figures/trend";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { formatThaiDateShort, formatThaiMonthOfYear } from "@/domain/thai-dates";
import type { Glance } from "@/server/figures/glance";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { TrendPicture } from "./trend-picture";

type Props = {
  glance: Glance;
  entitlements?: Entitlements;
  within: HolderFilter;
  /** The numbers of 16:30 as a table. */
  daily: string;
  /** Where the sums stand with their parts. */
  money: string;
  children?: ReactNode;
};

/** What a head knows in ten seconds: how far, how fast, when it ends, where to help first, how much money. */
export function AtAGlance({ glance, entitlements, within, daily, money, children }: Props) {
  const t = useTranslations("figures");
  const { trend, behind } = glance;
  const query = within.district ? figureQuery({ districtCode: within.district }) : "";
  if (trend.goal === 0) return null;
  const links = [
    [`/figures/trend${query}`, t("picture_trend")],
    [`/figures/compare${query}`, t("picture_compare")],
    [daily, t("byDay")],
    [`/packs${query}`, t("packs")],
  ] as const;
  return (
    <Card
      title={<EndWords trend={trend} from={glance.fieldwork.from} />}
      sub={t("glanceSub", { goal: trend.goal })}
      actions={
        <nav data-screen-only aria-label={t("pictures")} className="flex flex-wrap gap-x-5">
          {links.map(([href, label]) => (
            <Link key={href} href={href} className="touch">
              {label}
            </Link>
          ))}
        </nav>
      }
    >
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[3fr_2fr]">
        <TrendPicture trend={trend} within={within} height="h-64 sm:h-72 xl:h-full xl:min-h-72" />
        <div>
          <dl className="figures grid gap-y-3 sm:grid-cols-2 xl:grid-cols-1">
            <Row term={t("rowAnswered")}>
              <Link
                className="touch text-lg font-bold"
                href={holdersHref({ ...within, cohort: "must_reach", block: "answered" })}
              >
                {t("rowAnsweredOf", {
                  people: trend.answered,
                  goal: trend.goal,
                  share: percent(trend.answered, trend.goal),
                })}
              </Link>
            </Row>
            <Row term={t("rowRate")}>
              <Rate trend={trend} />
            </Row>
            <Row term={t("rowBehind")}>
              <Behind behind={behind} />
            </Row>
            {entitlements && (
              <Row term={t("rowMoney")}>
                <Link href={money} className="touch flex-col items-start">
                  <Money entitlements={entitlements} />
                </Link>
              </Row>
            )}
          </dl>
          {children}
        </div>
      </div>
    </Card>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When the last will have answered, as the first sentence of a picture. */
export function EndWords({ trend, from }: { trend: Trend; from: string }) {
  const t = useTranslations("figures");
  const { end, goal, answered, needed } = trend;
  const until = formatThaiDateShort(trend.until);
  if (end.says !== "done" && needed === null)
    return t("end_over", { until, left: goal - answered });
  return t(`end_${end.says}`, {
    until,
    from: formatThaiDateShort(from),
    day: "day" in end ? formatThaiDateShort(end.day) : "",
  });
}

function Rate({ trend: { recentPerDay, neededPerDay, end } }: { trend: Trend }) {
  const t = useTranslations("figures");
  // Before the home visits nobody is slow yet.
  const slow = end.says === "late" || end.says === "standstill" || end.says === "never";
  return (
    <>
      <span className="block">
        {recentPerDay === null ? t("rateUnknown") : t("rate", { recent: recentPerDay })}
      </span>
      {neededPerDay !== null && neededPerDay > 0 && (
        <span className={`block font-semibold ${slow ? "text-brick" : ""}`}>
          {t("rateNeeded", { needed: neededPerDay })}
        </span>
      )}
    </>
  );
}

function Behind({ behind }: Pick<Glance, "behind">) {
  const t = useTranslations("figures");
  if (behind.length === 0) return t("behindNone");
  return (
    <ol>
      {behind.map(({ code, name, filter, people, of }) => (
        <li key={code}>
          <Link
            href={holdersHref({ ...filter, cohort: "must_reach", block: "unanswered" })}
            className="touch flex-wrap justify-start gap-x-2"
          >
            <span className="font-semibold">{name}</span>
            <span className="text-sm">{t("behindOf", { people, share: percent(people, of) })}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Money({ entitlements: { month, until, whole } }: { entitlements: Entitlements }) {
  const t = useTranslations("figures");
  return (
    <>
      <span className="block text-lg font-bold">
        {t("money", { month: formatThaiMonthOfYear(month), baht: whole.monthBaht })}
      </span>
      <span className="block text-sm">
        {t("moneyUntil", { until: formatThaiMonthOfYear(until), baht: whole.totalBaht })}
      </span>
    </>
  );
}
