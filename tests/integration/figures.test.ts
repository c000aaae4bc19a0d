import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type FigureArea, figureArea } from "@/domain/figures/area";
import { type HolderFilter, holderQuery } from "@/domain/holder-filter";
import { holdersMatching } from "@/server/caseload/matching";
import { execute } from "@/server/command";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { getMap } from "@/server/figures/map";
import { getTrends, type Trends } from "@/server/figures/trends";
import { type Scoped, scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";

/**
 * Every mark of a picture is the number of the list that it opens, and both are what plain SQL counts of the people: all marks, for
 * every head, of every area in their reach.
 */
beforeAll(loadedDemo);

const heads = ["chief.long", "secretary.mueang", "governor", "treasury"] as const;
const answered = ["declined", "interviewed", "refused_twice"];
const released = ["deceased", "card_cancelled", "moved_away"];

type Mark = { of: string; shown: number; filter: HolderFilter; sql: string };

const inStates = (states: readonly string[]) => states.map((state) => `'${state}'`).join(",");

/** The marks of an area, each with its list and the condition of its SQL. */
function marksOf({ area, trend, parts }: Trends): Mark[] {
  const whole: HolderFilter = "districtCode" in area ? { district: area.districtCode } : {};
  const ofWhole =
    "districtCode" in area
      ? `district_code = '${area.districtCode}'`
      : `province_code = '${area.provinceCode}'`;
  const each = [
    { filter: whole, where: ofWhole, trend },
    ...parts.map((part) => ({
      filter: part.filter,
      where: part.filter.subdistrict
        ? `subdistrict_code = '${part.code}'`
        : `district_code = '${part.code}'`,
      trend: part.trend,
    })),
  ];
  return each.flatMap(({ filter, where, trend: { answered: shown, goal } }) =>
    (
      [
        ["answered", shown, inStates(answered)],
        ["unanswered", goal - shown, null],
      ] as const
    ).map(([block, count, states]) => ({
      of: `${block} ${where}`,
      shown: count,
      filter: { ...filter, cohort: "must_reach" as const, block },
      sql: `SELECT count(*)::int AS people FROM holder WHERE counted AND must_reach AND ${where} AND ${
        states ? `state IN (${states})` : `state NOT IN (${inStates([...answered, ...released])})`
      }`,
    })),
  );
}

async function areasOf(scope: Scoped): Promise<FigureArea[]> {
  const own = figureArea(scope.actor, {});
  if (!own || "districtCode" in own) return own ? [own] : [];
  const districts = await scope.tx.district.findMany({
    where: { provinceCode: own.provinceCode },
    select: { code: true },
  });
  return [own, ...districts.map(({ code }) => ({ districtCode: code }))];
}

/** What each mark says, what its list has, and what plain SQL counts. */
async function read(scope: Scoped) {
  const read: { of: string; shown: number; listed: number; counted: number | undefined }[] = [];
  for (const area of await areasOf(scope)) {
    const trends = await getTrends(scope, area);
    const map = await getMap(scope, area);
    if (!trends || !map) throw new Error(`no picture of ${JSON.stringify(area)}`);
    // The map has the marks of the table beside it.
    expect(
      map.parts
        .filter(({ goal }) => goal > 0)
        .map(({ code, goal, answered, filter }) => ({ code, goal, answered, filter })),
    ).toEqual(
      trends.parts
        .filter(({ trend }) => trend.goal > 0)
        .map(({ code, filter, trend: { goal, answered } }) => ({ code, goal, answered, filter })),
    );
    for (const { of, shown, filter, sql } of marksOf(trends)) {
      const listed = await scope.tx.holder.count({ where: holdersMatching(scope, filter) });
      const [row] = await asSuperuser<{ people: number }>(sql);
      read.push({ of: `${of} ${holderQuery(filter)}`, shown, listed, counted: row?.people });
    }
  }
  return read;
}

describe.each(["2018-02-26", "2018-03-14"])("on %s", (today) => {
  beforeAll(async () => {
    if (today === "2018-02-26") return;
    const console = await signedIn("console");
    const moved = await execute(advanceClock, console, { id: randomUUID(), input: { to: today } });
    expect(moved).toMatchObject({ ok: true });
  });

  it.each(heads)("%s sees marks that are their lists, and what SQL counts", async (login) => {
    const marks = await scoped(await signedIn(login), read);
    expect(marks.length).toBeGreaterThan(10);
    for (const { of, shown, listed, counted } of marks)
      expect({ of, listed, counted }).toEqual({ of, listed: shown, counted: shown });
  });
});

describe("the numbers of 16:30 of the parts", () => {
  it("add up to those of their district on each day that both have", async () => {
    const [days] = await asSuperuser<{ days: number; wrong: number }>(`
      SELECT count(*)::int AS days, count(*) FILTER (WHERE (d.total, d.answered, d.met_waiting, d.to_meet, d.released) IS DISTINCT FROM
        (s.total, s.answered, s.met_waiting, s.to_meet, s.released))::int AS wrong
      FROM day_snapshot d JOIN (SELECT district_code, taken_for, sum(total) AS total, sum(answered) AS answered, sum(met_waiting) AS met_waiting,
        sum(to_meet) AS to_meet, sum(released) AS released FROM subdistrict_day GROUP BY 1, 2) s USING (district_code, taken_for)`);
    expect(days?.days).toBeGreaterThan(50);
    expect(days?.wrong).toBe(0);
  });

  it("are kept for each day of a district, and changed by nobody", async () => {
    const [without] = await asSuperuser<{ n: number }>(`
      SELECT count(*)::int AS n FROM day_snapshot d WHERE NOT EXISTS
        (SELECT FROM subdistrict_day s WHERE s.district_code = d.district_code AND s.taken_for = d.taken_for)`);
    expect(without).toEqual({ n: 0 });
    for (const sql of [
      "UPDATE subdistrict_day SET answered = answered",
      "DELETE FROM subdistrict_day",
    ])
      await expect(asSuperuser(sql), sql).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the picture of a district out of reach", () => {
  it("is nothing: not for a head of another, not for another province", async () => {
    const chief = await signedIn("chief.long");
    expect(figureArea(chief, { district: "5401" })).toBeNull();
    const governor = await signedIn("governor");
    expect(figureArea(governor, { district: "5001" })).toBeNull();
    const unknown = await scoped(governor, (scope) => getTrends(scope, { districtCode: "5499" }));
    expect(unknown).toBeNull();
  });
});

describe("account officers who need help", () => {
  const page = async (login: string) =>
    scoped(await signedIn(login), (scope) => getDistrictDashboard(scope, "5403"));

  it("are named to the district's own heads, with all that they still have to interview", async () => {
    const found = await page("chief.long");
    expect(found?.overloaded?.interviewsADay).toBeGreaterThan(0);
    for (const { officerId, left, subdistricts } of found?.overloaded?.officers ?? []) {
      const own = found?.officers.find((officer) => officer.officerId === officerId);
      expect(own?.progress.left).toBe(left);
      expect(subdistricts).toBeGreaterThan(0);
    }
  });

  it("are named to nobody at the province", async () => {
    for (const login of ["governor", "treasury"]) {
      const found = await page(login);
      expect(found?.officers.length).toBeGreaterThan(0);
      expect(found?.overloaded).toBeNull();
    }
  });
});
