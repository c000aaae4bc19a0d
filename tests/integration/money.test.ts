import { extension, flat } from "@tests/builders/rule-letters";
import { rules2019 } from "@tests/builders/rules-2019";
import { setToday } from "@tests/integration/desk-world";
import { actsOf, life, saveListed } from "@tests/integration/lives";
import { byCaseFiles, byEntitlements, plain, totalsOn } from "@tests/integration/money-sums";
import { insert, officer, officerRow, onDatabase, type Row } from "@tests/security/world";
import { intentRow, registrationRow } from "@tests/security/world-casework";
import { registrationDecisionRow } from "@tests/security/world-requests";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { moneyTotals } from "@/domain/money";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";
import { type JobClient, withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { readSharedFacts, type SharedFactsRow, sharedFactsSql } from "@/server/money/shared-facts";
import { proveCounters } from "@/server/proof/counters";
import { prove } from "@/server/proof/prove";
import { checkSample, compareDraft } from "@/server/what-if/compare";

/** What is due to everybody, as `sukjai money totals` prints it. */
const treasury = officer("provincial_officer", "54");
const other = officer("provincial_officer", "54");
const asker = officer("account_officer", "5401", "CDD");
const desk = officer("receiving_officer", "5401");
const secretary = officer("district_secretary", "5401");
const people54 = { treasury, asker, desk, secretary };

describe("people to whom anything may happen on any day", () => {
  beforeAll(() =>
    onDatabase(async (client) => {
      for (const actor of [treasury, other, asker, desk, secretary])
        await insert(client, "officer", officerRow(actor));
      await client.query(
        "INSERT INTO account_officer_code (code, officer_id, province_code, district_code, issued_on) VALUES ('5401C001', $1, '54', '5401', '2018-01-20')",
        [asker.id],
      );
    }),
  );

  it("are due on every day what their case files said on that day, also when it is asked months later", async () => {
    const people = fc.sample(life, { numRuns: 400, seed: 2561 });
    const said = new Map<string, unknown>();
    await onDatabase((client) =>
      withJobClient(async (job) => {
        const acts = await actsOf(people, { client, job }, people54);
        for (const day of checked) {
          while (acts[0] && acts[0].on <= day) await acts.shift()?.act();
          said.set(day, await byCaseFiles(day, treasury));
          for (const district of ["5401", "5402"])
            said.set(`${day} ${district}`, await byCaseFiles(day, treasury, district));
          expect(plain(await totalsOn(day)), day).toEqual(said.get(day));
          // Whoever's facts changed was noted, is decided again, and what is kept as due is that.
          await decideLeft(job);
          expect(await provenWrong(job), day).toEqual([]);
          const counters = await proveCounters(client);
          expect(
            counters.flatMap(({ differences }) => differences),
            day,
          ).toEqual([]);
          for (const table of ["entitlement", "entitlement_tally"] as const)
            expect(await byEntitlements(client, table), `${table} ${day}`).toEqual(said.get(day));
        }
      }),
    );
    for (const day of checked) {
      expect(plain(await totalsOn(day)), day).toEqual(said.get(day));
      for (const district of ["5401", "5402"])
        expect(plain(await totalsOn(day, district)), `${day} ${district}`).toEqual(
          said.get(`${day} ${district}`),
        );
    }
    // The days differ, or nothing was shown.
    expect(new Set([...said.values()].map((each) => JSON.stringify(each))).size).toBeGreaterThan(
      checked.length * 2,
    );
  }, 300_000);

  it("get from a draft, counted together, what each gets alone; the set in force changes nothing", async () => {
    const asOf = "2018-12-20";
    await setToday(asOf);
    const here = { asOf, area: null };
    await withJobClient(async (job) => {
      const [rules] = ruleSetsOfCode;
      const same = { ...rules, version: "2018-12-19" };
      const nothing = { gain: 0n, lose: 0n, baht: 0n, visitMore: 0n, visitLess: 0n, menu: 0n };
      const { all, by } = await compareDraft(job, ruleSetsOfCode, same, here);
      expect(all).toMatchObject(nothing);
      expect(all.people).toBeGreaterThan(300n);
      for (const sums of Object.values(by))
        expect([...sums.values()].reduce((sum, { people }) => sum + people, 0n)).toBe(all.people);
      for (const draft of [same, extension, flat])
        expect(await checkSample(job, ruleSetsOfCode, draft, here, 1000)).toBeGreaterThan(150);
      // Half a year more for everybody whose last month is December.
      const longer = (await compareDraft(job, ruleSetsOfCode, extension, here)).all;
      const december = (await totalsOn(asOf)).months.get("2018-12")?.baht ?? 0n;
      expect(longer).toMatchObject({ lose: 0n, menu: 0n, visitMore: 0n });
      expect(longer.baht).toBeGreaterThanOrEqual(6n * december);
    });
  }, 120_000);

  it("of whom one was registered and is found on the list later: the yes has no sum before", async () => {
    await onDatabase(async (client) => {
      const before = plain(await totalsOn("2018-09-10"));
      const listed = await saveListed(client, treasury, {
        districtCode: "5401",
        satang: 2_000_000,
      });
      const registration = registrationRow("5401", desk.id, "5401");
      await insert(client, "registration", registration);
      const person = { ...listed, id: registration.id as string };
      const yes = { intent_on: "2018-02-20", recorded_on: "2018-02-20" };
      await insert(client, "intent", intentRow(person, "5401", desk.id, yes));
      const found = {
        outcome: "found",
        letter_number: null,
        holder_id: listed.id,
        approval: "pending",
      };
      const decision: Row = { ...registrationDecisionRow(registration, treasury.id), ...found };
      await insert(client, "registration_decision", { ...decision, recorded_on: "2018-08-01" });
      expect(plain(await totalsOn("2018-09-10"))).toEqual(before);
      await client.query(
        "UPDATE registration_decision SET approval = 'approved', approved_by_id = $2, approved_on = '2018-08-20' WHERE id = $1",
        [decision.id, other.id],
      );
      expect(plain(await totalsOn("2018-08-19"))).toEqual(before);
      expect((await totalsOn("2018-08-20")).total - (await totalsOn("2018-08-19")).total).toBe(
        2000n,
      );
    });
  });

  it("under two rule sets are due by the set of their yes", async () => {
    const sets: RuleSets = [...ruleSetsOfCode, rules2019] as unknown as RuleSets;
    await onDatabase(async (client) => {
      const late = await saveListed(client, treasury, { districtCode: "5402", satang: 3_500_000 });
      const yes = { intent_on: "2019-01-27", recorded_on: "2019-01-27" };
      await insert(client, "intent", intentRow(late, "5402", desk.id, yes));
      const { text, values } = sharedFactsSql(sets, { asOf: "2019-02-01", area: null });
      const { rows } = await client.query<SharedFactsRow>(text, values);
      const totals = moneyTotals(sets, "2019-02-01", readSharedFacts(sets, rows));
      // After the 26th a yes counts as one of February: March to September, 300 baht.
      expect(totals).toMatchObject({ rules: "2019-01-08", total: 7n * 300n });
      expect([...totals.persons]).toEqual([
        [300, 1n],
        [150, 0n],
      ]);
      expect([...totals.months.keys()]).toEqual(
        ["02", "03", "04", "05", "06", "07", "08", "09"].map((month) => `2019-${month}`),
      );
    });
  });
});

/** The ends of these days are compared. */
const checked = [
  "2018-02-14",
  "2018-02-28",
  "2018-03-15",
  "2018-04-30",
  "2018-06-10",
  "2018-07-31",
];

/** What the second implementation reckons otherwise. */
async function provenWrong(job: JobClient) {
  const pages = await prove(job, ruleSetsOfCode, () => undefined);
  return pages.flatMap(({ faults }) => faults);
}
