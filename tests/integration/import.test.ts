import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { rejectionReasons } from "@/domain/import/reasons";
import type { Actor } from "@/domain/policy";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { bandOf } from "@/domain/rules/top-up";
import { execute } from "@/server/command";
import { getHome } from "@/server/home/queries";
import { recordDelivery, startImport, undoImport } from "@/server/imports/commands";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { listImports, listMended, listMissing, listRejections } from "@/server/imports/queries";
import { runImport } from "@/server/jobs/import";
import { scoped } from "@/server/scope";
import {
  addPerson,
  batchOf,
  check,
  closeAdmin,
  csv,
  digest,
  importFile,
  listOf,
  meaning,
  people,
  run,
  send,
  sql,
  undo,
  upload,
} from "./import-steps";

const [rules] = ruleSetsOfCode;

let treasury: Actor;
let neighbour: Actor;

async function programmeOn(date: string) {
  await sql(
    "INSERT INTO setting (key, value) VALUES ('programme_on', to_jsonb($1::text)) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value",
    [date],
  );
}

beforeAll(async () => {
  treasury = await addPerson("treasury", "provincial_officer");
  neighbour = await addPerson("neighbour", "provincial_officer", "55");
});
beforeEach(async () => {
  await programmeOn("2018-02-26");
  await sql("TRUNCATE import_batch, holder, holder_income, holder_tally, import_columns CASCADE");
});
afterAll(closeAdmin);

const counts = (batch: {
  rowsIn: number;
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
}) => [batch.rowsIn, batch.created, batch.changed, batch.unchanged, batch.rejected];

const persons = people(60, "first");
/** A cell of the usual list. */
const put = (rows: string[][], row: number, column: string, text: string) => {
  const line = rows[row];
  const place = rows[0]?.indexOf(column) ?? -1;
  if (!line || place < 0) throw new Error(column);
  line[place] = text;
};

describe("a first list", () => {
  it("is only counted by the dry run, and merged by the run with the same counts", async () => {
    const before = await digest();
    const checked = await check(treasury, await upload(treasury, csv(listOf(persons))));
    expect(checked.status).toBe("checked");
    expect(counts(checked)).toEqual([60, 60, 0, 0, 0]);
    expect(await digest()).toBe(before);

    const done = await run(treasury, checked);
    expect(done.status).toBe("done");
    expect(counts(done)).toEqual([60, 60, 0, 0, 0]);
    const [holders] = await sql(
      "SELECT count(*)::int AS n, count(DISTINCT national_id_index)::int AS ids FROM holder",
    );
    expect(holders).toEqual({ n: 60, ids: 60 });
    expect(await sql("SELECT sum(people)::int AS n FROM holder_tally")).toEqual([{ n: 60 }]);
    expect(
      await sql("SELECT count(*)::int AS n FROM holder_income WHERE counts_from IS NULL"),
    ).toEqual([{ n: 60 }]);
  });

  it("holds each ID encrypted, and nothing readable in the database tells it", async () => {
    await importFile(treasury, csv(listOf(persons)));
    const text = JSON.stringify(await sql("SELECT to_jsonb(h) AS row FROM holder h"));
    for (const { nationalId } of persons) expect(text).not.toContain(nationalId);
  });

  it("is deleted once it has run; the columns are remembered for the next", async () => {
    const first = await upload(treasury, csv(listOf(persons)));
    expect(first.status).toBe("uploaded");
    await run(treasury, await check(treasury, first));
    const again = await upload(treasury, csv(listOf(persons)));
    expect(again.status).toBe("checked");
    const { uploadPath } = await import("@/server/uploads/uploads");
    const { existsSync } = await import("node:fs");
    expect(existsSync(uploadPath(treasury.id, first.id))).toBe(false);
    expect(existsSync(uploadPath(treasury.id, again.id))).toBe(true);
  });
});

