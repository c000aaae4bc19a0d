import { randomBytes, randomUUID } from "node:crypto";
import {
  type HolderRow,
  holderRow,
  insert,
  officer,
  officerRow,
  onDatabase,
} from "@tests/security/world";
import {
  absenceRow,
  appointmentRow,
  assessmentRow,
  departureRow,
  intentRow,
  visitRow,
} from "@tests/security/world-casework";
import { correctionRow, inquiryRow, unlistedDecisionRow } from "@tests/security/world-requests";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import {
  type CoverageFacts,
  type CoverageState,
  coverageBlocks,
  coverageState,
  coverageStates,
  sumCoverage,
} from "@/domain/caseload";
import { rules2018 } from "@/domain/rules/rules-2018";
import { closeCorrected } from "@/server/corrections/in-force";

/** What the triggers keep (docs/decisions/0008) is what the domain says. */
const walkIn = rules2018.walkIn.value;
const none: CoverageFacts = {
  deceased: false,
  movedAway: false,
  latestAnswer: null,
  interviewed: false,
  refusedInterview: false,
  away: false,
  attempted: false,
  scheduled: false,
  hasOfficer: false,
};

const desk = officer("receiving_officer", "5401");
const colleague = officer("receiving_officer", "5401");
const interviewer = officer("account_officer", "5401", "CDD");
const treasury = officer("provincial_officer", "54");
const batch = randomUUID();

beforeAll(() =>
  onDatabase(async (client) => {
    for (const actor of [desk, colleague, interviewer, treasury])
      await insert(client, "officer", officerRow(actor));
    await insert(client, "import_batch", {
      id: batch,
      province_code: "54",
      number: 1,
      file_name: "list.csv",
      file_sha256: "00",
      file_bytes: 1,
      programme_on: "2018-02-01",
      created_by_id: treasury.id,
    });
  }),
);

type Form = {
  at: "desk" | "interview";
  answer: "yes" | "no";
  on: string;
  confirmation: null | "pending" | "confirmed" | "rejected";
};
/** What is not a form: an event, some of them with the confirmation they begin with. */
type Event =
  | { event: "assign" | "unassign" | "leave" | "return" | "appoint" | "keep" | "miss" | "cancel" }
  /** Asked of the office: only the find of somebody who was on no list is an answer; the others move the cohort. */
  | { event: "ask" | "found" | "correct" | "import" }
  | { event: "visit"; outcome: "met" | "not_home" }
  | {
      event: "refuse" | "die" | "move_away";
      confirmation: "pending" | "confirmed" | "rejected";
    };
type Step = Form | Event;
const isForm = (each: Step): each is Form => "at" in each;

const days = ["2018-01-31", "2018-02-01", "2018-02-14", "2018-02-28", "2018-03-01", "2018-03-14"];
const simple = [
  "assign",
  "unassign",
  "leave",
  "return",
  "appoint",
  "keep",
  "miss",
  "cancel",
] as const;
const asked = ["ask", "found", "correct", "import"] as const;
/** The day on which he came and was on no list. */
const cameOn = "2018-02-14";
const decisions = ["pending", "confirmed", "rejected"] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: form("desk", [null, null, "pending", "confirmed", "rejected"]) },
  { weight: 3, arbitrary: form("interview", [null, null, "pending", "confirmed"]) },
  { weight: 8, arbitrary: fc.record({ event: fc.constantFrom(...simple) }) },
  { weight: 4, arbitrary: fc.record({ event: fc.constantFrom(...asked) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant("visit" as const),
      outcome: fc.constantFrom("met" as const, "not_home" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      event: fc.constantFrom("refuse" as const, "die" as const, "move_away" as const),
      confirmation: fc.constantFrom(...decisions),
    }),
  },
);

function form(at: Form["at"], confirmations: Form["confirmation"][]): fc.Arbitrary<Form> {
  return fc.record({
    at: fc.constant(at),
    answer: fc.constantFrom("yes" as const, "no" as const),
    on: fc.constantFrom(...days),
    confirmation: fc.constantFrom(...confirmations),
  });
}

/**
 * What the commands let through: of one day one interview and one form of one answer, one refusal, one departure of a
 * kind; back only who was away, one appointment ahead, and only that is kept, missed or cancelled.
 */
