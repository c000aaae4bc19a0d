import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { HolderFilter } from "@/domain/holder-filter";
import { nationalIdFault } from "@/domain/national-id";
import type { Actor } from "@/domain/policy";
import { formatThaiDateNumeric } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { countHolders, listHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { fromDateColumn } from "@/server/clock";
import { execute } from "@/server/command";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { requestExport } from "@/server/exports/commands";
import { exportPath } from "@/server/exports/files";
import { listExports, takeExport } from "@/server/exports/queries";
import { runExport } from "@/server/jobs/export";
import { mostJobsAtOnce } from "@/server/jobs/queue";
import { scoped } from "@/server/scope";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";
import { csvOf, made, order, xlsxOf } from "./export-files";

let treasury: Actor;
let secretary: Actor;
let chief: Actor;
beforeAll(async () => {
  await loadedDemo();
  treasury = await signedIn("treasury");
  secretary = await signedIn("secretary.long");
  chief = await signedIn("chief.long");
});

/** Everybody a list shows, page by page, as the screen would. */
async function listed(actor: Actor, filter: HolderFilter) {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await scoped(actor, (scope) => listHolders(scope, filter, { after }));
    names.push(...page.rows.map(({ name }) => name));
    after = page.after ?? undefined;
  } while (after);
  return names;
}