describe("the same list again", () => {
  it("writes no holder, no history and no counter", async () => {
    await importFile(treasury, csv(listOf(persons)));
    const before = await digest();
    const again = await importFile(treasury, csv(listOf(persons)));
    expect(counts(again)).toEqual([60, 0, 0, 60, 0]);
    expect(again.missing).toBe(0);
    expect(await digest()).toBe(before);
  });

  it("in Windows-874, other columns and other spellings is still the same", async () => {
    await importFile(treasury, csv(listOf(persons)));
    const before = await digest();
    const rows = listOf(persons).map((row) => [...row].reverse());
    const text = csv(rows).toString("utf8");
    const bytes = Buffer.from(
      [...text].map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return code < 0x80 ? code : code - 0x0e00 + 0xa0;
      }),
    );
    const again = await importFile(treasury, bytes);
    expect(again.encoding).toBe("windows-874");
    expect(counts(again)).toEqual([60, 0, 0, 60, 0]);
    expect(await digest()).toBe(before);
  });
});

describe("a later list", () => {
  it("changes only the Ministry's values, keeps what was there, and counts a new income from the next month", async () => {
    await importFile(treasury, csv(listOf(persons)));
    await sql("UPDATE holder SET phone = '0899999999', current_address = 'ที่อื่น'");
    const [first] = await sql<{ age_class: string; income: number }>(
      "SELECT age_class, income_2559_satang AS income FROM holder WHERE national_id_last4 = $1",
      [persons[0]?.nationalId.slice(-4)],
    );
    const before = bandOf(rules, first?.income ?? 0).id;
    const rows = listOf(persons);
    put(rows, 1, "รายได้ปี 2559", before === "up_to_30000" ? "50000" : "20000");
    put(rows, 1, "วันเดือนปีเกิด", first?.age_class === "over_60" ? "01/01/2540" : "01/01/2480");
    put(rows, 2, "นามสกุล", "เปลี่ยนแล้ว");
    const changed = await importFile(treasury, csv(rows));
    expect(counts(changed)).toEqual([60, 0, 2, 58, 0]);

    const [holder] = await sql(
      `SELECT h.income_band, h.age_class, h.phone, h.current_address, i.counts_from::text, c.before->>'income_2559_satang' AS before
       FROM holder h JOIN holder_income i ON i.holder_id = h.id AND i.batch_id = $1 JOIN import_change c ON c.holder_id = h.id`,
      [changed.id],
    );
    // The income counts from March, until then cohort and table use the old one; the birth date counts at once.
    expect(holder).toEqual({
      income_band: before,
      age_class: first?.age_class === "over_60" ? "up_to_60" : "over_60",
      phone: "0899999999",
      current_address: "ที่อื่น",
      counts_from: "2018-03-01",
      before: String(first?.income),
    });
    expect(
      await sql("SELECT count(*)::int AS n FROM holder_income WHERE batch_id = $1", [changed.id]),
    ).toEqual([{ n: 1 }]);
    const bandOn = async (day: string) => {
      await withJobClient((client) =>
        asJob(client, { jobId: randomUUID(), officerId: "" }, () => putIncomesInForce(client, day)),
      );
      const [now] = await sql<{ income_band: string }>(
        "SELECT income_band FROM holder WHERE id = (SELECT holder_id FROM holder_income WHERE batch_id = $1)",
        [changed.id],
      );
      return now?.income_band;
    };
    expect(await bandOn("2018-02-28")).toBe(before);
    const after = before === "up_to_30000" ? "over_30000" : "up_to_30000";
    expect(await bandOn("2018-03-01")).toBe(after);
    expect(await bandOn("2018-03-02")).toBe(after);
    const [tally] = await sql(
      "SELECT sum(people)::int AS people, (SELECT count(*)::int FROM holder) AS holders FROM holder_tally",
    );
    expect(tally).toEqual({ people: 60, holders: 60 });
  });

  it("reports whom it does not have and leaves them alone; a rejected row is no absence", async () => {
    await importFile(treasury, csv(listOf(persons)));
    const before = await digest();
    const rows = listOf(persons.slice(0, 50));
    put(rows, 1, "รายได้ปี 2559", "-");
    const later = await importFile(treasury, csv(rows));
    expect(counts(later)).toEqual([50, 0, 0, 49, 1]);
    expect(later.missing).toBe(10);
    expect(await digest()).toBe(before);
    const absent = await scoped(treasury, (scope) => listMissing(scope, later.id, 0));
    expect(absent.map(({ lastName }) => lastName).sort()).toEqual(
      persons
        .slice(50)
        .map(({ lastName }) => lastName)
        .sort(),
    );
  });

  it("of one province takes nobody from another", async () => {
    await importFile(treasury, csv(listOf(persons)));
    const before = await meaning();
    const rows = listOf(persons.slice(0, 3));
    for (const row of [1, 2, 3]) {
      put(rows, row, "ตำบล", "ในเวียง");
      put(rows, row, "อำเภอ", "เมืองน่าน");
      put(rows, row, "จังหวัด", "น่าน");
    }
    const theirs = await importFile(neighbour, csv(rows));
    expect(theirs.reasons).toEqual({ AREA_OUT_OF_SCOPE: 3 });
    expect(await meaning()).toEqual(before);
  });
});

