import { randomUUID } from "node:crypto";
import {
  type HolderRow,
  holderRow,
  insert,
  officer,
  officerRow,
  onDatabase,
} from "@tests/security/world";
import { assessmentRow, intentRow } from "@tests/security/world-casework";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { type CoverageFacts, coverageState } from "@/domain/caseload";
import { rules2018 } from "@/domain/rules/rules-2018";

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
type Step = Form | "assign";

const days = ["2018-01-31", "2018-02-01", "2018-02-14", "2018-02-28", "2018-03-01", "2018-03-14"];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: form("desk", [null, null, "pending", "confirmed", "rejected"]) },
  { weight: 3, arbitrary: form("interview", [null, null, "pending", "confirmed"]) },
  { weight: 2, arbitrary: fc.constant("assign" as const) },
);

function form(at: Form["at"], confirmations: Form["confirmation"][]): fc.Arbitrary<Form> {
  return fc.record({
    at: fc.constant(at),
    answer: fc.constantFrom("yes" as const, "no" as const),
    on: fc.constantFrom(...days),
    confirmation: fc.constantFrom(...confirmations),
  });
}

/** Of one day there is one interview, and one form of one answer at the desk. */
function storable(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter((each) => {
    if (each === "assign") return true;
    const key = each.at === "desk" ? `desk ${each.on} ${each.answer}` : `interview ${each.on}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function write(client: pg.Client, holder: HolderRow, each: Step) {
  if (each === "assign")
    return insert(client, "assignment", {
      id: randomUUID(),
      move_id: randomUUID(),
      holder_id: holder.id,
      province_code: "54",
      district_code: "5401",
      officer_id: interviewer.id,
      officer_code: "5401C001",
      assigned_by_id: desk.id,
      assigned_on: "2018-02-20",
    });
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

/** The facts as forms.md 4 counts them: what waits or was rejected is left out. */
function factsOf(steps: readonly Step[]): CoverageFacts {
  const counted = steps
    .filter((each) => each !== "assign")
    .filter(({ confirmation }) => confirmation === null || confirmation === "confirmed")
    .map((each, written) => ({ ...each, written }))
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        Number(a.at === "interview") - Number(b.at === "interview") ||
        a.written - b.written,
    );
  return {
    ...none,
    latestAnswer: counted.at(-1) ?? null,
    interviewed: counted.some(({ at }) => at === "interview"),
    hasOfficer: steps.includes("assign"),
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

it("says of every combination what the domain says", async () => {
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
      [true, false].flatMap((interviewed) =>
        [true, false].map((hasOfficer) => ({ ...none, latestAnswer, interviewed, hasOfficer })),
      ),
    );
  expect(cases).toHaveLength(100);
  await onDatabase(async (client) => {
    for (const facts of cases) {
      const { latestAnswer } = facts;
      const { rows } = await client.query("SELECT app.state_of($1, $2, $3, $4, $5) AS state", [
        latestAnswer?.answer ?? null,
        facts.interviewed,
        latestAnswer?.at === "desk",
        latestAnswer?.on ?? null,
        facts.hasOfficer,
      ]);
      expect({ facts, state: rows[0].state }).toEqual({
        facts,
        state: coverageState(facts, walkIn),
      });
    }
  });
});

it("is kept after every form and every move, in any order", async () => {
  await onDatabase(async (client) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const steps = storable(drawn);
        const holder = await saveHolder(client);
        for (const [index, each] of steps.entries()) {
          await write(client, holder, each);
          const facts = factsOf(steps.slice(0, index + 1));
          const { rows } = await client.query(
            "SELECT state, latest_answer FROM holder WHERE id = $1",
            [holder.id],
          );
          expect(rows[0]).toEqual({
            state: coverageState(facts, walkIn),
            latest_answer: facts.latestAnswer?.answer ?? null,
          });
        }
      }),
      { numRuns: 150, seed: 2561 },
    );
  });
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

it("the counters equal a full count of the register", async () => {
  await onDatabase(async (client) => {
    const { rows } = await client.query(`
      WITH counted AS (SELECT province_code, district_code, subdistrict_code,
        coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, age_class,
        income_band, state, coalesce(latest_answer, 'none') AS latest_answer, interviewed_on IS NOT NULL AS interviewed,
        count(*)::int AS people FROM holder GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9),
      tally AS (SELECT province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
        state, latest_answer, interviewed, people FROM holder_tally)
      SELECT (SELECT count(*)::int FROM counted) AS groups,
        (SELECT count(*)::int FROM (TABLE counted EXCEPT TABLE tally) a) AS missing,
        (SELECT count(*)::int FROM (TABLE tally EXCEPT TABLE counted) b) AS surplus`);
    expect(rows[0].groups).toBeGreaterThan(5);
    expect(rows[0]).toMatchObject({ missing: 0, surplus: 0 });
  });
});