function storable(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  const open = new Set<string>();
  return steps.filter((each) => {
    if (isForm(each)) {
      const key = each.at === "desk" ? `desk ${each.on} ${each.answer}` : `interview ${each.on}`;
      return !seen.has(key) && seen.add(key);
    }
    switch (each.event) {
      case "found":
        return !seen.has(`desk ${cameOn} yes`) && seen.add(`desk ${cameOn} yes`);
      case "leave":
        return !open.has("absence") && open.add("absence");
      case "return":
        return open.delete("absence");
      case "appoint":
        return !open.has("appointment") && open.add("appointment");
      case "keep":
      case "miss":
      case "cancel":
        return open.delete("appointment");
      case "refuse":
      case "die":
      case "move_away":
        return !seen.has(each.event) && seen.add(each.event);
      default:
        return true;
    }
  });
}

const area = { province_code: "54", district_code: "5401" };

async function write(client: pg.Client, holder: HolderRow, each: Step) {
  if (!isForm(each)) return writeEvent(client, holder, each);
  const { at, answer, on, confirmation } = each;
  const paper = confirmation && {
    paper_number: "1",
    late_reason: "late",
    confirmation,
    confirmed_by_id: confirmation === "pending" ? null : colleague.id,
  };
  const common = { answer, recorded_on: on, ...paper };
  if (at === "interview")
    return insert(
      client,
      "assessment",
      assessmentRow(holder, interviewer.id, { interviewed_on: on, ...common }),
    );
  const reason = answer === "no" ? "ไม่มีเวลา" : null;
  return insert(
    client,
    "intent",
    intentRow(holder, "5401", desk.id, { intent_on: on, reason, ...common }),
  );
}

const ends = { keep: "kept", miss: "missed", cancel: "cancelled" } as const;

async function writeEvent(client: pg.Client, holder: HolderRow, each: Event) {
  switch (each.event) {
    case "assign":
    case "unassign": {
      const given = each.event === "assign";
      return insert(client, "assignment", {
        id: randomUUID(),
        move_id: randomUUID(),
        holder_id: holder.id,
        ...area,
        officer_id: given ? interviewer.id : null,
        officer_code: given ? "5401C001" : null,
        assigned_by_id: desk.id,
        assigned_on: "2018-02-20",
      });
    }
    case "visit":
      return insert(client, "visit", visitRow(holder, interviewer.id, { outcome: each.outcome }));
    case "leave":
      return insert(client, "absence", absenceRow(holder, interviewer.id));
    case "return":
      return client.query(
        "UPDATE absence SET returned_on = '2018-03-01' WHERE holder_id = $1 AND returned_on IS NULL",
        [holder.id],
      );
    case "appoint":
      return insert(client, "appointment", appointmentRow(holder, interviewer.id));
    case "keep":
    case "miss":
    case "cancel":
      return client.query(
        "UPDATE appointment SET status = $2 WHERE holder_id = $1 AND status = 'planned'",
        [holder.id, ends[each.event]],
      );
    case "ask":
    case "found":
    case "correct":
    case "import":
      return writeAsked(client, holder, each.event);
    default:
      return writeReport(client, holder, each);
  }
}

/** An inquiry, a find approved by a second person, an income corrected or brought by an import. */
async function writeAsked(client: pg.Client, holder: HolderRow, event: (typeof asked)[number]) {
  if (event === "ask")
    return insert(client, "inquiry", inquiryRow("5401", desk.id, { holder_id: holder.id }));
  if (event === "found") return writeFound(client, holder);
  if (event === "correct") return writeCorrection(client, holder);
  // The Ministry takes over the corrected income, or brings another one that counts from next month.
  await client.query(
    `UPDATE holder SET income_2559_satang = coalesce(corrected_income_satang, 5500000), changed_batch_id = $2,
       earlier_income_satang = nullif(coalesce(earlier_income_satang, income_2559_satang), coalesce(corrected_income_satang, 5500000))
     WHERE id = $1`,
    [holder.id, batch],
  );
  await closeCorrected(client, batch);
}

async function writeFound(client: pg.Client, holder: HolderRow) {
  const unlisted = {
    id: randomUUID(),
    ...area,
    name: "นางมา ก่อน",
    national_id_enc: randomBytes(42),
    national_id_index: randomBytes(32),
    national_id_last4: "9999",
    place_name: "ศาลากลางบ้าน",
    came_on: cameOn,
    receipt_number: randomUUID(),
    recorded_by_id: desk.id,
  };
  await insert(client, "unlisted_person", unlisted);
  const decision = unlistedDecisionRow(unlisted, treasury.id);
  const found = {
    outcome: "found",
    holder_id: holder.id,
    approval: "pending",
    letter_number: null,
  };
  await insert(client, "unlisted_decision", { ...decision, ...found });
  return client.query(
    `UPDATE unlisted_decision SET approval = 'approved', approved_by_id = $2, approved_on = '2018-03-14' WHERE id = $1`,
    [decision.id, colleague.id],
  );
}

