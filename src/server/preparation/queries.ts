import { beyondYes } from "@/domain/entitlement-sums";
import { type GroupedTally, type PlanAssumptions, planOutreach } from "@/domain/outreach-plan";
import { rulesOn } from "@/domain/rules/sets";
import { interviewsLeft } from "@/domain/work-left";
import { listSubdistricts } from "@/server/areas/queries";
import { fromDateColumn } from "@/server/clock";
import { namedOrder, orderColumns } from "@/server/delegations/queries";
import { officersIn } from "@/server/preparation/staff";
import { districtFor, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { getTeam } from "@/server/teams/queries";

const own = ({ actor }: Scoped) => districtFor(actor, "outreach.plan", "briefing.hold");

/** The subdistricts of the actor's district with the addressee and the number of the newest letter of each. */
export async function listHostLetters(scope: Scoped) {
  const letters = await scope.tx.hostLetter.findMany({
    where: { districtCode: own(scope) },
    select: { subdistrictCode: true, addressee: true },
    orderBy: [{ subdistrictCode: "asc" }, { recordedAt: "desc" }],
    distinct: ["subdistrictCode"],
  });
  const newest = new Map(letters.map((letter) => [letter.subdistrictCode, letter]));
  const issued = await scope.tx.issuedPaper.findMany({
    where: { districtCode: own(scope), kind: "host_letter" },
    select: { about: true, number: true },
    orderBy: { recordedAt: "asc" },
  });
  const numbers = new Map(issued.map(({ about, number }) => [about, number]));
  const areas = await listSubdistricts({ districtCode: own(scope) }, scope.tx);
  return areas.map(({ code, name }) => ({
    code,
    name,
    /** Null: nobody has confirmed to whom it goes. */
    addressee: newest.get(code)?.addressee ?? null,
    number: numbers.get(code) ?? null,
  }));
}
export type HostLetter = Awaited<ReturnType<typeof listHostLetters>>[number];

/** The counters of the actor's district by subdistrict, age, income and occupation group. */
export async function listGroupedTally(scope: Scoped): Promise<GroupedTally[]> {
  const rows = await scope.tx.holderTally.groupBy({
    by: ["subdistrictCode", "ageClass", "incomeBand", "occupationGroup"],
    where: { districtCode: own(scope) },
    _sum: { people: true },
  });
  return rows.map(({ _sum, ...row }) => ({
    ...row,
    people: _sum.people ?? 0,
  }));
}

/** The counters of a district by what decides the work that is left. */
async function listWork({ tx }: Scoped, districtCode: string) {
  const rows = await tx.holderTally.groupBy({
    by: ["mustReach", "state", "latestAnswer"],
    where: { districtCode },
    _sum: { people: true },
  });
  return rows.map(({ _sum, ...row }) => ({ ...row, people: _sum.people ?? 0 }));
}

/** The facts from which a plan of the actor's district is computed today. */
export async function findPlanFacts(scope: Scoped, today: string) {
  const { tx, ruleSets } = scope;
  const rules = rulesOn(ruleSets, today);
  const districtCode = own(scope);
  const people = async (where: object) =>
    (await tx.holderTally.aggregate({ where: { districtCode, ...where }, _sum: { people: true } }))
      ._sum.people ?? 0;
  const present = await officersIn(scope, [districtCode], today);
  const places = await tx.place.findMany({
    where: { districtCode },
    select: { opensOn: true, closesOn: true },
  });
  return {
    awaited: await people({
      latestAnswer: "none",
      saidYes: false,
      state: { notIn: [...beyondYes] },
    }),
    left: interviewsLeft(await listWork(scope, districtCode)),
    ...present(districtCode),
    places: places.map(({ opensOn, closesOn }) => ({
      opensOn: fromDateColumn(opensOn),
      closesOn: fromDateColumn(closesOn),
    })),
    from: today,
    walkIn: rules.walkIn.value,
    homeVisits: await homeVisits(scope, today),
    holidays: rules.fieldworkHolidays.value,
  };
}

/** The plan of today under these assumptions. */
export async function reckonOutreachPlan(
  scope: Scoped,
  assumptions: PlanAssumptions,
  today: string,
) {
  const facts = await findPlanFacts(scope, today);
  return { facts, result: planOutreach(assumptions, facts) };
}

/** The versions of the plan of the actor's district, newest first. */
export async function listOutreachPlans(scope: Scoped) {
  const plans = await scope.tx.outreachPlan.findMany({
    where: { districtCode: own(scope) },
    select: {
      id: true,
      version: true,
      assumptions: true,
      result: true,
      note: true,
      recordedOn: true,
      recordedBy: { select: { name: true, position: true } },
      delegation: { select: orderColumns },
    },
    orderBy: { version: "desc" },
    take: 50,
  });
  return plans.map(({ recordedOn, assumptions, result, delegation, ...plan }) => ({
    ...plan,
    order: namedOrder(delegation),
    recordedOn: fromDateColumn(recordedOn),
    assumptions: assumptions,
    result: result,
  }));
}
export type OutreachPlan = Awaited<ReturnType<typeof listOutreachPlans>>[number];

/** The briefings of the actor's district, newest day first, with how many came. */
export async function listBriefings(scope: Scoped) {
  const briefings = await scope.tx.briefing.findMany({
    where: { districtCode: own(scope) },
    select: {
      id: true,
      meetOn: true,
      meetAt: true,
      placeName: true,
      _count: { select: { attendance: true } },
    },
    orderBy: [{ meetOn: "desc" }, { recordedAt: "desc" }],
    take: 100,
  });
  return briefings.map(({ meetOn, _count, ...briefing }) => ({
    ...briefing,
    meetOn: fromDateColumn(meetOn),
    came: _count.attendance,
  }));
}
export type BriefingRow = Awaited<ReturnType<typeof listBriefings>>[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One briefing with everybody who is invited and who came; null out of reach. */
export async function findBriefing(scope: Scoped, id: string) {
  if (!uuid.test(id)) return null;
  const briefing = await scope.tx.briefing.findFirst({
    where: { id, districtCode: own(scope) },
    select: {
      id: true,
      meetOn: true,
      meetAt: true,
      placeName: true,
      methods: true,
      agenda: true,
      recordedBy: { select: { name: true, position: true } },
      delegation: { select: orderColumns },
      attendance: {
        select: { id: true, name: true, position: true },
        orderBy: { name: "asc" },
      },
    },
  });
  if (!briefing) return null;
  return {
    ...briefing,
    meetOn: fromDateColumn(briefing.meetOn),
    invited: await listTeam(scope),
  };
}
export type Briefing = NonNullable<Awaited<ReturnType<typeof findBriefing>>>;

/**
 * Who is invited: the team as the governor appointed it, the chief and the chief's staff, account officers with a code
 * here, receiving officers. Nobody is listed twice.
 */
export async function listTeam(scope: Scoped) {
  const districtCode = own(scope);
  const members = (await getTeam(scope, districtCode))?.current?.members ?? [];
  const officers = await scope.tx.officer.findMany({
    where: {
      status: "active",
      OR: [
        {
          districtCode,
          role: { in: ["district_chief", "district_secretary", "receiving_officer"] },
        },
        { role: "account_officer", codes: { some: { districtCode } } },
      ],
    },
    select: { id: true, name: true, position: true, role: true },
    orderBy: [{ name: "asc" }],
    take: 1000,
  });
  const order = ["district_chief", "district_secretary", "account_officer", "receiving_officer"];
  officers.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const seen = new Set<string>();
  // An appointed member is only a name in an order; an officer has a sign-in.
  const appointed = members.map(({ name, position }) => ({ id: null, name, position }));
  return [...appointed, ...officers].flatMap(({ id, name, position }) => {
    if (!name || seen.has(name)) return [];
    seen.add(name);
    return [{ id, name, position: position ?? "" }];
  });
}
