import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { goalOf, packContents, packFiles } from "@/domain/pack";
import type { Actor } from "@/domain/policy";
import { say } from "@/i18n/words";
import { execute } from "@/server/command";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { jobDatabaseUrl } from "@/server/env";
import { getTakeUp } from "@/server/figures/take-up";
import { orderMeetingPacks } from "@/server/jobs/meeting-packs";
import { runPack } from "@/server/jobs/pack";
import { installQueue } from "@/server/jobs/queue";
import { orderPack, remakePack } from "@/server/packs/commands";
import { packPath } from "@/server/packs/files";
import { listPacks, takePack } from "@/server/packs/queries";
import { reportPaper } from "@/server/papers/report-paper";
import { prepareReport } from "@/server/reports/commands";
import { viewReport } from "@/server/reports/queries";
import { scoped } from "@/server/scope";
import { advanceClock, decideSetting, prepareSetting } from "@/server/settings/commands";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";

/** What the files of a pack say is what the pages and plain SQL say; what is kept never changes, and gives the same bytes. */
beforeAll(async () => {
  await loadedDemo();
  await moveTo("2018-03-14");
});

async function moveTo(to: string) {
  const console = await signedIn("console");
  const moved = await execute(advanceClock, console, { id: randomUUID(), input: { to } });
  expect(moved).toMatchObject({ ok: true });
}

const ask = (actor: Actor, period: string, districtCode: string | null = null) =>
  execute(orderPack, actor, { id: randomUUID(), input: { period, districtCode } });

async function made(login: string, period: string, districtCode: string | null = null) {
  const ordered = await ask(await signedIn(login), period, districtCode);
  if (!ordered.ok) throw new Error(JSON.stringify(ordered));
  const { packId } = ordered.value as { packId: string };
  await runPack(packId);
  return packId;
}

async function contentsOf(packId: string) {
  const [row] = await asSuperuser<{ contents: unknown }>(
    `SELECT contents FROM pack WHERE id = '${packId}'`,
  );
  return packContents.parse(row?.contents);
}

/** The rows of each sheet, by its name. */
async function sheetsOf(packId: string) {
  const book = await readXlsx(new Uint8Array(await readFile(packPath(packId, "xlsx"))));
  return new Map(book.sheets.map(({ name, rows }) => [name, rows as unknown[][]]));
}

/** The row of a sheet that begins with these words. */
function lineOf(rows: readonly unknown[][] | undefined, first: string) {
  const line = rows?.find(([cell]) => cell === first);
  if (!line) throw new Error(`no line ${first}`);
  return line;
}

/** Of all files of a pack together. */
async function hashOf(packId: string) {
  const hash = createHash("sha256");
  for (const file of packFiles) hash.update(await readFile(packPath(packId, file)));
  return hash.digest("hex");
}