/** Over the line and back again, so that the cohort gains and loses him. */
async function writeCorrection(client: pg.Client, holder: HolderRow) {
  const { rows } = await client.query("SELECT income_band FROM holder WHERE id = $1", [holder.id]);
  const satang = rows[0].income_band === "up_to_30000" ? 4_500_000 : 1_000_000;
  const request = correctionRow(holder, interviewer.id, {
    field: "income_2559",
    new_value: JSON.stringify({ satang }),
  });
  await insert(client, "correction", request);
  return client.query(
    `UPDATE correction SET status = 'approved', in_force = true, counts_from = '2018-03-01', decided_by_id = $2, decided_on = '2018-02-22' WHERE id = $1`,
    [request.id, treasury.id],
  );
}

/** Reported first, decided then, as at a real office. */
async function writeReport(
  client: pg.Client,
  holder: HolderRow,
  { event, confirmation }: Extract<Event, { confirmation: string }>,
) {
  const kind = event === "die" ? "deceased" : "moved_away";
  const [table, row] =
    event === "refuse"
      ? ([
          "interview_refusal",
          {
            id: randomUUID(),
            holder_id: holder.id,
            ...area,
            refused_on: "2018-02-20",
            reason: "ไม่สะดวก",
            recorded_by_id: interviewer.id,
            recorded_on: "2018-02-20",
          },
        ] as const)
      : (["departure", departureRow(holder, interviewer.id, { kind })] as const);
  await insert(client, table, row);
  if (confirmation !== "pending")
    await client.query(
      `UPDATE ${table} SET confirmation = $2, confirmed_by_id = $3, confirmed_on = '2018-02-22' WHERE id = $1`,
      [row.id, confirmation, colleague.id],
    );
}

/** What an approved find counts as: the yes of the day on which he came. */
const foundAnswer: Form = { at: "desk", answer: "yes", on: cameOn, confirmation: "confirmed" };

/** The facts as forms.md 4 counts them: what waits or was rejected is left out. */
function factsOf(steps: readonly Step[]): CoverageFacts {
  const counted = steps
    .map((each) => (!isForm(each) && each.event === "found" ? foundAnswer : each))
    .filter(isForm)
    .filter(({ confirmation }) => confirmation === null || confirmation === "confirmed")
    .map((each, written) => ({ ...each, written }))
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        Number(a.at === "interview") - Number(b.at === "interview") ||
        a.written - b.written,
    );
  const events = steps.filter((each): each is Event => !isForm(each));
  const confirmed = (event: Event["event"]) =>
    events.some(
      (each) => each.event === event && "confirmation" in each && each.confirmation === "confirmed",
    );
  const last = (...names: Event["event"][]) =>
    events.findLast(({ event }) => names.includes(event));
  const planned = last("appoint", "keep", "miss", "cancel")?.event === "appoint";
  const visit = events.findLast((each) => each.event === "visit");
  const appointedSince =
    planned &&
    events.findLastIndex(({ event }) => event === "appoint") > events.indexOf(visit as Event);
  return {
    deceased: confirmed("die"),
    movedAway: confirmed("move_away"),
    latestAnswer: counted.at(-1) ?? null,
    interviewed: counted.some(({ at }) => at === "interview"),
    refusedInterview: confirmed("refuse"),
    away: last("leave", "return")?.event === "leave",
    attempted:
      visit !== undefined && "outcome" in visit && visit.outcome !== "met" && !appointedSince,
    scheduled: planned,
    hasOfficer: last("assign", "unassign")?.event === "assign",
  };
}

async function saveHolder(client: pg.Client): Promise<HolderRow> {
  const row = holderRow("5401", batch);
  await insert(client, "holder", row);
  return {
    id: row.id as string,
    provinceCode: "54",
    districtCode: "5401",
    accountOfficerId: null,
  };
}

it("says of every answer what the domain says", async () => {
  const cases = [
    null,
    ...days.flatMap((on) => [
      { on, at: "desk" as const },
      { on, at: "interview" as const },
    ]),
  ]
    .flatMap((form) =>
      form
        ? [
            { ...form, answer: "yes" as const },
            { ...form, answer: "no" as const },
          ]
        : [null],
    )
    .flatMap((latestAnswer) =>
      [true, false].map((interviewed) => ({ ...none, latestAnswer, interviewed })),
    );
  expect(cases).toHaveLength(50);
  await onDatabase(async (client) => {
    for (const facts of cases) {
      const { latestAnswer } = facts;
      const { rows } = await client.query(
        "SELECT coalesce(app.answer_state_of($1, $2, $3, $4), 'unassigned') AS state",
        [
          latestAnswer?.answer ?? null,
          facts.interviewed,
          latestAnswer?.at === "desk",
          latestAnswer?.on ?? null,
        ],
      );
      expect({ facts, state: rows[0].state }).toEqual({
        facts,
        state: coverageState(facts, walkIn),
      });
    }
  });
});

