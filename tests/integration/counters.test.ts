import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HolderRow, insert, onDatabase, type Row } from "@tests/security/world";
import { assessmentRow, departureRow, intentRow, visitRow } from "@tests/security/world-casework";
import { contactRow } from "@tests/security/world-followups";
import { referralRow } from "@tests/security/world-referrals";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { run as backup } from "@/cli/backup";
import { run } from "@/cli/prove";
import { run as restore } from "@/cli/restore";
import { addDays } from "@/domain/calendar";
import { database } from "@/server/db";
import { withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { counters } from "@/server/proof/counters";
import { disconnect } from "@/server/scope";
import { colleague, desk, interviewer, saveOfficers } from "./coverage-care";
import { step, storable } from "./coverage-steps";
import { saveHolder, write } from "./coverage-write";
import { asSuperuser, wrongCounters } from "./demo-world";
import { addPerson, csv, importFile, listOf, people, undo } from "./import-steps";

/** Every counter is what a recount from the facts gives, whatever happened, and the proof finds one that is not. */
beforeAll(saveOfficers);

const furthest = async (id: unknown) =>
  (await asSuperuser("SELECT furthest FROM holder WHERE id = $1", [id]))[0]?.furthest;

describe("one person's way", () => {
  it("goes step by step, each with the day that its paper says, and back where a paper counts no more", async () => {
    await onDatabase(async (client) => {
      const holder = await saveHolder(client);
      const reached: string[] = [];
      const save = async (table: string, row: Row) => {
        await insert(client, table, row);
        reached.push(await furthest(holder.id));
        return row;
      };
      await save("visit", visitRow(holder, interviewer.id));
      await save("visit", visitRow(holder, interviewer.id, { outcome: "met" }));
      await save(
        "intent",
        intentRow(holder, "5401", desk.id, { intent_on: "2018-02-19", recorded_on: "2018-02-19" }),
      );
      const no = { answer: "no", reason: "ไม่มีเวลา", interviewed_on: "2018-02-20" };
      await save("assessment", assessmentRow(holder, interviewer.id, no));
      const interview = await save("assessment", assessmentRow(holder, interviewer.id));
      const chosen = { assessment_id: interview.id, holder_id: holder.id, province_code: "54" };
      const project = { ...chosen, project: "BAAC-01", dimension: 3, priority: 1 };
      await save("chosen_project", project);
      const draft = referralRow(holder, interview.id, interviewer.id);
      await save("referral", draft);
      const move = async (state: string, name: string, on: string, more = "") => {
        await client.query(
          `UPDATE referral SET state = $2, step = $3, changed_on = $4, changed_by_id = $5, holder_name = 'ก', ${more}
           next_on = CASE WHEN $2 = 'completed' THEN NULL ELSE $4::date + 7 END WHERE id = $1`,
          [draft.id, state, name, on, interviewer.id],
        );
        reached.push(await furthest(holder.id));
      };
      await move("sent", "send", "2018-02-22", "sent_on = '2018-02-22',");
      await move("accepted", "accept", "2018-02-25");
      await move("in_progress", "begin", "2018-03-01");
      await move("completed", "complete", "2018-03-15", "result = 'succeeded',");
      const told = (income_baht: number) =>
        contactRow(interview, interviewer.id, { income_baht, contacted_on: "2018-03-20" });
      const first = await save("contact", told(2500));
      const higher = await save("contact", { ...told(2501), corrects_id: first.id });
      expect(reached).toEqual([
        ...["listed", "met", "met", "interviewed", "willing", "planned", "planned"],
        ...["referred", "accepted", "started", "completed", "completed", "above_line"],
      ]);
      await save("contact", { ...told(2000), corrects_id: higher.id });
      expect(reached.at(-1)).toBe("completed");
      const [days] = await asSuperuser(
        `SELECT met_on::text, interviewed_on::text, willing_on::text, planned_on::text, referred_on::text, accepted_on::text,
           started_on::text, completed_on::text, above_line_on FROM journey WHERE holder_id = $1`,
        [holder.id],
      );
      expect(Object.values(days ?? {})).toEqual([
        ...["2018-02-19", "2018-02-20", "2018-02-21", "2018-02-21"],
        ...["2018-02-22", "2018-02-25", "2018-03-01", "2018-03-15", null],
      ]);
    });
    expect(await wrongCounters()).toEqual([]);
  });

  it("is taken back with the death that it came after", async () => {
    await onDatabase(async (client) => {
      const holder = await saveHolder(client);
      await insert(client, "intent", intentRow(holder, "5401", desk.id));
      expect(await furthest(holder.id)).toBe("met");
      const died = departureRow(holder, interviewer.id, { departed_on: "2018-01-20" });
      await insert(client, "departure", died);
      await client.query(
        "UPDATE departure SET confirmation = 'confirmed', confirmed_by_id = $2, confirmed_on = '2018-03-14' WHERE id = $1",
        [died.id, colleague.id],
      );
      expect(await furthest(holder.id)).toBe("listed");
    });
    expect(await wrongCounters()).toEqual([]);
  });
});

/** People to whom everything may happen that the state of a person depends on, each act as its command writes it. */
const lives = 150;

describe("after everything that changes facts", () => {
  it("nothing differs after an hour in which anything happens to anybody, in any order", async () => {
    const plans = fc.sample(fc.array(step, { maxLength: 12 }), { numRuns: lives, seed: 11 });
    const order = fc.sample(fc.nat({ max: lives - 1 }), { numRuns: lives * 12, seed: 11 });
    await onDatabase(async (client) => {
      const waiting = [];
      for (const plan of plans)
        waiting.push({ holder: await saveHolder(client), left: storable(plan) });
      for (const at of order) {
        const next = waiting[at]?.left.shift();
        if (next && waiting[at]) await write(client, waiting[at].holder, next);
      }
      for (const { holder, left } of waiting)
        for (const each of left) await write(client, holder, each);
      await sendAndAnswer(client);
      await withJobClient(decideLeft);
    });
    expect(await wrongCounters()).toEqual([]);
  });

  it("nothing differs after an import and after it was taken back", async () => {
    const treasury = await addPerson("treasury", "provincial_officer");
    const batch = await importFile(treasury, csv(listOf(people(60, "counters"))));
    expect(batch.status).toBe("done");
    expect(await wrongCounters()).toEqual([]);
    expect((await undo(treasury, batch)).status).toBe("undone");
    expect(await wrongCounters()).toEqual([]);
  });

  it("nothing differs in a copy that was restored", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "sukjai-counters-")), "backup");
    const name = `counters_${randomUUID().slice(0, 8)}`;
    await disconnect();
    await database().$disconnect();
    vi.stubEnv("DATABASE_ADMIN_URL", process.env.ADMIN_URL ?? "");
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
    expect(await backup([folder])).toBe(0);
    await asSuperuser(`CREATE DATABASE ${name} TEMPLATE sukjai OWNER sukjai`);
    const beside = (url = "") => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    vi.stubEnv("DATABASE_ADMIN_URL", beside(process.env.ADMIN_URL));
    expect(await restore([folder])).toBe(0);
    vi.restoreAllMocks();
    expect(await wrongCounters(beside(process.env.DATABASE_URL))).toEqual([]);
    await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
    vi.unstubAllEnvs();
  });
});

