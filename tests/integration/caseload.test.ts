import { randomUUID } from "node:crypto";
import { seededRandom } from "@tests/builders/random";
import { beforeAll, describe, expect, it } from "vitest";
import { coverageBlocks, statesOf } from "@/domain/caseload";
import { funnelSteps, leftBys, sexes } from "@/domain/figures/funnel";
import {
  type HolderFilter,
  type HolderFilterKey,
  holderSorts,
  planningGroups,
  readHolderFilter,
} from "@/domain/holder-filter";
import { consentVersion } from "@/domain/intent";
import type { Actor } from "@/domain/policy";
import { assignHolder, assignSubdistricts } from "@/server/caseload/commands";
import { countHolders, listHolders, listOwnPlaces } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { countWithoutOfficer, listWithoutOfficer } from "@/server/caseload/queries";
import { type AnyCommand, execute } from "@/server/command";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { recordIntent } from "@/server/intents/commands";
import { listOpenDesks } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { asSuperuser, loadedDemo, signedIn, wrongCounters } from "./demo-world";

let secretary: Actor;
let treasury: Actor;
beforeAll(async () => {
  await loadedDemo();
  secretary = await signedIn("secretary.long");
  treasury = await signedIn("treasury");
});

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });

async function idsOf(where: string) {
  const rows = await asSuperuser<{ id: string }>(
    `SELECT id FROM holder WHERE ${where} ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

describe("the demo", () => {
  it("holds the seed's table at one for a thousand, in counters that a full count confirms", async () => {
    const dashboard = await scoped(treasury, getProvinceDashboard);
    const cell = (age: string, income: string) =>
      dashboard?.rows
        .filter((row) => row.ageClass === age && row.incomeBand === income)
        .reduce((sum, { people }) => sum + people, 0);
    expect([
      cell("up_to_60", "up_to_30000"),
      cell("up_to_60", "over_30000"),
      cell("over_60", "up_to_30000"),
      cell("over_60", "over_30000"),
    ]).toEqual([5273, 2573, 3076, 547]);
    expect(await wrongCounters()).toEqual([]);
  });

  it("has people in each of the states that occur", async () => {
    const dashboard = await scoped(treasury, getProvinceDashboard);
    for (const state of ["declined", "met_in_february", "assigned", "unassigned"] as const)
      expect(dashboard?.coverage.states[state]).toBeGreaterThan(50);
  });

  it("has a desk open in each district on its first day", async () => {
    for (const slug of ["mueang", "long", "nongmuangkhai"]) {
      const desk = await signedIn(`desk1.${slug}`);
      expect(await scoped(desk, (scope) => listOpenDesks(scope, "2018-02-26"))).not.toEqual([]);
    }
  });
});

/** What an address may ask for of each key. */
const samples: { [Key in HolderFilterKey]: readonly [string, ...string[]] } = {
  district: ["5403", "5401"],
  subdistrict: ["540301", "540302"],
  moo: ["1", "4"],
  cohort: ["must_reach", "voluntary"],
  standing: ["awaiting", "refused"],
  age: ["up_to_60", "over_60"],
  income: ["up_to_30000", "over_30000"],
  group: planningGroups,
  state: ["assigned", "unassigned", "declined", "met_in_february"],
  block: coverageBlocks,
  interview: ["all", "in_area", "met_waiting", "voluntary"],
  withoutOfficer: ["all", "to_meet", "met_waiting", "interviewed", "voluntary"],
  officer: ["none"],
  answer: ["yes", "no", "none"],
  interviewed: ["yes", "no"],
  draft: ["own"],
  assessment: ["pending"],
  refusal: ["pending"],
  cancellation: ["to_confirm"],
  plan: ["active"],
  contacts: ["0", "3"],
  round: ["june_open", "june_done", "september_open"],
  chosen: ["BAAC-01", "CDD-01"],
  takenUp: ["yes"],
  result: ["job", "loan", "training", "income_up", "income_told"],
  ministry: ["unreported", "reported"],
  meetBefore: ["2018-03-15"],
  unassignedSince: ["2018-03-01"],
  rate: ["any", "200", "100"],
  dueIn: ["2018-03", "2018-12"],
  yesMonth: ["2018-02"],
  saidYes: ["no"],
  sex: sexes,
  reached: funnelSteps,
  furthest: funnelSteps,
  leftBy: leftBys,
};

describe("every number of the dashboards", () => {
  const cohort = { cohort: "must_reach" } as const;

  it("is the length of the list that it opens", async () => {
    await scoped(secretary, async (scope) => {
      const dashboard = await getDistrictDashboard(scope, "5403");
      if (!dashboard) throw new Error("No dashboard");
      const { coverage, subdistricts, officers, refused } = dashboard;
      expect(refused).toBe(1);
      const numbers: [HolderFilter, number][] = [
        [cohort, coverage.total],
        [{ ...cohort, refusal: "pending" }, refused],
        ...coverageBlocks.map((block): [HolderFilter, number] => [
          { ...cohort, block },
          coverage.blocks[block],
        ]),
        ...coverageBlocks
          .flatMap(statesOf)
          .map((state): [HolderFilter, number] => [{ ...cohort, state }, coverage.states[state]]),
        ...subdistricts.flatMap(({ code: subdistrict, ...area }): [HolderFilter, number][] => [
          [{ subdistrict, ...cohort }, area.mustReach],
          ...coverageBlocks.map((block): [HolderFilter, number] => [
            { subdistrict, ...cohort, block },
            area.blocks[block],
          ]),
          [{ subdistrict, ...cohort, state: "away" }, area.away],
          [{ subdistrict, interview: "all" }, area.interviewsLeft],
          [{ subdistrict, withoutOfficer: "all" }, area.withoutOfficer],
          [{ subdistrict, cohort: "voluntary", answer: "yes" }, area.voluntaryYes],
        ]),
        ...officers.flatMap(({ officerId: officer, progress }): [HolderFilter, number][] => [
          [{ officer }, progress.people],
          [{ officer, interview: "all" }, progress.left],
          [{ officer, interviewed: "yes" }, progress.interviewed],
        ]),
      ];
      for (const [filter, number] of numbers) {
        const listed = await scope.tx.holder.count({ where: holdersMatching(scope, filter) });
        expect([filter, listed, await countHolders(scope, filter)]).toEqual([
          filter,
          number,
          number,
        ]);
      }
    });
  });

  it("agrees with its list whatever is asked together", async () => {
    const random = seededRandom("filters");
    const officer = await signedIn("baac.long");
    const keys = Object.keys(samples) as HolderFilterKey[];
    let found = 0;
    for (let run = 0; run < 120; run += 1) {
      const asked = [random.pick(keys), random.pick(keys), random.pick(keys)].slice(run % 3);
      const filter = readHolderFilter(
        Object.fromEntries(asked.map((key) => [key, random.pick<string>(samples[key])])),
      );
      await scoped(random.pick([officer, secretary, treasury]), async (scope) => {
        const counted = await scope.tx.holder.count({ where: holdersMatching(scope, filter) });
        const { total } = await listHolders(scope, filter);
        expect([filter, await countHolders(scope, filter), total]).toEqual([
          filter,
          counted,
          counted,
        ]);
        found += Number(counted > 0);
      });
    }
    expect(found).toBeGreaterThan(40);
  });

  it("of a state outside its block leaves nobody", async () => {
    const outside: HolderFilter = { block: "answered", state: "assigned" };
    await scoped(treasury, async (scope) => {
      expect(await countHolders(scope, outside)).toBe(0);
      expect((await listHolders(scope, outside)).rows).toEqual([]);
    });
  });

  it("of the districts sum up to the province's", async () => {
    const province = await scoped(treasury, getProvinceDashboard);
    const toMeet = province?.districts.reduce((sum, district) => sum + district.blocks.to_meet, 0);
    expect(toMeet).toBe(province?.coverage.blocks.to_meet);
    const long = await scoped(treasury, (scope) => getDistrictDashboard(scope, "5403"));
    expect(long?.coverage.blocks.to_meet).toBe(
      province?.districts.find(({ code }) => code === "5403")?.blocks.to_meet,
    );
  });

  it("of another district or province is not for a secretary", async () => {
    expect(await scoped(secretary, (scope) => getDistrictDashboard(scope, "5401"))).toBeNull();
    expect(await scoped(secretary, getProvinceDashboard)).toBeNull();
    expect(await scoped(treasury, (scope) => getDistrictDashboard(scope, "5501"))).toBeNull();
  });
});

describe("the list of holders", () => {
  it("shows everybody once, in the order of Thai names, forwards and backwards", async () => {
    const filter = { subdistrict: "540301" };
    const pages = async (from: "after" | "before", start?: string) => {
      const ids: string[] = [];
      let edge = start;
      do {
        const page = await scoped(secretary, (scope) =>
          listHolders(scope, filter, edge ? { [from]: edge } : {}),
        );
        const onPage = page.rows.map(({ id }) => id);
        if (from === "after") ids.push(...onPage);
        else ids.unshift(...onPage);
        edge = page[from]?.split("=").at(1);
      } while (edge);
      return ids;
    };
    const forwards = await pages("after");
    expect([...forwards].sort()).toEqual(await idsOf("counted AND subdistrict_code = '540301'"));
    const last = forwards.at(-1) ?? "";
    expect([...(await pages("before", last)), last]).toEqual(forwards);

    const names = await asSuperuser<{ name: string }>(
      "SELECT search_name AS name FROM holder WHERE counted AND subdistrict_code = '540301' ORDER BY search_name, id",
    );
    const collator = new Intl.Collator("th");
    const sorted = names.map(({ name }) => name).sort(collator.compare);
    expect(names.map(({ name }) => name)).toEqual(sorted);
  });

  it("shows everybody once in each other order too; an account officer's own in walking order", async () => {
    const officer = await signedIn("baac.long");
    const own = await idsOf(`account_officer_id = '${officer.id}'`);
    for (const sort of holderSorts.filter((each) => each !== "name")) {
      const rows: { id: string }[] = [];
      for (let page: number | undefined = 1; page !== undefined; ) {
        const at: number = page;
        const found = await scoped(officer, (scope) => listHolders(scope, {}, { sort, page: at }));
        rows.push(...found.rows);
        page = found.after ? Number(found.after.split("=").at(1)) : undefined;
      }
      expect(rows.map(({ id }) => id).sort(), sort).toEqual([...own].sort());
    }
    const places = await scoped(officer, (scope) => listOwnPlaces(scope, {}));
    // A chip counts the list that it opens, whatever else narrows it.
    const voluntary = { cohort: "voluntary", state: "interviewed" } as const;
    const narrowed = await scoped(officer, (scope) => listOwnPlaces(scope, voluntary));
    expect(narrowed.states).not.toEqual(places.states);
    for (const { state, people } of narrowed.states)
      expect(
        await scoped(officer, (scope) => countHolders(scope, { ...voluntary, state })),
        state,
      ).toBe(people);
    for (const { subdistrict, moo, people } of narrowed.villages)
      expect(
        await scoped(officer, (scope) => countHolders(scope, { ...voluntary, subdistrict, moo })),
      ).toBe(people);
    expect(places.states.reduce((sum, { people }) => sum + people, 0)).toBe(own.length);
    for (const { state } of places.states) expect(state).not.toBe("unassigned");
  });

  it("begins anew at an id out of reach, which tells nothing", async () => {
    const [foreign] = await idsOf("district_code = '5401'");
    const page = await scoped(secretary, (scope) => listHolders(scope, {}, { after: foreign }));
    const first = await scoped(secretary, (scope) => listHolders(scope, {}));
    expect(page.rows).toEqual(first.rows);
  });

  it("never leaves the district of a secretary or the caseload of an account officer", async () => {
    const elsewhere = await scoped(secretary, (scope) => listHolders(scope, { district: "5401" }));
    expect([elsewhere.rows, elsewhere.total]).toEqual([[], 0]);
    const officer = await signedIn("baac.long");
    const own = await scoped(officer, (scope) => listHolders(scope, {}));
    expect(own.total).toBe((await idsOf(`account_officer_id = '${officer.id}'`)).length);
  });
});

describe("assigning", () => {
  /** A subdistrict of Long in which somebody waits, and how many. */
  async function waiting() {
    const counts = await scoped(secretary, (scope) => countWithoutOfficer(scope, "5403"));
    const [first] = counts.sort((a, b) => (a.subdistrictCode < b.subdistrictCode ? -1 : 1));
    const subdistrictCode = first?.subdistrictCode ?? "";
    const people = counts
      .filter((count) => count.subdistrictCode === subdistrictCode)
      .reduce((sum, count) => sum + count.people, 0);
    return { subdistrictCode, people };
  }

  it("is refused where another number was shown, where the code is another district's, and elsewhere", async () => {
    const { subdistrictCode, people } = await waiting();
    const input = {
      subdistrictCodes: [subdistrictCode],
      officerCode: "5403B001",
      expected: people,
    };
    expect(
      await send(assignSubdistricts, secretary, { ...input, expected: people + 1 }),
    ).toMatchObject({
      code: "CONFLICT",
      detail: { people },
    });
    expect(
      await send(assignSubdistricts, secretary, { ...input, officerCode: "5401B001" }),
    ).toMatchObject({
      code: "INVALID",
    });
    expect(await send(assignSubdistricts, await signedIn("secretary.song"), input)).toMatchObject({
      ok: false,
    });
    expect(await send(assignSubdistricts, await signedIn("baac.long"), input)).toMatchObject({
      ok: false,
    });
    const elsewhere = { ...input, subdistrictCodes: [subdistrictCode, "540101"] };
    expect(await send(assignSubdistricts, secretary, elsewhere)).toMatchObject({
      code: "NOT_FOUND",
    });
    const still = await scoped(secretary, (scope) => listWithoutOfficer(scope, [subdistrictCode]));
    expect(still).toHaveLength(people);
  });

  it("gives everybody who was counted to one officer, once, however often it is sent", async () => {
    const { subdistrictCode, people } = await waiting();
    const before = await idsOf(
      `subdistrict_code = '${subdistrictCode}' AND account_officer_code = '5403C001'`,
    );
    const request = {
      id: randomUUID(),
      input: { subdistrictCodes: [subdistrictCode], officerCode: "5403C001", expected: people },
    };
    const [first, second] = await Promise.all([
      execute(assignSubdistricts, secretary, request),
      execute(assignSubdistricts, secretary, request),
    ]);
    expect(first).toMatchObject({ ok: true, value: { people } });
    expect(second).toEqual(first);
    const after = await idsOf(
      `subdistrict_code = '${subdistrictCode}' AND account_officer_code = '5403C001'`,
    );
    expect(after.length - before.length).toBe(people);
    const moves = await asSuperuser("SELECT id FROM assignment WHERE move_id = $1", [request.id]);
    expect(moves).toHaveLength(people);
    expect(await wrongCounters()).toEqual([]);
  });

  it("of one holder works for the voluntary too, and not twice", async () => {
    const [holderId] = await idsOf(
      "district_code = '5403' AND account_officer_id IS NULL AND age_class = 'over_60'",
    );
    const input = { holderId, officerCode: "5403D001" };
    expect(await send(assignHolder, secretary, input)).toMatchObject({ ok: true });
    expect(
      await send(assignHolder, secretary, { ...input, officerCode: "5403B001" }),
    ).toMatchObject({
      code: "CONFLICT",
      detail: { officerCode: "5403D001" },
    });
    expect(await send(assignHolder, await signedIn("secretary.song"), input)).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("keeps counters equal to a full count through any order of commands", async () => {
  const random = seededRandom("counters");
  const desk = await signedIn("desk1.long");
  const [open] = await scoped(desk, (scope) => listOpenDesks(scope, "2018-02-26"));
  const everybody = await idsOf("district_code = '5403'");
  const codes = ["5403B001", "5403C001", "5403D001", "5403G001"];
  let done = 0;
  for (let step = 0; step < 120; step += 1) {
    const holderId = random.pick(everybody);
    const answer = random.pick(["yes", "no"] as const);
    const result = random.chance(0.5)
      ? await send(assignHolder, secretary, { holderId, officerCode: random.pick(codes) })
      : await send(recordIntent, desk, {
          holderId,
          deskId: open?.id,
          identityChecked: true,
          answer,
          reason: answer === "no" ? "มีงานทำแล้ว" : null,
          consentFinancial: true,
          consentContact: true,
          consentVersion,
          phone: null,
          readAloud: false,
          signedBy: "signature",
          witnesses: [],
          proxy: null,
          nameOnCard: null,
          currentAddress: null,
          currentSubdistrictCode: null,
        });
    if (result.ok) done += 1;
  }
  expect(done).toBeGreaterThan(40);
  expect(await wrongCounters()).toEqual([]);
});
