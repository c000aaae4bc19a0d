import { fieldDaysLeft } from "@/domain/caseload";
import type { TallyRow } from "@/domain/dashboard";
import type { Staff } from "@/domain/headline";
import {
  officersCounted,
  type SharedOfficer,
  type Staffing,
  staffing,
  staffingOfAll,
  usualAssumptions,
} from "@/domain/outreach-plan";
import { rulesOn } from "@/domain/rules/sets";
import { interviewsLeft } from "@/domain/work-left";
import { inForce } from "@/server/caseload/give";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";

type Rows = readonly Pick<
  TallyRow,
  "districtCode" | "mustReach" | "state" | "latestAnswer" | "people"
>[];

/** What there is of account officers in a district. */
type Present = { officers: number; shared: SharedOfficer[] };

/** The account officers of some districts by district, each for the part of a day that the district has of them. */
export async function officersIn(
  { tx }: Scoped,
  districts: readonly string[],
  today: string,
): Promise<(district: string) => Present> {
  const here = { districtCode: { in: [...districts] }, ...inForce(today) };
  const codes = await tx.accountOfficerCode.findMany({
    where: {
      ...inForce(today),
      officer: { status: "active", codes: { some: here } },
    },
    select: { districtCode: true, officerId: true, officer: { select: { name: true } } },
    orderBy: { code: "asc" },
  });
  const worked = (officer: string) =>
    new Set(codes.flatMap((code) => (code.officerId === officer ? code.districtCode : []))).size;
  const counted = codes.map(({ districtCode, officerId, officer: { name } }) => ({
    districtCode,
    name,
    districts: worked(officerId),
  }));
  return (district) => {
    const own = counted.filter(({ districtCode }) => districtCode === district);
    return {
      officers: officersCounted(own.map(({ districts }) => districts)),
      shared: own.flatMap(({ name, districts }) => (districts > 1 ? [{ name, districts }] : [])),
    };
  };
}

/**
 * Account officers that the interviews left need, and how many there are: by district, each by its newest plan, then
 * added up. One district's surplus never hides another's shortage.
 */
export async function staffOf(scope: Scoped, rows: Rows, today: string): Promise<Staff> {
  return staffOfAll(await staffByDistrict(scope, rows, today));
}

export function staffOfAll(districts: ReadonlyMap<string, Staffing>): Staff {
  const each = [...districts.values()];
  return {
    ...staffingOfAll(each),
    districtsShort: each.length > 1 ? each.filter((one) => one.officersMissing).length : null,
  };
}

/** The same of each district that has anybody on the list. */
export async function staffByDistrict(
  scope: Scoped,
  rows: Rows,
  today: string,
): Promise<ReadonlyMap<string, Staffing>> {
  const { tx, ruleSets } = scope;
  const holidays = rulesOn(ruleSets, today).fieldworkHolidays.value;
  const days = fieldDaysLeft(today, await homeVisits(scope, today), holidays);
  const districts = [...new Set(rows.map(({ districtCode }) => districtCode))];
  const [present, plans] = await Promise.all([
    officersIn(scope, districts, today),
    tx.outreachPlan.findMany({
      where: { districtCode: { in: districts } },
      select: { districtCode: true, assumptions: true },
      orderBy: { version: "desc" },
      distinct: ["districtCode"],
    }),
  ]);
  return new Map(
    districts.map((code) => {
      const own = rows.filter(({ districtCode }) => districtCode === code);
      const plan = plans.find(({ districtCode }) => districtCode === code);
      const { interviewsADay } = plan?.assumptions ?? usualAssumptions;
      const { officers } = present(code);
      return [code, staffing(interviewsLeft(own).all, days, interviewsADay, officers)];
    }),
  );
}