describe("an export of holders", () => {
  const filter = { cohort: "must_reach", state: "assigned", subdistrict: "540301" } as const;

  it("is the list with the same filter, row for row in its order", async () => {
    const [, ...rows] = await csvOf(await made(secretary, { filter }));
    const names = rows.map((row) => `${row[1]}${row[2]} ${row[3]}`.trim());
    expect(names).toEqual(await listed(secretary, filter));
    expect(names.length).toBeGreaterThan(10);
  });

  it("is written while its officer reads on, each read audited", async () => {
    let reading = true;
    const reader = (async () => {
      while (reading) await listed(secretary, filter);
    })();
    try {
      expect((await csvOf(await made(secretary, { filter }))).length).toBeGreaterThan(10);
    } finally {
      reading = false;
      await reader;
    }
  });

  it("has of each row what its own record says, in the reach of its reader and of nobody else", async () => {
    for (const actor of [secretary, await signedIn("baac.long"), await signedIn("governor")]) {
      const [header = [], ...rows] = await csvOf(await made(actor));
      const people = await scoped(actor, (scope) =>
        scope.tx.holder.findMany({
          where: holdersMatching(scope, {}),
          orderBy: [{ searchName: "asc" }, { id: "asc" }],
          include: { accountOfficer: true, subdistrict: true, district: true },
        }),
      );
      const day = (at: Date | null) => (at ? formatThaiDateNumeric(fromDateColumn(at)) : "");
      const shown = people.map((person) => [
        ...[person.firstName, person.lastName, day(person.birthDate), String(person.moo ?? "")],
        ...[person.subdistrict.name, person.district.name, day(person.interviewedOn)],
        ...[person.accountOfficerCode ?? "", person.accountOfficer?.name ?? ""],
      ]);
      const columns = ["ชื่อ", "นามสกุล", "วันเดือนปีเกิด", "หมู่ที่", "ตำบล", "อำเภอ", "วันที่สัมภาษณ์"];
      const at = [...columns, "รหัส AO", "AO"].map((name) => header.indexOf(name));
      expect(at).not.toContain(-1);
      expect(rows.map((row) => at.map((column) => row[column]))).toEqual(shown);
      expect(rows.length).toBeGreaterThan(100);
    }
  });

  it("has what is due of each, which adds up to what the district's page says; the province's areas say the same", async () => {
    const [header = [], ...rows] = await csvOf(await made(secretary));
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? "");
    const page = await scoped(secretary, (scope) =>
      getDistrictDashboard(scope, secretary.districtCode ?? ""),
    );
    const whole = page?.entitlements.whole;
    const rates = column("วงเงินต่อเดือน (ตามสิทธิที่คำนวณได้)");
    expect(whole?.people).toBeGreaterThan(100);
    for (const { rate, people } of whole?.rates ?? [])
      expect(rates.filter((each) => each === String(rate))).toHaveLength(people);
    const sum = (values: readonly string[]) => values.reduce((all, each) => all + Number(each), 0);
    expect(sum(column("วงเงินรวม (ตามสิทธิที่คำนวณได้)"))).toBe(whole?.totalBaht);
    expect(new Set(column("วงเงินตั้งแต่เดือน"))).toEqual(new Set(["", "มี.ค. 2561"]));
    const [areaHeader = [], ...areas] = await csvOf(await made(treasury, { list: "areas" }));
    const long = areas.find(([name]) => name === "ลอง") ?? [];
    const inArea = (name: string) => Number(long[areaHeader.indexOf(name)]);
    expect(inArea("ผู้ที่มีวงเงิน (ตามสิทธิที่คำนวณได้)")).toBe(whole?.people);
    expect(inArea("วงเงินรวม (ตามสิทธิที่คำนวณได้)")).toBe(whole?.totalBaht);
  });

  it("that has not everybody who was counted says so, and how many it has", async () => {
    const count = (more: number) =>
      asSuperuser(
        `UPDATE holder_tally SET people = people + $1 WHERE ctid = (SELECT ctid FROM holder_tally
           WHERE district_code = '5403' ORDER BY subdistrict_code, account_officer_id, age_class, income_band, must_reach,
             state, latest_answer, interviewed, said_yes, occupation_group LIMIT 1)`,
        [more],
      );
    await count(1);
    const whole = await scoped(secretary, (scope) => countHolders(scope, {}));
    const rows = (await readFile(exportPath(await made(secretary), "csv"), "utf8"))
      .trim()
      .split("\r\n");
    expect(rows.at(-1)).toBe(`"${say("exports.partial", { rows: whole - 1, all: whole })}"`);
    const xlsx = await xlsxOf(await made(secretary, { format: "xlsx" }));
    expect(xlsx.at(-1)?.[0]).toBe(say("exports.partial", { rows: whole - 1, all: whole }));
    await count(-1);
  });

  it("says the same as XLSX and as CSV, with Thai headers and IDs as text", async () => {
    const [csvHeader, ...csv] = await csvOf(await made(secretary, { filter }));
    const [xlsxHeader, ...xlsx] = await xlsxOf(await made(secretary, { filter, format: "xlsx" }));
    expect(csvHeader?.slice(0, 4)).toEqual(["เลขประจำตัวประชาชน", "คำนำหน้า", "ชื่อ", "นามสกุล"]);
    expect(xlsxHeader).toEqual(csvHeader);
    const asText = xlsx.map((row) => row.map((cell) => String(cell ?? "")));
    const whole = csv.map((row) => row.slice(0, 4));
    expect(asText.map((row) => row.slice(0, 4))).toEqual(whole);
    expect(xlsx.every(([id]) => typeof id === "string")).toBe(true);
  });

  it("begins with a BOM, and its file is for the server's account alone", async () => {
    const path = exportPath(await made(secretary, { filter }), "csv");
    expect([...(await readFile(path)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("never leaves the district of its secretary, whatever the filter says", async () => {
    const [, ...all] = await csvOf(await made(secretary));
    expect(all).toHaveLength(await scoped(secretary, (scope) => countHolders(scope, {})));
    expect(new Set(all.map((row) => row[9]))).toEqual(new Set(["ลอง"]));
    const [, ...foreign] = await csvOf(await made(secretary, { filter: { district: "5401" } }));
    expect(foreign).toEqual([]);
  });

  it("writes what begins like a formula as text", async () => {
    const [holder] = await asSuperuser<{ id: string }>(
      "SELECT id FROM holder WHERE district_code = '5403' LIMIT 1",
    );
    await asSuperuser(`UPDATE holder SET first_name = '=HYPERLINK("http://x","y")' WHERE id = $1`, [
      holder?.id,
    ]);
    const [, ...csv] = await csvOf(await made(secretary));
    const cells = csv.flat().filter((cell) => cell.includes("HYPERLINK"));
    expect(cells).toHaveLength(1);
    expect(cells[0]?.startsWith("=")).toBe(false);
    const xlsx = await xlsxOf(await made(secretary, { format: "xlsx" }));
    expect(xlsx.flat()).toContain('=HYPERLINK("http://x","y")');
  });
});

describe("national IDs", () => {
  it("are masked for the district's chief and secretary, who may not ask for more", async () => {
    const [, ...rows] = await csvOf(await made(chief));
    expect(rows.every(([id]) => /^x-xxxx-xxxx\d-\d\d-\d$/.test(id ?? ""))).toBe(true);
    const asked = { id: randomUUID(), input: order({ reason: "ส่งให้ธนาคารตามหนังสือ" }) };
    for (const actor of [chief, secretary])
      expect(await execute(requestExport, actor, asked)).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("are masked for the governor, who may have no others", async () => {
    const governor = await signedIn("governor");
    const [, ...rows] = await csvOf(await made(governor, { filter: { subdistrict: "540301" } }));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every(([id]) => /^x-xxxx-xxxx\d-\d\d-\d$/.test(id ?? ""))).toBe(true);
    const asked = { id: randomUUID(), input: order({ reason: "ส่งให้ธนาคารตามหนังสือ" }) };
    expect(await execute(requestExport, governor, asked)).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("are whole for the provincial officer who gives a reason, which the audit keeps", async () => {
    const reason = "ส่งให้ธนาคารตามหนังสือที่ พร 0023.3/150";
    const jobId = await made(treasury, { filter: { subdistrict: "540301" }, reason });
    const [, ...rows] = await csvOf(jobId);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.map(([id]) => nationalIdFault(id ?? "")).filter(Boolean)).toEqual([]);
    const events = await asSuperuser<{ detail: { reason?: string } }>(
      "SELECT detail FROM audit.event WHERE action = 'export.unmask' AND subject_id = $1",
      [jobId],
    );
    expect(events.map(({ detail }) => detail.reason)).toEqual([reason]);
  });

  it("are masked for him too without one, and a short reason is refused", async () => {
    const [, ...rows] = await csvOf(await made(treasury, { filter: { subdistrict: "540301" } }));
    expect(rows.every(([id]) => id?.startsWith("x-"))).toBe(true);
    const input = order({ reason: "ขอดู" });
    expect(await execute(requestExport, treasury, { id: randomUUID(), input })).toMatchObject({
      code: "INVALID",
      fields: { reason: ["exports.errorReason"] },
    });
  });
});

describe("exports of tables", () => {
  it("are the figures of the district's page", async () => {
    const dashboard = await scoped(chief, (scope) => getDistrictDashboard(scope, "5403"));
    const [header, ...lines] = await csvOf(await made(chief, { list: "areas" }));
    const rows = lines.slice(0, -1);
    expect(header?.[0]).toBe("ตำบล");
    expect(lines.at(-1)?.slice(0, 2)).toEqual(["รวม", String(dashboard?.coverage.total)]);
    expect(rows.map(([name, ...figures]) => [name, ...figures.slice(0, 8).map(Number)])).toEqual(
      dashboard?.subdistricts.map(({ name, mustReach, blocks, ...area }) => [
        name,
        mustReach,
        ...[blocks.answered, blocks.met_waiting, blocks.to_meet, area.away, blocks.released],
        ...[area.interviewsLeft, area.withoutOfficer],
      ]),
    );
    const [, ...officers] = await csvOf(await made(chief, { list: "officers" }));
    expect(officers.slice(0, -1).map((row) => [row[1], Number(row[4])])).toEqual(
      dashboard?.officers.map(({ code, progress }) => [code, progress.people]),
    );
    const [, ...registrations] = await csvOf(await made(chief, { list: "registrations" }));
    expect(registrations).toHaveLength(dashboard?.registrations ?? -1);
  });

  it("of the province have its districts side by side and the seed's table", async () => {
    const [, ...districts] = await csvOf(await made(treasury, { list: "areas" }));
    expect(districts.map(([name]) => name)).toContain("หนองม่วงไข่");
    expect(districts).toHaveLength(9);
    const [, ...table] = await csvOf(await made(treasury, { list: "age_income" }));
    expect(table).toEqual([
      ["ไม่เกิน 60 ปี", "5273", "2573", "7846"],
      ["เกิน 60 ปี", "3076", "547", "3623"],
      ["รวม", "8349", "3120", "11469"],
    ]);
    const [, ...officers] = await csvOf(await made(treasury, { list: "officers" }));
    expect(officers).toHaveLength(27);
  });

  it("are workbooks that say what they are and of which day, above their headings", async () => {
    for (const list of ["areas", "officers", "age_income"] as const) {
      const [title, asOf, headings, ...rows] = await xlsxOf(
        await made(chief, { list, format: "xlsx" }),
      );
      expect(title?.[0]).toMatch(/อำเภอลอง$/);
      expect(asOf?.[0]).toMatch(/^ข้อมูล ณ 26 ก\.พ\. 61$/);
      expect(headings?.length).toBeGreaterThan(3);
      expect(rows.at(-1)?.[0]).toBe("รวม");
    }
  });
});

describe("the job", () => {
  it("shows its progress to who asked, and its file to nobody else", async () => {
    const jobId = await made(secretary);
    const [latest] = await scoped(secretary, listExports);
    expect(latest).toMatchObject({ id: jobId, status: "done", expired: false });
    expect(latest?.progress).toBe(latest?.total);
    expect(latest?.file?.fileName).toBe("รายชื่อผู้มีบัตร อำเภอลอง 26 ก.พ. 61.csv");
    expect(await scoped(secretary, (scope) => takeExport(scope, jobId))).not.toBeNull();
    for (const actor of [chief, treasury, await signedIn("baac.long")])
      expect(await scoped(actor, (scope) => takeExport(scope, jobId)).catch(() => null)).toBeNull();
  });

  it("is refused to who lost his office before it ran", async () => {
    const leaver = await signedIn("secretary.song");
    const ordered = await execute(requestExport, leaver, { id: randomUUID(), input: order() });
    await asSuperuser("UPDATE officer SET status = 'disabled' WHERE id = $1", [leaver.id]);
    const jobId = ordered.ok ? ordered.value.jobId : "";
    await runExport(jobId);
    const [job] = await asSuperuser("SELECT status, failure FROM job WHERE id = $1", [jobId]);
    expect(job).toEqual({ status: "failed", failure: "NOT_ALLOWED" });
    await expect(stat(exportPath(jobId, "csv"))).rejects.toThrow();
  });

  it("cannot be ordered by who has no list of his own", async () => {
    for (const login of ["desk1.long", "admin"]) {
      const asked = { id: randomUUID(), input: order() };
      expect(await execute(requestExport, await signedIn(login), asked)).toMatchObject({
        ok: false,
      });
    }
  });
});

it("keeps one person from filling the worker: some files wait, one more is refused until one is done", async () => {
  const patient = await signedIn("chief.song");
  const ask = () => execute(requestExport, patient, { id: randomUUID(), input: order({}) });
  const asked = [];
  for (let nth = 0; nth < mostJobsAtOnce; nth += 1) asked.push(await ask());
  expect(asked.every(({ ok }) => ok)).toBe(true);
  expect(await ask()).toMatchObject({ code: "JOBS_WAITING", detail: { waiting: mostJobsAtOnce } });
  const [first] = asked;
  await runExport(first?.ok ? first.value.jobId : "");
  expect(await ask()).toMatchObject({ ok: true });
});