describe("the pack of a province", () => {
  let packId = "";
  beforeAll(async () => {
    packId = await made("governor", "now");
  });

  it("says of each district what the province's page says, and what SQL counts", async () => {
    const rows = (await sheetsOf(packId)).get(say("packWords.sheet_districts"));
    const page = await scoped(await signedIn("governor"), getProvinceDashboard);
    const counted = await asSuperuser<{ name: string; goal: number; answered: number }>(`
      SELECT d.name, count(*) FILTER (WHERE h.state NOT IN ('deceased', 'card_cancelled', 'moved_away'))::int AS goal,
        count(*) FILTER (WHERE h.state IN ('declined', 'interviewed', 'refused_twice'))::int AS answered
      FROM holder h JOIN district d ON d.code = h.district_code WHERE h.counted AND h.must_reach GROUP BY 1`);
    expect(counted.length).toBe(8);
    for (const { name, goal, answered } of counted) {
      const line = lineOf(rows, name);
      const shown = page?.districts.find((district) => district.name === name);
      expect(line.slice(1, 3), name).toEqual([goal, answered]);
      expect(line[3]).toBeCloseTo(answered / goal, 10);
      expect(shown?.blocks.answered).toBe(answered);
      expect(line.slice(7, 10)).toEqual([
        shown?.blocks.met_waiting,
        shown?.blocks.to_meet,
        shown?.blocks.released,
      ]);
    }
    const total = lineOf(rows, say("packWords.total"));
    expect(total[2]).toBe(counted.reduce((sum, { answered }) => sum + answered, 0));
  });

  it("has the numbers of the day beside as they were kept, and what changed since", async () => {
    const { before } = await contentsOf(packId);
    const rows = (await sheetsOf(packId)).get(say("packWords.sheet_districts"));
    const kept = await asSuperuser<{ name: string; answered: number }>(
      `SELECT d.name, s.answered FROM day_snapshot s JOIN district d ON d.code = s.district_code WHERE s.taken_for = '${before}'`,
    );
    expect(kept.length).toBe(8);
    for (const { name, answered } of kept) {
      const line = lineOf(rows, name);
      expect(line[4], name).toBe(answered);
      expect(line[6]).toBe((line[2] as number) - answered);
    }
  });

  it("has the projects, agencies and sums of the pages", async () => {
    const sheets = await sheetsOf(packId);
    const governor = await signedIn("governor");
    const takeUp = await scoped(governor, (scope) =>
      getTakeUp(scope, { provinceCode: "54" }, "project"),
    );
    const [sent] = await asSuperuser<{ n: number }>(
      "SELECT count(*)::int AS n FROM referral WHERE sent_on IS NOT NULL",
    );
    const projects = lineOf(sheets.get(say("packWords.sheet_projects")), say("packWords.total"));
    expect(takeUp?.parts.length).toBeGreaterThan(0);
    expect(projects[2]).toBe(sent?.n);
    expect(takeUp?.parts.reduce((sum, part) => sum + part.sent, 0)).toBe(sent?.n);
    const page = await scoped(governor, getProvinceDashboard);
    const money = lineOf(sheets.get(say("packWords.sheet_money")), say("packWords.total"));
    expect(money.slice(1, 4)).toEqual([
      page?.entitlements.whole.people,
      page?.entitlements.whole.monthBaht,
      page?.entitlements.whole.totalBaht,
    ]);
  });

  it("has days as days, and each of them as it was kept", async () => {
    const rows = (await sheetsOf(packId)).get(say("packWords.sheet_trend")) ?? [];
    const days = rows.filter(([cell]) => cell instanceof Date);
    const kept = await asSuperuser<{ day: string; answered: number }>(
      `SELECT taken_for::text AS day, sum(answered)::int AS answered FROM day_snapshot
       WHERE taken_for >= '2018-01-30' AND taken_for < '2018-03-14' GROUP BY 1 HAVING count(*) = 8 ORDER BY 1`,
    );
    expect(kept.length).toBeGreaterThan(5);
    for (const { day, answered } of kept) {
      const line = days.find(([cell]) => (cell as Date).toISOString().startsWith(day));
      expect([day, line?.[1]]).toEqual([day, answered]);
    }
  });

  it("names no account officer and nobody else but its maker", async () => {
    const text = JSON.stringify(await contentsOf(packId));
    const people = await asSuperuser<{ name: string }>(
      "SELECT name FROM officer WHERE role <> 'governor' UNION SELECT first_name || ' ' || last_name FROM holder LIMIT 2000",
    );
    expect(people.length).toBeGreaterThan(100);
    expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
  });
});