it("is kept after every form, visit, report, decision and move, in any order", async () => {
  const reached = new Set<string>();
  await onDatabase(async (client) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (drawn) => {
        const steps = storable(drawn);
        const holder = await saveHolder(client);
        for (const [index, each] of steps.entries()) {
          await write(client, holder, each);
          const facts = factsOf(steps.slice(0, index + 1));
          const { rows } = await client.query(
            "SELECT state, latest_answer FROM holder WHERE id = $1",
            [holder.id],
          );
          reached.add(rows[0].state);
          expect(rows[0]).toEqual({
            state: coverageState(facts, walkIn),
            latest_answer: facts.latestAnswer?.answer ?? null,
          });
        }
      }),
      { numRuns: 300, seed: 2561 },
    );
  });
  expect([...reached].sort()).toEqual([...coverageStates].sort());
});

it("counts nobody before his paper is confirmed, and takes him back when it is rejected", async () => {
  await onDatabase(async (client) => {
    const holder = await saveHolder(client);
    const stateAfter = async (change: string) => {
      await client.query(change, [holder.id]);
      return (await client.query("SELECT state FROM holder WHERE id = $1", [holder.id])).rows[0]
        .state;
    };
    await write(client, holder, {
      at: "desk",
      answer: "yes",
      on: "2018-02-14",
      confirmation: "pending",
    });
    expect(await stateAfter("SELECT $1::uuid")).toBe("unassigned");
    const confirm = (answer: string) =>
      `UPDATE intent SET confirmation = '${answer}', confirmed_by_id = '${colleague.id}' WHERE holder_id = $1`;
    expect(await stateAfter(confirm("confirmed"))).toBe("met_in_february");
    expect(await stateAfter(confirm("rejected"))).toBe("unassigned");
  });
});

it("the blocks sum to the cohort: met, to be met and released are everybody", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ state: CoverageState; people: number }>(
      "SELECT state, sum(people)::int AS people FROM holder_tally GROUP BY 1",
    );
    const { blocks, total } = sumCoverage(rows);
    const everybody = await client.query("SELECT count(*)::int AS people FROM holder");
    expect(blocks.met + blocks.to_meet + blocks.released).toBe(everybody.rows[0].people);
    expect(total).toBe(everybody.rows[0].people);
    for (const block of coverageBlocks) expect(blocks[block]).toBeGreaterThan(0);
  });
});

it("a corrected income moves people in and out of the cohort, never out of the count", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query<{ right: string; band: string; people: number }>(`
      SELECT CASE WHEN coalesce(corrected_income_satang, earlier_income_satang, income_2559_satang) <= 3000000
        THEN 'up_to_30000' ELSE 'over_30000' END AS right, income_band AS band, count(*)::int AS people FROM holder GROUP BY 1, 2`);
    expect(rows.filter(({ right, band }) => right !== band)).toEqual([]);
    expect(rows.map(({ band }) => band).sort()).toEqual(["over_30000", "up_to_30000"]);
    const tally = await client.query(
      "SELECT income_band AS band, sum(people)::int AS people FROM holder_tally GROUP BY 1 ORDER BY 1",
    );
    const counted = rows.map(({ band, people }) => ({ band, people }));
    expect(tally.rows).toEqual(counted.sort((a, b) => a.band.localeCompare(b.band)));
    const { rows: ends } = await client.query(
      "SELECT status, count(*)::int AS people FROM correction GROUP BY 1 ORDER BY 1",
    );
    expect(ends.map(({ status }) => status)).toEqual(["approved", "closed"]);
  });
});

it("the counters equal a full count of the register", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query(`
      WITH counted AS (SELECT province_code, district_code, subdistrict_code,
        coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, age_class,
        income_band, state, coalesce(latest_answer, 'none') AS latest_answer, interviewed_on IS NOT NULL AS interviewed,
        occupation_group, count(*)::int AS people FROM holder GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      tally AS (SELECT province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
        state, latest_answer, interviewed, occupation_group, people FROM holder_tally)
      SELECT (SELECT count(*)::int FROM counted) AS groups,
        (SELECT count(*)::int FROM (TABLE counted EXCEPT TABLE tally) a) AS missing,
        (SELECT count(*)::int FROM (TABLE tally EXCEPT TABLE counted) b) AS surplus`);
    expect(rows[0].groups).toBeGreaterThan(5);
    expect(rows[0]).toMatchObject({ missing: 0, surplus: 0 });
  });
});
