import { bringList, correct, type Listed, saveBatch } from "@tests/integration/income-steps";
import { type HolderRow, holderRow, insert, type Row } from "@tests/security/world";
import {
  assessmentRow,
  departureRow,
  intentRow,
  registrationRow,
} from "@tests/security/world-casework";
import { registrationDecisionRow } from "@tests/security/world-requests";
import fc from "fast-check";
import type pg from "pg";
import { addDays, type IsoDate, monthOf } from "@/domain/calendar";
import type { Actor } from "@/domain/policy";
import type { JobClient } from "@/server/imports/job-connection";

/** Lives of people to whom anything may happen on any day, as the rows that commands would write. */
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
/** What may happen to somebody: forms, papers, a death, lists, corrections, each on any day. */
export const life = fc.record({
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
/** Something that happens to one person on a day: an act, or what a list says of them. */
type Happening = { on: IsoDate } & ({ act: () => Promise<unknown> } | { listed: Listed });
/** What is done on a day: an act, or the import of a list. */
export type Act = { on: IsoDate; act: () => Promise<unknown> };
type Connections = { client: pg.Client; job: JobClient };
/** Who writes what happens, all of the same district of province 54. */
type Officers = Record<"treasury" | "asker" | "desk" | "secretary", Actor>;

/** On the list since January. */
export async function saveListed(
  client: pg.Client,
  treasury: Actor,
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

/**
 * Everything that happens in these lives, day by day; on one day to one after another in a random order, and last the lists: each
 * names whomever it brings something on that day, as the Ministry's do.
 */
export async function actsOf(
  plans: readonly Life[],
  connections: Connections,
  officers: Officers,
): Promise<Act[]> {
  const turns = fc.sample(fc.nat(), { numRuns: plans.length, seed: 5 });
  const happenings: (Happening & { turn: number })[] = [];
  for (const [at, plan] of plans.entries())
    for (const each of await happeningsOf(plan, connections, officers))
      happenings.push({ ...each, turn: turns[at] ?? 0 });
  happenings.sort((one, next) => one.turn - next.turn);
  const lists = listsOf(happenings).map(
    ({ on, people }): Act => ({
      on,
      act: () => bringList(connections.client, connections.job, officers.treasury, { on, people }),
    }),
  );
  const acts = happenings.flatMap((each): Act[] => ("act" in each ? [each] : []));
  return [...acts, ...lists].sort((one, next) =>
    one.on < next.on ? -1 : Number(one.on > next.on),
  );
}

/** The lists of each day: a list names nobody twice. */
function listsOf(happenings: readonly Happening[]) {
  const lists: { on: IsoDate; people: Listed[] }[] = [];
  for (const each of happenings) {
    if (!("listed" in each)) continue;
    const { on, listed } = each;
    const open = lists.find(
      (list) => list.on === on && list.people.every(({ holderId }) => holderId !== listed.holderId),
    );
    if (open) open.people.push(listed);
    else lists.push({ on, people: [listed] });
  }
  return lists;
}

/** Everything that happens in a life, each with its day, as rows that the commands would write. */
async function happeningsOf(
  plan: Life,
  { client }: Connections,
  { treasury, asker, desk, secretary }: Officers,
): Promise<Happening[]> {
  const deciders = { asker, decider: treasury };
  const { districtCode } = plan;
  const registration: Row | null = plan.registered && {
    ...registrationRow(districtCode, desk.id, "5401"),
    income_satang: plan.satang,
    came_on: plan.registered.on,
  };
  const holder = registration
    ? holderOf(registration.id, districtCode)
    : await saveListed(client, treasury, plan);
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

  const happenings: Happening[] = [];
  // Nothing is written of anybody before they are there.
  const begins = plan.registered?.on ?? "2018-01-28";
  const at = (on: IsoDate, act: Act["act"]) =>
    happenings.push({ on: on < begins ? begins : on, act });
  const listedOn = (on: IsoDate, listed: Omit<Listed, "holderId">) =>
    happenings.push({ on, listed: { holderId: holder.id, ...listed } });
  if (plan.registered && registration) {
    const { on, answered: days, outcome: decided, listed } = plan.registered;
    at(on, () => save("registration", registration));
    const decision = { ...registrationDecisionRow(registration, treasury.id), outcome: decided };
    const decidedOn = addDays(on, days);
    const words = { reason: "ไม่มีชื่อ", recorded_on: decidedOn };
    at(decidedOn, () => save("registration_decision", { ...decision, ...words }));
    if (listed !== null) listedOn(addDays(on, listed), { satang: plan.satang });
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
      listedOn(on, { satang: income, ...(moves ? { districtCode: elsewhere } : {}) });
  }
  for (const { on, satang: income } of plan.corrections)
    if (on >= begins) at(on, () => correct(client, deciders, holder.id, { satang: income, on }));
  return happenings;
}
