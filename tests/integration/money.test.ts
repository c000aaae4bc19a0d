import { rules2019 } from "@tests/builders/rules-2019";
import { bring, correct, saveBatch } from "@tests/integration/income-steps";
import { byCaseFiles, byEntitlements, plain, totalsOn } from "@tests/integration/money-sums";
import {
  type HolderRow,
  holderRow,
  insert,
  officer,
  officerRow,
  onDatabase,
  type Row,
} from "@tests/security/world";
import {
  assessmentRow,
  departureRow,
  intentRow,
  registrationRow,
} from "@tests/security/world-casework";
import { registrationDecisionRow } from "@tests/security/world-requests";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type IsoDate, monthOf } from "@/domain/calendar";
import { moneyTotals } from "@/domain/money";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";
import { type JobClient, withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { readSharedFacts, type SharedFactsRow, sharedFactsSql } from "@/server/money/shared-facts";
import { prove } from "@/server/proof/prove";

/** What is due to everybody, as `sukjai money totals` prints it. */
const treasury = officer("provincial_officer", "54");
const other = officer("provincial_officer", "54");
const asker = officer("account_officer", "5401", "CDD");
const desk = officer("receiving_officer", "5401");
const secretary = officer("district_secretary", "5401");
const deciders = { asker, decider: treasury };

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
        const acts: Act[] = [];
        for (const plan of people) acts.push(...(await actsOf(plan, { client, job })));
        acts.sort((one, next) => (one.on < next.on ? -1 : Number(one.on > next.on)));
        for (const day of checked) {
          while (acts[0] && acts[0].on <= day) await acts.shift()?.act();
          said.set(day, await byCaseFiles(day, treasury));
          for (const district of ["5401", "5402"])
            said.set(`${day} ${district}`, await byCaseFiles(day, treasury, district));
          expect(plain(await totalsOn(day)), day).toEqual(said.get(day));
          // Whoever's facts changed was noted, is decided again, and what is kept as due is that.
          await decideLeft(job);
          expect(await provenWrong(client, job), day).toEqual([]);
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

  it("of whom one was registered and is found on the list later: the yes has no sum before", async () => {
    await onDatabase(async (client) => {
      const before = plain(await totalsOn("2018-09-10"));
      const listed = await saveListed(client, { districtCode: "5401", satang: 2_000_000 });
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
      const late = await saveListed(client, { districtCode: "5402", satang: 3_500_000 });
      const yes = { intent_on: "2019-01-27", recorded_on: "2019-01-27" };
      await insert(client, "intent", intentRow(late, "5402", desk.id, yes));
      const { text, values } = sharedFactsSql(sets, { asOf: "2019-02-01", districtCode: null });
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

const day = fc.integer({ min: 0, max: 170 }).map((later) => addDays("2018-01-28", later));
const satang = fc.constantFrom(0, 2_000_000, 3_000_000, 3_000_001, 9_999_999, 10_000_000);
/** A value in one of so many cases, else null. */
const maybe = <Value>(value: fc.Arbitrary<Value>, of = 2) =>
  fc.oneof({ arbitrary: value, weight: 1 }, { arbitrary: fc.constant(null), weight: of - 1 });
const outcome = fc.constantFrom("confirmed" as const, "rejected" as const);
/** A form of a day; typed in later it needs a second officer, who answers after some days more. */
const form = fc.record({
  on: day,
  answer: fc.constantFrom("yes" as const, "yes" as const, "no" as const),
  late: maybe(fc.record({ days: fc.integer({ min: 32, max: 60 }), answered: fc.nat(40), outcome })),
});
const end = fc.record({
  on: day,
  before: fc.nat(100),
  proven: fc.boolean(),
  answered: fc.nat(60),
  outcome: fc.constantFrom("confirmed" as const, "confirmed" as const, "rejected" as const),
  withdrawn: maybe(fc.nat(40)),
});
const life = fc.record({
  districtCode: fc.constantFrom("5401", "5402"),
  satang,
  registered: maybe(
    fc.record({
      on: day,
      answered: fc.nat(60),
      outcome: fc.constantFrom("confirmed", "refused"),
      listed: maybe(fc.nat(90)),
    }),
    4,
  ),
  forms: fc.array(form, { maxLength: 2 }),
  interviews: fc.uniqueArray(form, { maxLength: 2, selector: ({ on }) => on }),
  death: maybe(end),
  cancelled: maybe(end),
  lists: fc.array(fc.record({ on: day, satang, moves: fc.boolean() }), { maxLength: 2 }),
  corrections: fc.array(fc.record({ on: day, satang }), { maxLength: 2 }),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;
type Act = { on: IsoDate; act: () => Promise<unknown> };
type Connections = { client: pg.Client; job: JobClient };

/** What the second implementation reckons otherwise. No command takes a yes from before the measure: their day is not compared. */
async function provenWrong(client: pg.Client, job: JobClient) {
  const { rows } = await client.query("SELECT id FROM holder WHERE first_yes_on < '2018-02-01'");
  const early = new Set(rows.map(({ id }) => id));
  const pages = await prove(job, ruleSetsOfCode, () => undefined);
  return pages
    .flatMap(({ faults }) => faults)
    .filter(({ kind, holderId }) => kind === "due" || !early.has(holderId));
}

/** On the list since January. */
async function saveListed(
  client: pg.Client,
  { districtCode, satang: income }: { districtCode: string; satang: number },
): Promise<HolderRow> {
  const batch = await saveBatch(client, treasury, "2018-01-20");
  const row = holderRow(districtCode, batch, { income_2559_satang: income });
  await insert(client, "holder", row);
  await insert(client, "holder_income", {
    holder_id: row.id,
    batch_id: batch,
    province_code: "54",
    income_2559_satang: income,
  });
  return holderOf(row.id, districtCode);
}

const holderOf = (id: unknown, districtCode: string) =>
  ({ id, provinceCode: "54", districtCode, accountOfficerId: null }) as HolderRow;

/** Everything that happens in a life, each with its day, as rows that the commands would write. */
async function actsOf(plan: Life, { client, job }: Connections): Promise<Act[]> {
  const { districtCode } = plan;
  const registration: Row | null = plan.registered && {
    ...registrationRow(districtCode, desk.id, "5401"),
    income_satang: plan.satang,
    came_on: plan.registered.on,
  };
  const holder = registration
    ? holderOf(registration.id, districtCode)
    : await saveListed(client, plan);
  const save = (table: string, row: Row) => insert(client, table, row);
  const change = (table: string, id: unknown, row: Row) =>
    client.query(
      `UPDATE ${table} SET ${Object.keys(row).map((name, at) => `${name} = $${at + 2}`)} WHERE id = $1`,
      [id, ...Object.values(row)],
    );
  const answered = (on: IsoDate, confirmation: string) => ({
    confirmation,
    confirmed_by_id: secretary.id,
    confirmed_on: on,
  });

  const acts: Act[] = [];
  // Nothing is written of anybody before they are there.
  const begins = plan.registered?.on ?? "2018-01-28";
  const at = (on: IsoDate, act: Act["act"]) => acts.push({ on: on < begins ? begins : on, act });
  if (plan.registered && registration) {
    const { on, answered: days, outcome: decided, listed } = plan.registered;
    at(on, () => save("registration", registration));
    const decision = { ...registrationDecisionRow(registration, treasury.id), outcome: decided };
    const decidedOn = addDays(on, days);
    const words = { reason: "ไม่มีชื่อ", recorded_on: decidedOn };
    at(decidedOn, () => save("registration_decision", { ...decision, ...words }));
    if (listed !== null)
      at(addDays(on, listed), () =>
        bring(client, job, treasury, holder.id, { satang: plan.satang, on: addDays(on, listed) }),
      );
  }
  const forms = [
    ...plan.forms.map((each) => ({ ...each, table: "intent", dayOf: "intent_on" })),
    ...plan.interviews.map((each) => ({ ...each, table: "assessment", dayOf: "interviewed_on" })),
  ];
  for (const { on, answer, late, table, dayOf } of forms) {
    const recordedOn = late ? addDays(on, late.days) : on;
    if (recordedOn < begins) continue;
    const row =
      table === "intent" ? intentRow(holder, "5401", desk.id) : assessmentRow(holder, asker.id);
    const paper = { paper_number: "1", late_reason: "แบบกระดาษ", confirmation: "pending" };
    const filled = { ...row, answer, reason: "ไม่สะดวก", [dayOf]: on, recorded_on: recordedOn };
    // A second form of the same answer on the same day is refused by the database, as by the desk.
    const once = (error: { code?: string }) => {
      if (error.code !== "23505") throw error;
    };
    at(recordedOn, () => save(table, late ? { ...filled, ...paper } : filled).catch(once));
    if (late) {
      const answeredOn = addDays(recordedOn, late.answered);
      at(answeredOn, () => change(table, row.id, answered(answeredOn, late.outcome)));
    }
  }
  for (const [kind, ended] of [
    ["deceased", plan.death],
    ["card_cancelled", plan.cancelled],
  ] as const) {
    if (!ended || ended.on < begins) continue;
    const source =
      kind === "deceased" ? (ended.proven ? "death_certificate" : "headman") : "ministry_letter";
    const endedOn = addDays(ended.on, -ended.before);
    const row = departureRow(holder, asker.id, {
      kind,
      source,
      source_on: kind === "deceased" ? null : addDays(ended.on, -1),
      departed_on: kind === "deceased" ? endedOn : `${monthOf(endedOn)}-01`,
      recorded_on: ended.on,
    });
    at(ended.on, () => save("departure", row));
    const answeredOn = addDays(ended.on, ended.answered);
    at(answeredOn, () => change("departure", row.id, answered(answeredOn, ended.outcome)));
    if (ended.outcome === "confirmed" && ended.withdrawn !== null) {
      const withdrawnOn = addDays(answeredOn, ended.withdrawn);
      const review = {
        reviewed_by_id: secretary.id,
        reviewed_on: withdrawnOn,
        review_note: "ผิดคน",
      };
      const letter = kind === "deceased" ? {} : { review_source_on: withdrawnOn };
      at(withdrawnOn, () =>
        change("departure", row.id, { confirmation: "withdrawn", ...review, ...letter }),
      );
    }
  }
  for (const { on, satang: income, moves } of plan.lists) {
    const elsewhere = districtCode === "5401" ? "5402" : "5401";
    if (on >= begins)
      at(on, () =>
        bring(client, job, treasury, holder.id, {
          satang: income,
          on,
          ...(moves ? { districtCode: elsewhere } : {}),
        }),
      );
  }
  for (const { on, satang: income } of plan.corrections)
    if (on >= begins) at(on, () => correct(client, deciders, holder.id, { satang: income, on }));
  return acts;
}