/** False where the database refuses it, as it refuses the command: one open matter of a project, none without consent. */
async function allowed(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: { code?: string }) => {
      if (error.code !== "23505" && error.code !== "SJ002") throw error;
      return false;
    },
  );
}

/** What interviews lead to: projects, referrals that go on step by step, and what is told of them, of every third person less. */
async function sendAndAnswer(client: pg.Client) {
  const { rows } = await client.query<Row>(
    `SELECT * FROM assessment a WHERE answer = 'yes' AND counts AND consent_referral
       AND NOT EXISTS (SELECT FROM chosen_project c WHERE c.assessment_id = a.id) ORDER BY id`,
  );
  const steps = [
    ["sent", "send"],
    ["accepted", "accept"],
    ["in_progress", "begin"],
    ["completed", "complete"],
  ];
  for (const [at, interview] of rows.entries()) {
    const { id, holder_id, province_code, district_code } = interview;
    const whose = { id: holder_id, provinceCode: province_code, districtCode: district_code };
    const project = { project: "BAAC-01", dimension: 3, priority: 1 };
    await insert(client, "chosen_project", {
      assessment_id: id,
      holder_id,
      province_code,
      ...project,
    });
    const draft = referralRow(whose as HolderRow, id, interviewer.id);
    if (!(await allowed(insert(client, "referral", draft)))) continue;
    for (const [nth, [state, name]] of steps.slice(0, at % 5).entries()) {
      const step = client.query(
        `UPDATE referral SET state = $2, step = $3, changed_on = $4, sent_on = '2018-03-01', holder_name = 'ก',
             result = CASE $2 WHEN 'completed' THEN 'partly' END, next_on = CASE WHEN $2 <> 'completed' THEN $4::date + 7 END
           WHERE id = $1`,
        [draft.id, state, name, addDays("2018-03-01", nth * (at % 7))],
      );
      if (!(await allowed(step))) break;
    }
    if (at % 3 === 0) {
      const told = contactRow(interview, interviewer.id, { income_baht: 2400 + 50 * (at % 5) });
      await insert(client, "contact", told);
      const said = { contact_id: told.id, holder_id, province_code, project: "BAAC-01" };
      await insert(client, "contact_project", {
        ...said,
        state: at % 2 ? "finished" : "taking_part",
      });
    }
  }
}

