import { randomUUID } from "node:crypto";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { coverageBlocks } from "@/domain/caseload";
import type { Actor } from "@/domain/policy";
import { refuseInterview } from "@/server/assessments/commands";
import { suggestDistrictBalance } from "@/server/caseload/balance";
import { balanceCaseloads, moveHolders, undoMove } from "@/server/caseload/commands";
import { countHolders } from "@/server/caseload/holders";
import { type AnyCommand, execute } from "@/server/command";
import { decideCorrection, requestCorrection } from "@/server/corrections/commands";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { listNextPeople } from "@/server/home/next-people";
import { confirmPaper, recordPaper } from "@/server/intents/commands";
import { scoped } from "@/server/scope";
import { answerTransfer, askTransfer } from "@/server/transfers/commands";
import {
  confirmFinding,
  endAppointment,
  makeAppointment,
  recordAbsence,
  recordDeparture,
  recordReturn,
  recordVisit,
} from "@/server/visits/commands";
import { loadWalk } from "@/server/visits/day";
import {
  buildCaseloadWorld,
  type CaseloadWorld,
  query,
  savePeople,
  wrongTally,
} from "./caseload-world";
import { buildPaper, savePlace, setToday } from "./desk-world";

/** The commands of the screens, in any order: after each one, พบแล้ว, ยังต้องพบ and พ้น add up to the cohort. */
const today = "2018-03-14";
const people = 5;
const runs = 25;
const desk = officer("receiving_officer", "5401");
const colleague = officer("receiving_officer", "5401");
let world: CaseloadWorld;
let place: string;
beforeAll(async () => {
  world = await buildCaseloadWorld();
  await savePeople(world, people * runs);
  await onDatabase(async (client) => {
    for (const actor of [desk, colleague]) await insert(client, "officer", officerRow(actor));
  });
  place = (await savePlace(world.chief)).id;
  await setToday(today);
});

type Person = { id: string; officer: Actor | null };
type Draw = { who: number; officer: number; yes: boolean };
/** The officer, the command and its target; null if there is nothing of the kind to do. */
type Doing = [Actor, AnyCommand, unknown] | null;

const acts: Record<string, (person: Person, draw: Draw) => Promise<Doing> | Doing> = {
  move: (person, { officer }) => [
    world.secretary,
    moveHolders,
    {
      filter: {},
      picked: [person.id],
      officerCode: world.codes[officer],
      reason: null,
      expected: 1,
    },
  ],
  balance: async () => {
    const { stamp } = await scoped(world.chief, (scope) => suggestDistrictBalance(scope, today));
    return [world.chief, balanceCaseloads, { stamp, reason: null }];
  },
  undo: async () =>
    the(
      "SELECT id FROM caseload_move WHERE kind <> 'undo' AND NOT EXISTS (SELECT FROM caseload_move u WHERE u.undoes_id = caseload_move.id) ORDER BY created_at DESC LIMIT 1",
      ({ id }) => [world.chief, undoMove, { moveId: id }],
    ),
  askTransfer: ({ id, officer }) =>
    officer && [
      officer,
      askTransfer,
      { filter: {}, picked: [id], districtCode: "5402", reason: "ย้ายไปอยู่กับลูก", expected: 1 },
    ],
  answerTransfer: async (_, { yes }) =>
    the("SELECT id FROM caseload_transfer WHERE status = 'asked' LIMIT 1", ({ id }) => [
      world.neighbourSecretary,
      answerTransfer,
      yes
        ? { transferId: id, outcome: "accepted", officerCode: world.neighbourCode }
        : { transferId: id, outcome: "refused", reason: "ไม่มีผู้รับผิดชอบ" },
    ]),
  paper: ({ id }, { yes }) => [
    desk,
    recordPaper,
    buildPaper({
      holderId: id,
      placeId: place,
      paperNumber: id.slice(0, 8),
      ...(yes ? {} : { answer: "no", reason: "ไม่มีเวลา" }),
    }),
  ],
  confirmPaper: async (_, { yes }) =>
    the("SELECT id FROM intent WHERE confirmation = 'pending' LIMIT 1", ({ id }) => [
      colleague,
      confirmPaper,
      { intentId: id, decision: yes ? "confirmed" : "rejected", note: "ตามเอกสาร" },
    ]),
  visit: ({ id, officer }, { yes }) =>
    officer && [
      officer,
      recordVisit,
      {
        holderId: id,
        visitedOn: today,
        outcome: yes ? "met" : "not_home",
        note: null,
        nextOn: null,
      },
    ],
  appoint: ({ id, officer }) =>
    officer && [
      officer,
      makeAppointment,
      { holderId: id, meetOn: "2018-03-20", meetAt: null, kind: "home", placeName: null },
    ],
  endAppointment: async (_, { yes }) =>
    the(
      "SELECT h.id, h.account_officer_id AS officer FROM appointment a JOIN holder h ON h.id = a.holder_id WHERE a.status = 'planned' LIMIT 1",
      ({ id, officer }) =>
        of(officer, endAppointment, {
          holderId: id,
          status: yes ? "missed" : "cancelled",
          reason: null,
        }),
    ),
  leave: ({ id, officer }) =>
    officer && [
      officer,
      recordAbsence,
      {
        holderId: id,
        notedOn: today,
        awayProvinceCode: "10",
        awayDistrict: null,
        phone: null,
        returnOn: null,
        source: "relative",
      },
    ],
  return: async () =>
    the(
      "SELECT h.id, h.account_officer_id AS officer FROM absence a JOIN holder h ON h.id = a.holder_id WHERE a.returned_on IS NULL LIMIT 1",
      ({ id, officer }) => of(officer, recordReturn, { holderId: id, returnedOn: today }),
    ),
  depart: ({ id, officer }, { yes }) =>
    officer && [
      officer,
      recordDeparture,
      {
        holderId: id,
        kind: yes ? "deceased" : "moved_away",
        departedOn: "2018-03-01",
        source: "headman",
        sourceDetail: "ผู้ใหญ่บ้าน",
        toProvinceCode: yes ? null : "10",
      },
    ],
  refuse: ({ id, officer }) =>
    officer && [officer, refuseInterview, { holderId: id, refusedOn: today, reason: "ไม่สะดวก" }],
  confirm: async (_, { yes }) =>
    the(
      "SELECT 'departure' AS kind, id FROM departure WHERE confirmation = 'pending' UNION ALL SELECT 'refusal', id FROM interview_refusal WHERE confirmation = 'pending' LIMIT 1",
      ({ kind, id }) => [
        world.secretary,
        confirmFinding,
        { kind, findingId: id, outcome: yes ? "confirmed" : "rejected", note: "ตามเอกสาร" },
      ],
    ),
  correct: ({ id, officer }, { yes }) =>
    officer && [
      officer,
      requestCorrection,
      {
        holderId: id,
        field: "income_2559",
        incomeBaht: yes ? 45_000 : 12_000,
        evidence: "หนังสือรับรอง",
        evidenceNumber: "1/2561",
      },
    ],
  decide: async (_, { yes }) =>
    the("SELECT id FROM correction WHERE status = 'pending' LIMIT 1", ({ id }) => [
      world.treasury,
      decideCorrection,
      { correctionId: id, outcome: yes ? "approved" : "rejected", note: "ตามหลักฐาน" },
    ]),
};