describe("rows that cannot be imported", () => {
  it("count once, under the first reason, and the sum is right", async () => {
    const rows = listOf(persons);
    put(rows, 1, "เลขประจำตัวประชาชน", "");
    put(rows, 2, "เลขประจำตัวประชาชน", "3.5403E+12");
    put(rows, 3, "เลขประจำตัวประชาชน", "1234567890122");
    rows.push([...(rows[4] ?? [])]);
    put(rows, 5, "ชื่อ", "-");
    put(rows, 6, "วันเดือนปีเกิด", "1/1/03");
    put(rows, 7, "รายได้ปี 2559", "ไม่ทราบ");
    put(rows, 8, "รายได้ปี 2559", "100000.5");
    put(rows, 9, "ตำบล", "ไม่มี");
    put(rows, 10, "อำเภอ", "");
    put(rows, 10, "ตำบล", "น้ำชำ");
    put(rows, 11, "จังหวัด", "น่าน");
    put(rows, 11, "อำเภอ", "เมืองน่าน");
    put(rows, 11, "ตำบล", "ในเวียง");
    put(rows, 12, "อาชีพ", "\uFFFD");
    put(rows, 13, "รายได้ปี 2559", "-");
    put(rows, 14, "รายได้ปี 2559", "30.000");
    rows.push(Array(13).fill(" "));
    rows.push(["รวม", ...Array(10).fill(""), "60000", ""]);
    const done = await importFile(treasury, csv(rows));
    expect(counts(done)).toEqual([62, 47, 0, 0, 15]);
    // The order of a column is doubtful for all of its rows at once: import-lists.test.ts.
    const expected = rejectionReasons.filter((reason) => reason !== "BIRTH_DATE_ORDER");
    expect(done.reasons).toEqual(Object.fromEntries(expected.map((reason) => [reason, 1])));
    const rejected = await scoped(treasury, (scope) =>
      listRejections(scope, done, { after: 0, take: 50 }),
    );
    expect(rejected.map(({ rowNumber, reason }) => `${rowNumber} ${reason}`)).toContain(
      "62 DUPLICATE_IN_FILE",
    );
    expect(rejected.find(({ rowNumber }) => rowNumber === 11)).toMatchObject({
      reason: "AREA_AMBIGUOUS",
      candidates: ["540103", "540402"],
      cells: rows[10],
    });
  });

  it("of an ambiguous area are imported once it is chosen", async () => {
    const rows = listOf(persons.slice(0, 2));
    for (const row of [1, 2]) {
      put(rows, row, "ตำบล", "น้ำชำ");
      put(rows, row, "อำเภอ", "");
    }
    const checked = await check(treasury, await upload(treasury, csv(rows)));
    expect(checked.reasons).toEqual({ AREA_AMBIGUOUS: 2 });
    const chosen = await check(treasury, checked, {
      areaChoices: { "2": "540402", "3": "540999" },
    });
    expect(counts(chosen)).toEqual([2, 1, 0, 0, 1]);
    await run(treasury, chosen);
    expect(await sql("SELECT subdistrict_code FROM holder")).toEqual([
      { subdistrict_code: "540402" },
    ]);
  });

  it("lie encrypted, out of another province's sight", async () => {
    const rows = listOf(persons.slice(0, 2));
    put(rows, 1, "ชื่อ", "");
    const done = await importFile(treasury, csv(rows));
    const [stored] = await sql<{ text: string }>(
      "SELECT encode(cells_enc, 'escape') AS text FROM import_rejection",
    );
    expect(stored?.text).not.toContain(persons[0]?.nationalId);
    expect(await scoped(neighbour, ({ tx }) => tx.importRejection.count())).toBe(0);
    await expect(batchOf(neighbour, done.id)).rejects.toThrow("no such batch");
  });

  it("are not the mended ones, which are listed", async () => {
    const rows = listOf(persons.slice(0, 2));
    put(rows, 1, "โทรศัพท์", "812345678");
    put(rows, 2, "บ้านเลขที่", "27-ม.ค.");
    const done = await importFile(treasury, csv(rows));
    expect(done.mended).toEqual({ phone: 1, houseNo: 1 });
    expect(await scoped(treasury, (scope) => listMended(scope, done))).toEqual([
      { rowNumber: 2, repairs: [{ field: "phone", from: "812345678", to: "0812345678" }] },
      { rowNumber: 3, repairs: [{ field: "houseNo", from: "27-ม.ค.", to: "27/1" }] },
    ]);
    const stored = await sql(
      "SELECT ministry_phone, house_no FROM holder WHERE ministry_phone = '0812345678' OR house_no = '27/1'",
    );
    expect(stored).toHaveLength(2);
  });
});