describe("a counter that was edited", () => {
  const edits = [
    ["holder_tally", "people = people + 1", "people = people - 1"],
    ["entitlement_tally", "people = people + 1", "people = people - 1"],
    ["follow_up_tally", "taken_up = taken_up + 1", "taken_up = taken_up - 1"],
    ["ministry_tally", "entries = entries + 1", "entries = entries - 1"],
    ["journey", "referred_on = referred_on + 400", "referred_on = referred_on - 400"],
    ["funnel_tally", "people = people + 1", "people = people - 1"],
    ["funnel_days", "people = people + 1", "people = people - 1"],
    ["take_up_tally", "matters = matters + 1", "matters = matters - 1"],
  ] as const;

  it.each(edits)("%s past its triggers is found, and named", async (name, edit, back) => {
    await onDatabase(async (client) => {
      await client.query("SET session_replication_role = replica");
      await client.query(`UPDATE ${name} SET ${edit}`);
      const found = await wrongCounters();
      expect(found.map(({ counter }) => counter)).toContain(name);
      expect(found[0]).toMatchObject({ of: expect.any(Object), kept: expect.any(Object) });
      await client.query(`UPDATE ${name} SET ${back}`);
    });
    expect(await wrongCounters()).toEqual([]);
  });

  it("makes `sukjai prove counters` end with 1, a line for each counter", async () => {
    const printed: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    expect(await run(["counters"])).toBe(0);
    expect(printed.join("")).toMatch(/^holder_tally: \d+ rows, 0 differ$/m);
    expect(printed).toHaveLength(counters.length);
    await onDatabase((client) => client.query("UPDATE funnel_tally SET people = people + 1"));
    printed.length = 0;
    expect(await run(["counters"])).toBe(1);
    expect(printed.join("")).toMatch(/^\{"counter":"funnel_tally","of":\{/m);
    vi.restoreAllMocks();
    await onDatabase((client) => client.query("UPDATE funnel_tally SET people = people - 1"));
  });
});
