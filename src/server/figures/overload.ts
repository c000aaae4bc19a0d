import { fieldDaysLeft, unansweredStates } from "@/domain/caseload";
import { overloaded } from "@/domain/figures/overload";
import { usualAssumptions } from "@/domain/outreach-plan";
import type { Period } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { inForce } from "@/server/caseload/give";
import type { Scoped } from "@/server/scope";

type Officer = { officerId: string; name: string; left: number };

/** The account officers of a district who cannot meet all of theirs in time, with their load and how far about it lies. */
export async function listOverloaded(
  scope: Scoped,
  districtCode: string,
  officers: readonly Officer[],
  { today, fieldwork }: { today: string; fieldwork: Period },
) {
  const { tx, ruleSets } = scope;
  const [plan, codes, spread] = await Promise.all([
    tx.outreachPlan.findFirst({
      where: { districtCode },
      select: { assumptions: true },
      orderBy: { version: "desc" },
    }),
    tx.accountOfficerCode.findMany({
      where: { officerId: { in: officers.map(({ officerId }) => officerId) }, ...inForce(today) },
      select: { officerId: true, districtCode: true },
    }),
    tx.holderTally.groupBy({
      by: ["accountOfficerId", "subdistrictCode"],
      where: { districtCode, people: { gt: 0 }, state: { in: [...unansweredStates] } },
    }),
  ]);
  const { interviewsADay } = plan?.assumptions ?? usualAssumptions;
  const holidays = rulesOn(ruleSets, today).fieldworkHolidays.value;
  const loads = officers.map(({ officerId, name, left }) => ({
    ...{ officerId, name, left },
    subdistricts: spread.filter(({ accountOfficerId }) => accountOfficerId === officerId).length,
    districts: Math.max(
      1,
      new Set(codes.flatMap((code) => (code.officerId === officerId ? [code.districtCode] : [])))
        .size,
    ),
  }));
  return {
    interviewsADay,
    officers: overloaded(loads, {
      interviewsADay,
      days: fieldDaysLeft(today, fieldwork, holidays),
    }),
  };
}
export type Overloaded = Awaited<ReturnType<typeof listOverloaded>>;