describe("undo", () => {
  it("leaves everything as it was before the batch", async () => {
    await importFile(treasury, csv(listOf(persons.slice(0, 40))));
    const before = await digest();
    const rows = listOf(persons);
    put(rows, 1, "นามสกุล", "เปลี่ยนแล้ว");
    put(rows, 2, "รายได้ปี 2559", "77777");
    put(rows, 3, "ตำบล", "540801");
    put(rows, 3, "อำเภอ", "");
    const batch = await importFile(treasury, csv(rows));
    expect(batch.changed).toBeGreaterThanOrEqual(2);
    expect(await digest()).not.toBe(before);
    expect((await undo(treasury, batch)).status).toBe("undone");
    expect(await digest()).toBe(before);
    // And it can be imported again.
    expect((await importFile(treasury, csv(rows))).status).toBe("done");
  });

  test.each([
    [
      "an assignment",
      `INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code, assigned_by_id, assigned_on)
      SELECT gen_random_uuid(), gen_random_uuid(), h.id, h.province_code, h.district_code, o.id, '5401B001', o.id, '2018-02-26' FROM holder h, officer o WHERE o.login = 'treasury' LIMIT 1`,
    ],
    [
      "a refusal at the door",
      `INSERT INTO interview_refusal (id, holder_id, province_code, district_code, refused_on, recorded_on, recorded_by_id, reason)
      SELECT gen_random_uuid(), h.id, h.province_code, h.district_code, '2018-02-26', '2018-02-26', o.id, 'x' FROM holder h, officer o WHERE o.login = 'treasury' LIMIT 1`,
    ],
    [
      "a consent that was taken back",
      `INSERT INTO consent_event (id, holder_id, province_code, district_code, purpose, decision, text_version, channel, decided_on, recorded_by_id, recorded_on)
      SELECT gen_random_uuid(), h.id, h.province_code, h.district_code, 'referral', 'withdrawn', '1', 'office', '2018-02-26', o.id, '2018-02-26' FROM holder h, officer o WHERE o.login = 'treasury' LIMIT 1`,
    ],
  ])("is refused after %s, and nothing changes", async (_, act) => {
    const batch = await importFile(treasury, csv(listOf(persons)));
    await sql(act);
    const before = await digest();
    const after = await undo(treasury, batch);
    expect(after.status).toBe("done");
    expect(after.job).toMatchObject({ status: "failed", failure: "ACTED_ON" });
    expect(await digest()).toBe(before);
  });

  it("is refused where a later import changed one of its holders, until that one is undone", async () => {
    const first = await importFile(treasury, csv(listOf(persons)));
    const rows = listOf(persons);
    put(rows, 1, "นามสกุล", "เปลี่ยนแล้ว");
    const second = await importFile(treasury, csv(rows));
    expect((await undo(treasury, first)).job?.failure).toBe("ACTED_ON");
    expect((await undo(treasury, second)).status).toBe("undone");
    expect((await undo(treasury, first)).status).toBe("undone");
    expect(await sql("SELECT FROM holder")).toEqual([]);
    expect(await sql("SELECT FROM holder_tally")).toEqual([]);
  });
});

