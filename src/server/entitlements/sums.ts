import type { IsoDate, IsoMonth } from "@/domain/calendar";
import type { TallyRow } from "@/domain/dashboard";
import { type EntitlementRow, entitlementsOf, monthShown } from "@/domain/entitlement-sums";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import { areaFor, type Scoped } from "@/server/scope";

type Area = { districtCode?: string };

/** What a page says of the sums of an area, whose people `people` counts, and the rows that it has them from. */
export async function getEntitlements(
  scope: Scoped,
  today: IsoDate,
  people: readonly TallyRow[],
  area: Area = {},
) {
  const rules = rulesOn(scope.ruleSets, today);
  const due = await listEntitlements(scope, monthShown(rules, today), area);
  return { due, entitlements: entitlementsOf(rules, today, due, people) };
}

/** What is due now to the people of a report: of a district, or of all that the actor reaches. */
export async function sumsNow(scope: Scoped, today: IsoDate, districtCode?: string) {
  const { entitlements } = await getEntitlements(scope, today, [], { districtCode });
  const { month, until, whole } = entitlements;
  const { rates, monthBaht, totalBaht } = whole;
  return { month, until, rates, monthBaht, totalBaht };
}

/**
 * What is due in an area, or in all that the actor reaches, by district, band, month of the yes and amount, from the counters that the
 * decisions keep (docs/decisions/0038). Nothing for a role that may not see a sum.
 * @param month whose people are `inMonth`
 */
async function listEntitlements(
  { tx, actor }: Scoped,
  month: IsoMonth,
  { districtCode }: Area,
): Promise<EntitlementRow[]> {
  const reach = areaFor(actor, "holder.list");
  if (!reach) return [];
  const district = districtCode ? Prisma.sql`AND district_code = ${districtCode}` : Prisma.empty;
  const asked = toDateColumn(`${month}-01`);
  return tx.$queryRaw<EntitlementRow[]>`
    SELECT district_code AS "districtCode", income_band AS "incomeBand", to_char(yes_month, 'YYYY-MM') AS "yesMonth",
      (satang_a_month / 100)::int AS rate,
      coalesce(sum(people) FILTER (WHERE last), 0)::int AS people,
      coalesce(sum(people) FILTER (WHERE ${asked}::date BETWEEN first_month AND last_month), 0)::int AS "inMonth",
      sum(people * ((extract(year FROM last_month) - extract(year FROM first_month)) * 12
        + extract(month FROM last_month) - extract(month FROM first_month) + 1))::int AS "personMonths"
    FROM entitlement_tally WHERE ${within(reach)} ${district} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
}

function within(reach: NonNullable<ReturnType<typeof areaFor>>) {
  if ("provinceCode" in reach) return Prisma.sql`province_code = ${reach.provinceCode}`;
  if ("districtCode" in reach) return Prisma.sql`district_code = ${reach.districtCode}`;
  return Prisma.sql`account_officer_id = ${reach.accountOfficerId}::uuid`;
}
