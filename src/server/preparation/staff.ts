import { fieldDaysLeft } from "@/domain/caseload";
import type { TallyRow } from "@/domain/dashboard";
import type { Staff } from "@/domain/headline";
import { staffing, usualAssumptions } from "@/domain/outreach-plan";
import { rulesOn } from "@/domain/rules/sets";
import { interviewsLeft } from "@/domain/work-left";
import { inForce } from "@/server/caseload/give";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";

type Rows = readonly Pick<
  TallyRow,
  "districtCode" | "mustReach" | "state" | "latestAnswer" | "people"
>[];

/**
 * Account officers that the interviews left need, and how many there are: by district, each by its newest plan, then
 * added up. One district's surplus never hides another's shortage.
 */
export async function staffOf(scope: Scoped, rows: Rows, today: string): Promise<Staff> {
  const { tx, ruleSets } = scope;
  const holidays = rulesOn(ruleSets, today).fieldworkHolidays.value;
  const days = fieldDaysLeft(today, await homeVisits(scope, today), holidays);
  const districts = [...new Set(rows.map(({ districtCode }) => districtCode))];
  const codes = await tx.accountOfficerCode.groupBy({
    by: ["districtCode"],
    where: { districtCode: { in: districts }, ...inForce(today) },
    _count: true,
  });
  const plans = await tx.outreachPlan.findMany({
    where: { districtCode: { in: districts } },
    select: { districtCode: true, assumptions: true },
    orderBy: { version: "desc" },
    distinct: ["districtCode"],
  });
  const each = districts.map((code) => {
    const own = rows.filter(({ districtCode }) => districtCode === code);
    const plan = plans.find(({ districtCode }) => districtCode === code);
    const { interviewsADay } = plan?.assumptions ?? usualAssumptions;
    const officers = codes.find(({ districtCode }) => districtCode === code)?._count ?? 0;
    return staffing(interviewsLeft(own).all, days, interviewsADay, officers);
  });
  return {
    officersNeeded: addUp(each.map(({ officersNeeded }) => officersNeeded)),
    officers: addUp(each.map(({ officers }) => officers)) ?? 0,
    officersMissing: addUp(each.map(({ officersMissing }) => officersMissing)),
    districtsShort: districts.length > 1 ? each.filter((one) => one.officersMissing).length : null,
  };
}

/** The sum; null where one of them cannot be said. */
function addUp(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}