const officerNamed = (id: string | null | undefined) =>
  [...world.officers, world.neighbour].find((one) => one.id === id) ?? null;

function of(id: string | undefined, command: AnyCommand, input: unknown): Doing {
  const officer = officerNamed(id);
  return officer && [officer, command, input];
}

async function the(sql: string, act: (row: Record<string, string>) => Doing): Promise<Doing> {
  const [row] = await query<Record<string, string>>(sql);
  return row ? act(row) : null;
}

async function person(nth: number): Promise<Person> {
  const [row] = await query<{ id: string; officer: string | null }>(
    "SELECT id, account_officer_id AS officer FROM holder ORDER BY id OFFSET $1 LIMIT 1",
    [nth],
  );
  const { id, officer } = row as { id: string; officer: string | null };
  return { id, officer: officerNamed(officer) };
}

/** What the district's page says, what its lists have, and a count of the register. */
async function figures() {
  const shown = await scoped(world.chief, async (scope) => ({
    coverage: (await getDistrictDashboard(scope, "5401"))?.coverage,
    lists: await Promise.all(
      coverageBlocks.map((block) => countHolders(scope, { cohort: "must_reach", block })),
    ),
  }));
  const [cohort] = await query<{ people: number }>(
    "SELECT count(*)::int AS people FROM holder WHERE must_reach",
  );
  return { ...shown, cohort: cohort?.people };
}

/** Next houses of the account officers where nobody can be met: of the dead, the moved, the away and the interviewed. */
async function wrongHouses() {
  const next = await Promise.all(
    world.officers.map((officer) =>
      scoped(officer, async (scope) => listNextPeople(scope, today, await loadWalk(scope, today))),
    ),
  );
  const ids = next.flat().map(({ id }) => id);
  return query(
    `SELECT h.id, h.state FROM holder h WHERE h.id = ANY($1) AND (h.interviewed_on IS NOT NULL OR h.latest_answer = 'no'
      OR EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.confirmation IN ('pending', 'confirmed'))
      OR EXISTS (SELECT FROM absence a WHERE a.holder_id = h.id AND a.returned_on IS NULL))`,
    [ids],
  );
}

it("the blocks sum up to the cohort after every command, and each block's list has as many", async () => {
  const done = new Set<string>();
  let run = 0;
  const step = fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    who: fc.nat(people - 1),
    officer: fc.nat(2),
    yes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const first = people * run++;
      for (const { act, ...draw } of steps) {
        const doing = await acts[act]?.(await person(first + draw.who), draw);
        if (!doing) continue;
        const [actor, command, input] = doing;
        const answer = await execute(command, actor, { id: randomUUID(), input });
        expect(answer.ok || answer.code !== "INVALID", `${act} ${JSON.stringify(answer)}`).toBe(
          true,
        );
        if (answer.ok) done.add(act);
        const { coverage, lists, cohort } = await figures();
        expect(coverage?.total, act).toBe(cohort);
        expect(
          coverageBlocks.map((block) => coverage?.blocks[block]),
          act,
        ).toEqual(lists);
        expect(
          lists.reduce((sum, each) => sum + each, 0),
          act,
        ).toBe(cohort);
        expect(await wrongHouses(), act).toEqual([]);
      }
      expect(await wrongTally()).toEqual([]);
    }),
    { numRuns: runs, seed: 2561 },
  );
  expect([...done].sort()).toEqual(Object.keys(acts).sort());
  // A property of many commands: it takes the time that the machine has.
}, 240_000);