it("waits on the treasury's home until it is recorded by which letter it came, and on nobody else's", async () => {
  const batch = await importFile(treasury, csv(listOf(persons)));
  const governor = await addPerson(`governor-${randomUUID().slice(0, 8)}`, "governor");
  const waits = async (actor: Actor) => {
    const { waiting, owed } = await scoped(actor, getHome);
    return [...waiting, ...owed].find(({ key }) => key === "importsWithoutLetter")?.count ?? 0;
  };
  const listed = () => scoped(treasury, (scope) => listImports(scope, { letter: "none" }));
  expect([await waits(treasury), await waits(governor), await waits(neighbour)]).toEqual([1, 0, 0]);
  expect((await listed()).map(({ id }) => id)).toEqual([batch.id]);
  await send(treasury, recordDelivery, {
    batchId: batch.id,
    letterNumber: "กค 0402.4/1254",
    letterOn: "2018-01-22",
    receivedOn: "2018-01-25",
    receivedFrom: "กระทรวงการคลัง",
    medium: "disc",
  });
  expect([await waits(treasury), await listed()]).toEqual([0, []]);
});

describe("who may import", () => {
  it("is the province's officer alone, and each step once", async () => {
    const governor = await addPerson(`governor-${randomUUID().slice(0, 8)}`, "governor");
    const checked = await check(treasury, await upload(treasury, csv(listOf(persons))));
    const input = { batchId: checked.id };
    expect(await execute(startImport, governor, { id: randomUUID(), input })).toMatchObject({
      ok: false,
    });
    expect(await execute(startImport, neighbour, { id: randomUUID(), input })).toMatchObject({
      code: "NOT_FOUND",
    });
    const both = await Promise.all(
      [1, 2].map(() => execute(startImport, treasury, { id: randomUUID(), input })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await execute(undoImport, treasury, { id: randomUUID(), input })).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("loses the job with the right: it is read again when the job begins", async () => {
    const officer = await addPerson(`leaving-${randomUUID().slice(0, 8)}`, "provincial_officer");
    const checked = await check(officer, await upload(officer, csv(listOf(persons))));
    const { jobId } = await send(officer, startImport, { batchId: checked.id });
    await sql("UPDATE officer SET status = 'disabled' WHERE id = $1", [officer.id]);
    await runImport(jobId);
    expect(await sql("SELECT status, failure FROM job WHERE id = $1", [jobId])).toEqual([
      { status: "failed", failure: "NOT_ALLOWED" },
    ]);
    expect(await sql("SELECT FROM holder")).toEqual([]);
  });
});

describe("the audit", () => {
  it("has an entry for each chunk with its counts and a hash, and no person's data", async () => {
    const batch = await importFile(treasury, csv(listOf(persons)));
    const entries = await sql<{ detail: Record<string, unknown>; text: string }>(
      "SELECT detail, e::text AS text FROM audit.event e WHERE subject_id = $1 AND actor_role = 'job' ORDER BY seq",
      [batch.id],
    );
    expect(entries.map(({ detail }) => detail)).toMatchObject([
      { from: 1, rows: 60, created: 60, changed: 0, unchanged: 0, rejected: 0 },
      { finished: true, rowsIn: 60, created: 60 },
    ]);
    expect(entries[0]?.detail.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const { lastName, nationalId } of persons.slice(0, 5))
      for (const { text } of entries) {
        expect(text).not.toContain(nationalId);
        if (lastName) expect(text).not.toContain(lastName);
      }
  });
});

describe("a file that is none", () => {
  test.each([
    ["list.csv", Buffer.from("<html><table></table></html>"), "FILE_MARKUP"],
    ["list.xlsx", Buffer.from("PK\u0003\u0004 broken"), "FILE_DAMAGED"],
    ["list.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "FILE_XLS"],
    ["list.csv", Buffer.from("1000000000009,ก,ข,น้ำชำ,0\n"), "FILE_NO_HEADER"],
  ])("%s is refused by name", async (name, content, failure) => {
    const batch = await upload(treasury, content, name);
    expect(batch.status).toBe("failed");
    expect(batch.job).toMatchObject({ status: "failed", failure });
  });
});