describe("the pack of a day that is past", () => {
  it("says of its subdistricts what was kept at 16:30, and of all else that nothing is known", async () => {
    const packId = await made("chief.long", "2018-03-09");
    const pack = await contentsOf(packId);
    const kept = await asSuperuser<{
      code: string;
      total: number;
      released: number;
      answered: number;
    }>(
      "SELECT subdistrict_code AS code, total, released, answered FROM subdistrict_day WHERE district_code = '5403' AND taken_for = '2018-03-09'",
    );
    expect(kept.length).toBeGreaterThan(5);
    for (const { code, total, released, answered } of kept) {
      const now = pack.subdistricts.find((each) => each.code === code)?.now;
      expect(now && [goalOf(now), now.answered]).toEqual([total - released, answered]);
    }
    expect([pack.projects, pack.agencies, pack.money, pack.matters]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const sheets = await sheetsOf(packId);
    for (const sheet of ["projects", "agencies", "money"] as const) {
      const rows = sheets.get(say(`packWords.sheet_${sheet}`)) ?? [];
      expect(rows.at(-1)?.[0]).toBe(say("packWords.noDataTable"));
      expect(rows.flat()).not.toContain(0);
    }
    expect(pack.trend.days.at(-1)?.day).toBe("2018-03-09");
  });

  it("is refused of a day without numbers, of one to come, and of a round that has not begun", async () => {
    const chief = await signedIn("chief.long");
    for (const period of ["2018-03-10", "2018-03-20", "june", "nothing", ""])
      expect(await ask(chief, period), period).toMatchObject({ ok: false, code: "INVALID" });
  });
});

describe("what is kept", () => {
  it("gives the same bytes again, whatever happened since", async () => {
    const packId = await made("chief.mueang", "now");
    const [first, contents] = [await hashOf(packId), await contentsOf(packId)];
    await moveTo("2018-03-15");
    const again = await execute(remakePack, await signedIn("secretary.mueang"), {
      id: randomUUID(),
      input: { packId },
    });
    if (!again.ok) throw new Error(again.code);
    const [job] = await asSuperuser<{ id: string }>(
      `SELECT id FROM job WHERE kind = 'pack' AND status = 'queued' AND input ->> 'packId' = '${packId}'`,
    );
    await runPack(job?.id ?? "");
    expect(await hashOf(packId)).toBe(first);
    expect(await contentsOf(packId)).toEqual(contents);
  });

  it("stays: nobody changes or deletes it", async () => {
    const packId = await made("chief.mueang", "now");
    for (const sql of [
      `UPDATE pack SET contents = '{}' WHERE id = '${packId}'`,
      `DELETE FROM pack WHERE id = '${packId}'`,
    ])
      await expect(asSuperuser(sql), sql).rejects.toMatchObject({ code: "42501" });
  });

  it("is not read again by a run that goes on after one that was killed", async () => {
    const ordered = await ask(await signedIn("chief.mueang"), "now");
    if (!ordered.ok) throw new Error(ordered.code);
    const { packId } = ordered.value as { packId: string };
    await runPack(packId);
    const [first, contents] = [await hashOf(packId), await contentsOf(packId)];
    // As a worker leaves it that died while it wrote the files.
    await asSuperuser(`UPDATE job SET status = 'running', progress = 1 WHERE id = '${packId}'`);
    await moveTo("2018-03-16");
    await runPack(packId);
    expect(await contentsOf(packId)).toEqual(contents);
    expect(await hashOf(packId)).toBe(first);
    const [job] = await asSuperuser<{ status: string }>(
      `SELECT status FROM job WHERE id = '${packId}'`,
    );
    expect(job?.status).toBe("done");
  });
});

describe("before a monthly meeting whose day is set", () => {
  const ofMeetings = () =>
    asSuperuser<{ district: string | null; meeting: string; by: string; job: string }>(`
      SELECT p.district_code AS district, p.meeting_on::text AS meeting, o.role AS by, j.status AS job
      FROM pack p JOIN officer o ON o.id = p.requested_by_id JOIN job j ON j.id = p.id WHERE p.meeting_on IS NOT NULL ORDER BY 1`);
  beforeAll(() => installQueue(jobDatabaseUrl()));

  it("nothing is made while none is set, nor on an earlier day", async () => {
    expect(await orderMeetingPacks()).toBe(0);
    await setMeeting("5403", 20);
    // Friday the 16th; Monday the 19th is a working day before it.
    expect(await orderMeetingPacks()).toBe(0);
  });

  it("it is asked for once, in the name of the head, and made of that moment", async () => {
    await setMeeting("5403", 19);
    expect(await orderMeetingPacks()).toBe(1);
    expect(await orderMeetingPacks()).toBe(0);
    const line = { district: "5403", meeting: "2018-03-19", by: "district_chief", job: "queued" };
    expect(await ofMeetings()).toEqual([line]);
    const [queued] = await asSuperuser<{ id: string }>(
      "SELECT payload ->> 'jobId' AS id FROM graphile_worker._private_jobs WHERE payload ->> 'jobId' IN (SELECT id::text FROM pack WHERE meeting_on IS NOT NULL)",
    );
    await runPack(queued?.id ?? "");
    const pack = await contentsOf(queued?.id ?? "");
    expect(pack).toMatchObject({ meetingOn: "2018-03-19", day: "2018-03-16", madeBy: null });
    const { packs } = await scoped(await signedIn("secretary.long"), (scope) => listPacks(scope));
    expect(packs[0]).toMatchObject({ meetingOn: "2018-03-19", state: "done" });
  });

  it("the province's day is that of every area without its own", async () => {
    await setMeeting(null, 17);
    expect(await orderMeetingPacks()).toBe(8);
    expect((await ofMeetings()).filter(({ by }) => by === "governor")).toHaveLength(1);
  });
});

async function setMeeting(districtCode: string | null, day: number) {
  const entryId = randomUUID();
  const proposal = { key: "meeting_day", value: day, districtCode, reason: "ประชุมประจำเดือน" };
  const prepared = await execute(prepareSetting, await signedIn("treasury"), {
    id: entryId,
    input: { ...proposal, fromOn: "2018-03-16" },
  });
  expect(prepared).toMatchObject({ ok: true });
  const decided = await execute(decideSetting, await signedIn("governor"), {
    id: randomUUID(),
    input: { entryId, outcome: "approved" },
  });
  expect(decided).toMatchObject({ ok: true });
}

describe("the annex of the governor's report", () => {
  it("has the tables of the pack: each district with target, result and per cent, and the sum", async () => {
    const governor = await signedIn("governor");
    const prepared = await execute(prepareReport, governor, {
      id: randomUUID(),
      input: { period: "2018-03", note: "เป็นไปตามแผน" },
    });
    if (!prepared.ok) throw new Error(prepared.code);
    const paper = await scoped(governor, async (scope) => {
      const report = await viewReport(scope, prepared.value.reportId);
      return report && reportPaper(scope, report);
    });
    const tables = paper?.paper.annex?.blocks.filter((block) => block.kind === "table") ?? [];
    const captions = tables.map(({ caption }) => caption);
    for (const sheet of ["districts", "projects", "agencies", "money"] as const)
      expect(captions).toContain(say(`packWords.title_${sheet}`));
    const rows = tables.find(({ caption }) => caption === say("packWords.title_districts"))?.rows;
    const counted = await asSuperuser<{ name: string; answered: number }>(`
      SELECT d.name, count(*)::int AS answered FROM holder h JOIN district d ON d.code = h.district_code
      WHERE h.counted AND h.must_reach AND h.state IN ('declined', 'interviewed', 'refused_twice') GROUP BY 1`);
    expect(counted.length).toBe(8);
    for (const { name, answered } of counted)
      expect(rows?.find(([first]) => first === name)?.[2], name).toBe(String(answered));
    expect(rows?.at(-1)?.[0]).toBe(say("packWords.total"));
  });
});

describe("who may have it", () => {
  it("the heads of the area, who are told who fetched which file", async () => {
    const packId = await made("treasury", "now", "5403");
    const fetch = async (login: string, file: (typeof packFiles)[number]) =>
      scoped(await signedIn(login), (scope) => takePack(scope, packId, file));
    expect(await fetch("chief.long", "xlsx")).toMatch(/ลอง.*\.xlsx$/);
    expect(await fetch("governor", "brief")).toMatch(/\.pdf$/);
    for (const login of ["chief.mueang", "secretary.mueang", "baac.mueang", "agency.baac", "admin"])
      expect(await fetch(login, "xlsx"), login).toBeNull();
    for (const login of ["chief.long", "treasury"]) {
      const { packs } = await scoped(await signedIn(login), (scope) => listPacks(scope));
      const found = packs.find(({ id }) => id === packId);
      const chief = (await signedIn("chief.long")).name;
      expect(
        found?.fetched.map(({ name, files }) => [name, files]),
        login,
      ).toContainEqual([chief, ["xlsx"]]);
    }
    const { packs } = await scoped(await signedIn("chief.mueang"), (scope) => listPacks(scope));
    expect(packs.some(({ id }) => id === packId)).toBe(false);
  });

  it("no head of another district asks for it, and nobody who is no head", async () => {
    expect(await ask(await signedIn("chief.mueang"), "now", "5403")).toMatchObject({ ok: false });
    for (const login of ["baac.mueang", "desk1.mueang", "agency.baac", "admin"])
      expect(await ask(await signedIn(login), "now"), login).toMatchObject({ ok: false });
  });

  it("a district's is made by its page's numbers", async () => {
    const pack = await contentsOf(await made("chief.long", "now"));
    const page = await scoped(await signedIn("chief.long"), (scope) =>
      getDistrictDashboard(scope, "5403"),
    );
    expect(pack.whole.now?.answered).toBe(page?.coverage.blocks.answered);
    expect(pack.whole.speed?.neededPerDay).toBe(page?.glance.trend.neededPerDay);
    expect(pack.behind.map(({ name }) => name)).toEqual(
      page?.glance.behind.map(({ name }) => name),
    );
    expect(pack.money?.monthBaht).toBe(page?.entitlements.whole.monthBaht);
  });
});
