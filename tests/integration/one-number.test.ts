import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { coverageBlocks } from "@/domain/caseload";
import type { AreaProgress } from "@/domain/dashboard";
import type { EntitlementRow, Entitlements } from "@/domain/entitlement-sums";
import { type HolderFilter, holderQuery, readHolderFilter } from "@/domain/holder-filter";
import { readPapersOf } from "@/domain/intent";
import { ministryShown, ministryStates, wishesHref } from "@/domain/ministry";
import type { Actor } from "@/domain/policy";
import { lateKinds, referralStatesInOrder } from "@/domain/referral";
import { readReferralFilter, referralsHref } from "@/domain/referral-filter";
import { calendarDays } from "@/domain/visit";
import { listVillages } from "@/server/assessments/queries";
import { inForce } from "@/server/caseload/give";
import { countHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { countWithoutOfficer, listWithoutOfficer } from "@/server/caseload/queries";
import { programmeDate } from "@/server/clock";
import { execute } from "@/server/command";
import { getDistrictDays, getProvinceDay } from "@/server/daily/queries";
import {
  type DistrictDashboard,
  getDistrictDashboard,
  getProvinceDashboard,
} from "@/server/dashboards/queries";
import type { SheetMaker } from "@/server/exports/columns";
import { areasSheet, officersSheet } from "@/server/exports/tables";
import { getHome } from "@/server/home/queries";
import { listPendingPapers, listRecorded } from "@/server/intents/queries";
import type { CutoffView } from "@/server/ministry/cutoff";
import { listMinistry, readMinistryKind, readMinistryState } from "@/server/ministry/queries";
import { getDeskDay } from "@/server/places/queries";
import { findPlanFacts } from "@/server/preparation/queries";
import { countReferrals, countReferred, listReferrals } from "@/server/referrals/queries";
import { listReportMonths, listReports, listReportsWaiting } from "@/server/reports/queries";
import { type Scoped, scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { listSupervised } from "@/server/supervision/queries";
import { listCalendar } from "@/server/visits/calendar";
import { loadWalk } from "@/server/visits/day";
import { loadedDemo, signedIn } from "./demo-world";
import { rowsOf } from "./export-files";

/**
 * One duty, one number: whatever two pages call by one name, they say the same number of it; and a card opens a list of as
 * many as it says. For every role, in the months of the demo.
 */
const months = ["2018-02-26", "2018-03-14", "2018-06-15", "2018-09-14"] as const;
const logins = [
  "chief.mueang",
  "secretary.long",
  "governor",
  "treasury",
  "baac.mueang",
  "cdd.long",
  "desk1.mueang",
  "agency.baac",
] as const;

beforeAll(loadedDemo);

/** What each page says of a name. */
type Said = Record<string, Record<string, number | undefined>>;

/** The cards of the home page, and the list that each of them opens. */
async function cardsOf(scope: Scoped): Promise<Said> {
  const { cards, waiting, owed, today, cutoff, entitlements } = await getHome(scope);
  const said: Said = cutoff ? await wishesOf(scope, "home", cutoff) : {};
  for (const [filter, home] of entitlements ? listsOf(entitlements) : [])
    said[`due ${holderQuery(filter)}`] = {
      home,
      counted: await countHolders(scope, filter),
      list: await scope.tx.holder.count({ where: holdersMatching(scope, filter) }),
    };
  for (const { key, count, href } of [...cards, ...waiting, ...owed]) {
    said[key] = { home: count };
    const opened = await lengthOf(scope, href, today);
    if (opened !== null) said[key].list = opened;
  }
  return said;
}

/** How many the list behind an address has; null for a page that this test does not know. */
async function lengthOf(scope: Scoped, href: string, today: string): Promise<number | null> {
  const { pathname, searchParams } = new URL(href, "http://sukjai");
  const given = Object.fromEntries(searchParams);
  switch (pathname) {
    case "/holders":
      return scope.tx.holder.count({ where: holdersMatching(scope, readHolderFilter(given)) });
    case "/calendar":
      return (await listCalendar(scope, calendarDays, given.day)).appointments.length;
    case "/referrals":
      return (await listReferrals(scope, readReferralFilter(given), 1)).total;
    case "/desk/today":
      return (await listRecorded(scope, today, given.mine === "1")).length;
    case "/desk/confirmations":
      return (await listPendingPapers(scope, readPapersOf(given))).length;
    case "/reports": {
      if (given.waiting === "1") return (await listReportsWaiting(scope, "read")).length;
      if (given.waiting === "sign") return (await listReportsWaiting(scope, "sign")).length;
      if (given.waiting === "send") return (await listReportsWaiting(scope, "send")).length;
      if (given.waiting === "prepare")
        return (await listReportMonths(scope, await programmeDate(scope.tx))).toPrepare.length;
      return (await listReports(scope, given.month ?? ""))?.missing.length ?? 0;
    }
    case "/ministry":
      return (await listMinistry(scope, ministryAsked(given)))?.total ?? 0;
    default:
      return null;
  }
}

const ministryAsked = (given: Record<string, string>) => ({
  state: readMinistryState(given.state),
  kind: readMinistryKind(given.kind),
  district: given.district ?? null,
  page: 1,
});

const total = (areas: readonly AreaProgress[], of: (area: AreaProgress) => number) =>
  areas.reduce((sum, area) => sum + of(area), 0);

/** The page of a district or province, its table, its files' figures and its numbers of 16:30 at this moment. */
async function areaOf(scope: Scoped): Promise<Said> {
  const { districtCode } = scope.actor;
  const district = districtCode ? await getDistrictDashboard(scope, districtCode) : null;
  const page = district ?? (await getProvinceDashboard(scope));
  if (!page) return {};
  const areas = district?.subdistricts ?? ("districts" in page ? page.districts : []);
  const said: Said = {
    interviewsLeft: {
      page: page.left.all,
      parts: Object.values(page.left.parts).reduce((sum, part) => sum + part, 0),
      table: total(areas, (area) => area.interviewsLeft),
      counted: await countHolders(scope, { interview: "all" }),
    },
    ...(await wishesOf(scope, "page", page.cutoff)),
    ...(await sumsShown(scope, page)),
    withoutOfficer: {
      page: page.withoutOfficer.all,
      table: total(areas, (area) => area.withoutOfficer),
      counted: await countHolders(scope, { withoutOfficer: "all" }),
    },
    cohort: {
      page: page.coverage.total,
      table: total(areas, (area) => area.mustReach),
      across: total(areas, ({ blocks }) =>
        coverageBlocks.reduce((sum, block) => sum + blocks[block], 0),
      ),
    },
  };
  const file = await sumsOf(scope, areasSheet);
  said.cohort = { ...said.cohort, file: file.get("กลุ่มที่ต้องไปพบ") };
  said.interviewsLeft = { ...said.interviewsLeft, file: file.get("ต้องสัมภาษณ์") };
  said.withoutOfficer = { ...said.withoutOfficer, file: file.get("รอมอบหมาย AO") };
  for (const block of coverageBlocks)
    said[block] = {
      page: page.coverage.blocks[block],
      table: total(areas, ({ blocks }) => blocks[block]),
      states: await countHolders(scope, { cohort: "must_reach", block }),
    };
  return merged(said, district ? await districtOnly(scope) : await provinceOnly(scope));
}

/** The wishes of each state, and all of them: a page's number, and the list that it opens. */
async function wishesOf(scope: Scoped, where: string, { wishes }: CutoffView): Promise<Said> {
  const said: Said = {};
  for (const state of ministryShown) {
    const given = Object.fromEntries(new URLSearchParams(wishesHref(state).split("?")[1]));
    said[`wishes ${state}`] = {
      [where]:
        state === "all"
          ? ministryStates.reduce((sum, each) => sum + wishes[each], 0)
          : wishes[state],
      list: (await listMinistry(scope, ministryAsked(given)))?.total,
    };
  }
  return said;
}

/** What a page says of many people's sums, and the list that each number opens. */
function listsOf({ whole, forecast }: Entitlements): [HolderFilter, number][] {
  const lists: [HolderFilter, number][] = [
    [{ rate: "any" }, whole.people],
    ...whole.rates.map(({ rate, people }): [HolderFilter, number] => [{ rate: `${rate}` }, people]),
  ];
  if (!forecast) return lists;
  const rest = { saidYes: "no" } as const;
  return [
    ...lists,
    [rest, forecast.all.people],
    [{ ...rest, cohort: "must_reach" }, forecast.mustReach.people],
  ];
}

/** To how many people something is due, in all and in each line of the tables, and who may still say yes: each with its list. */
async function sumsShown(
  scope: Scoped,
  { due, entitlements }: Pick<DistrictDashboard, "due" | "entitlements">,
): Promise<Said> {
  const people = (of: (row: EntitlementRow) => number) =>
    due.reduce((sum, row) => sum + of(row), 0);
  const lists: [HolderFilter, number][] = [
    ...listsOf(entitlements),
    [{ dueIn: entitlements.month }, people(({ inMonth }) => inMonth)],
    ...due.map(({ districtCode, incomeBand, yesMonth, rate, people }): [HolderFilter, number] => [
      { district: districtCode, income: incomeBand, yesMonth, rate: `${rate}` },
      people,
    ]),
  ];
  const said: Said = {};
  for (const [filter, page] of lists)
    said[`due ${holderQuery(filter)}`] = {
      page,
      counted: await countHolders(scope, filter),
      list: await scope.tx.holder.count({ where: holdersMatching(scope, filter) }),
    };
  return said;
}

/** The sums of an exported table by its headings. */
async function sumsOf(scope: Scoped, sheet: SheetMaker): Promise<Map<string, number>> {
  const order = { list: "areas", format: "xlsx", filter: {}, view: {}, unmasked: false } as const;
  const made = await sheet(scope, order);
  const last = (await rowsOf(made)).at(-1) ?? [];
  return new Map(made.headers.map((header, column) => [header, Number(last[column])]));
}

/** Pages that only a district has: the plan, the giving out, the supervision. */
async function districtOnly(scope: Scoped): Promise<Said> {
  const { today, districtCode } = { ...(await getHome(scope)), ...scope.actor };
  const waiting = await countWithoutOfficer(scope, districtCode ?? "");
  const codes = [...new Set(waiting.map(({ subdistrictCode }) => subdistrictCode))];
  const given = (await listWithoutOfficer(scope, codes)).length;
  const supervised = (await listSupervised(scope)).rows;
  const dashboard = await getDistrictDashboard(scope, districtCode ?? "");
  const plan = await findPlanFacts(scope, today);
  const days = await getDistrictDays(scope);
  return {
    interviewsLeft: { plan: plan.left.all },
    officers: { plan: plan.officers, page: dashboard?.staff.officers },
    withoutOfficer: {
      assign: waiting.reduce((sum, { people }) => sum + people, 0),
      given,
    },
    leftWithOfficers: {
      file: (await sumsOf(scope, officersSheet)).get("ต้องสัมภาษณ์"),
      supervision: supervised.reduce((sum, { left }) => sum + left, 0),
      officers: dashboard?.officers.reduce((sum, { progress }) => sum + progress.left, 0),
    },
    answered: { daily: days?.now.answered ?? undefined },
    met_waiting: { daily: days?.now.metWaiting ?? undefined },
    to_meet: { daily: days?.now.toMeet },
  };
}

async function provinceOnly(scope: Scoped): Promise<Said> {
  const rows = (await getProvinceDay(scope, null))?.rows ?? [];
  const now = (of: (row: (typeof rows)[number]["now"]) => number | null) =>
    rows.reduce((sum, row) => sum + (of(row.now) ?? 0), 0);
  if (rows.length === 0) return {};
  const { staff } = await getHome(scope);
  const { staffing = [] } = (await getProvinceDashboard(scope)) ?? {};
  const codes = await scope.tx.accountOfficerCode.groupBy({
    by: ["officerId"],
    where: { ...inForce((await getHome(scope)).today) },
  });
  return {
    // One of two districts is half in each: all districts together never have more officers than there are.
    officers: {
      home: staff?.officers,
      table: staffing.reduce((sum, { officers }) => sum + officers, 0),
      persons: codes.length,
    },
    officersMissing: {
      home: staff?.officersMissing ?? undefined,
      table: staffing.some(({ officersMissing }) => officersMissing === null)
        ? undefined
        : staffing.reduce((sum, { officersMissing }) => sum + (officersMissing ?? 0), 0),
    },
    answered: { daily: now(({ answered }) => answered) },
    met_waiting: { daily: now(({ metWaiting }) => metWaiting) },
    to_meet: { daily: now(({ toMeet }) => toMeet) },
  };
}

/** An account officer's lists of the same duty. */
async function caseloadOf(scope: Scoped): Promise<Said> {
  const villages = await listVillages(scope);
  const { today, appointments } = await listCalendar(scope, calendarDays);
  const day = await loadWalk(scope, today);
  const missed = day.parts.reduce((sum, part) => sum + part.missed.length, 0);
  const { cards } = await getHome(scope);
  const parts = ["waitingInterview", "toMeetHere", "voluntaryLeft"];
  return {
    appointmentsToday: {
      calendar: appointments.filter(({ meetOn }) => meetOn === today).length,
      day: day.today.length,
    },
    overdueAppointments: {
      calendar: appointments.filter(({ meetOn }) => meetOn < today).length,
      day: missed,
    },
    interviewsLeft: {
      counted: await countHolders(scope, { interview: "all" }),
      print: villages.reduce((sum, { people }) => sum + people, 0),
      parts: cards.reduce((sum, { key, count }) => sum + (parts.includes(key) ? count : 0), 0),
    },
  };
}

async function deskOf(scope: Scoped): Promise<Said> {
  const day = await getDeskDay(scope);
  return { recordedToday: { desk: day.yes + day.no } };
}

/** Referrals: the chips of the list, each with its length. */
async function referralsOf(scope: Scoped): Promise<Said> {
  const { today, cards, waiting, owed } = await getHome(scope);
  const counts = await countReferrals(scope, today);
  const late = await listReferrals(scope, { late: "unanswered" }, 1, 100_000);
  const home = [...cards, ...waiting, ...owed];
  const card = home.find(({ key }) => key === "answersLate");
  const said: Said = {
    "referrals of every state": {
      chips: referralStatesInOrder.reduce((sum, state) => sum + counts[state], 0),
      list: (await listReferrals(scope, {}, 1)).total,
    },
    answersWaiting: {
      chip: counts.awaited,
      list: (await listReferrals(scope, { answer: "awaited" }, 1)).total,
    },
    answersLate: {
      chip: counts.late.unanswered,
      state: counts.escalated,
      list: (await listReferrals(scope, { state: "escalated" }, 1)).total,
    },
    "people of answersLate": {
      home: card?.people ?? 0,
      list: new Set(
        late.rows.map(
          ({ holderId, personName, holderPlace }) => holderId ?? `${personName} ${holderPlace}`,
        ),
      ).size,
      heading: await countReferred(scope, [{ state: "escalated" }], today),
    },
    "lines of what is not sent": {
      home: home.filter(({ href }) =>
        [referralsHref({ late: "unsent" }), referralsHref({ state: "draft" })].includes(href),
      ).length,
      once: Math.min(1, scope.actor.role === "account_officer" ? counts.draft : counts.late.unsent),
    },
    referralsUnsent: {
      chip: counts.late.unsent,
      list: (await listReferrals(scope, { late: "unsent" }, 1)).total,
    },
  };
  for (const late of lateKinds)
    said[`late ${late}`] = {
      chip: counts.late[late],
      list: (await listReferrals(scope, { late }, 1)).total,
      // What is late in any way stands on the home.
      // What an account officer has not sent is one line there, late or not.
      home:
        late === "unsent" && scope.actor.role === "account_officer"
          ? undefined
          : (home.find(({ href }) => href === referralsHref({ late }))?.count ?? 0),
    };
  return said;
}

const pages: Partial<Record<Actor["role"], ((scope: Scoped) => Promise<Said>)[]>> = {
  district_chief: [areaOf, referralsOf],
  district_secretary: [areaOf, referralsOf],
  governor: [areaOf, referralsOf],
  provincial_officer: [areaOf, referralsOf],
  account_officer: [caseloadOf, referralsOf],
  receiving_officer: [deskOf],
  agency_officer: [referralsOf],
};

function merged(...all: readonly Said[]): Said {
  const sum: Said = {};
  for (const said of all)
    for (const [name, numbers] of Object.entries(said)) sum[name] = { ...sum[name], ...numbers };
  return sum;
}

describe("what pages call by one name is one number", () => {
  for (const month of months)
    it(`on ${month}, for every role`, async () => {
      if (month !== months[0]) {
        const console = await signedIn("console");
        const input = { to: month };
        const moved = await execute(advanceClock, console, { id: randomUUID(), input });
        expect(moved).toMatchObject({ ok: true });
      }
      let compared = 0;
      for (const login of logins) {
        const actor = await signedIn(login);
        const said = await scoped(actor, async (scope) => {
          const all = [await cardsOf(scope)];
          for (const page of pages[actor.role] ?? []) all.push(await page(scope));
          return merged(...all);
        });
        for (const [name, numbers] of Object.entries(said)) {
          const known = Object.entries(numbers).filter(([, number]) => number !== undefined);
          const [first] = known.map(([, number]) => number);
          expect({ login, name, ...Object.fromEntries(known) }).toEqual({
            login,
            name,
            ...Object.fromEntries(known.map(([page]) => [page, first])),
          });
          compared += Number(known.length > 1);
        }
      }
      expect(compared).toBeGreaterThan(40);
    }, 120_000);
});
