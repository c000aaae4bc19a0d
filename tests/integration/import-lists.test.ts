import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BookCell, bookOf } from "@tests/builders/workbook";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { nationalIdCheckDigit } from "@/domain/national-id";
import type { Actor } from "@/domain/policy";
import { rereadImport } from "@/server/imports/commands";
import type { ImportBatch } from "@/server/imports/queries";
import { rejectedFile } from "@/server/imports/rejected-file";
import { runImport } from "@/server/jobs/import";
import { scoped } from "@/server/scope";
import {
  addPerson,
  batchOf,
  check,
  closeAdmin,
  csv,
  importFile,
  run,
  send,
  sql,
  upload,
} from "./import-steps";

/** Lists as spreadsheets produce them: each kind of damage, from the file to the register. */
let treasury: Actor;
beforeAll(async () => {
  treasury = await addPerson("treasury", "provincial_officer");
});
beforeEach(() =>
  sql("TRUNCATE import_batch, holder, holder_income, holder_tally, import_columns CASCADE"),
);
afterAll(closeAdmin);

const headings =
  "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเดือนปีเกิด,บ้านเลขที่,หมู่ที่,ตำบล,อำเภอ,จังหวัด,โทรศัพท์,รายได้ปี 2559,อาชีพ".split(
    ",",
  );
type Cells = Partial<Record<(typeof headings)[number], string>>;

const id = (number: number) => {
  const twelve = `30000${String(number).padStart(7, "0")}`;
  return `${twelve}${nationalIdCheckDigit(twelve)}`;
};

function person(number: number, cells: Cells = {}): string[] {
  const usual: Cells = {
    เลขประจำตัวประชาชน: id(number),
    คำนำหน้า: "นาย",
    ชื่อ: "ทดสอบ",
    นามสกุล: `คนที่${number}`,
    วันเดือนปีเกิด: "01/05/2503",
    บ้านเลขที่: "27/1",
    หมู่ที่: "4",
    ตำบล: "ปงป่าหวาย",
    อำเภอ: "เด่นชัย",
    จังหวัด: "แพร่",
    โทรศัพท์: "0812345678",
    "รายได้ปี 2559": "20000",
    อาชีพ: "ทำนา",
  };
  return headings.map((heading) => ({ ...usual, ...cells })[heading] ?? "");
}

const listed = (...rows: string[][]) => csv([headings, ...rows]);

const counts = ({ rowsIn, created, changed, unchanged, rejected }: ImportBatch) => ({
  rowsIn,
  created,
  changed,
  unchanged,
  rejected,
});
const created = (people: number, rejected = 0) => ({
  rowsIn: people + rejected,
  created: people,
  changed: 0,
  unchanged: 0,
  rejected,
});

/** The people of the register in the order of their surnames, as stored. */
const register = () =>
  sql<Record<string, unknown>>(
    `SELECT title, first_name, last_name, to_char(birth_date, 'YYYY-MM-DD') AS born, house_no, moo, ministry_phone AS phone,
       ministry_occupation AS occupation, income_2559_satang / 100 AS income, age_class, must_reach, subdistrict_code
     FROM holder ORDER BY last_name, national_id_last4`,
  );

describe("a later list", () => {
  it("leaves untouched what it has no column for", async () => {
    await importFile(treasury, listed(person(1), person(2)));
    const [before] = await register();
    const later = csv([
      ["เลขประจำตัวประชาชน", "ชื่อ-สกุล", "ตำบล", "รายได้ปี 2559"],
      [id(1), "นายทดสอบ คนที่1", "ปงป่าหวาย", "25000"],
      [id(2), "นายทดสอบ", "ปงป่าหวาย", "20000"],
    ]);
    const batch = await importFile(treasury, later);
    expect(counts(batch)).toEqual({ ...created(0), rowsIn: 2, changed: 1, unchanged: 1 });
    const [one, two] = await register();
    expect(one).toEqual({ ...before, income: 25_000 });
    // A name without its surname keeps the one that is known, and is told.
    expect(two).toMatchObject({ last_name: "คนที่2", born: "1960-05-01" });
    expect(batch.emptied).toEqual({ lastName: 1 });
    const found = await sql("SELECT search_name FROM holder WHERE last_name = 'คนที่2'");
    expect(found).toEqual([{ search_name: "ทดสอบคนที่2" }]);
  });

  it("says beforehand which known values its empty cells leave out, and takes them only when told to", async () => {
    await importFile(treasury, listed(person(1), person(2), person(3)));
    const emptier = listed(
      person(1, { โทรศัพท์: "", วันเดือนปีเกิด: "-", หมู่ที่: "" }),
      person(2, { โทรศัพท์: "#N/A", อาชีพ: "NULL" }),
      person(3),
    );
    const checked = await check(treasury, await upload(treasury, emptier));
    expect(checked.emptied).toEqual({ phone: 2, birthDate: 1, villageNo: 1, occupation: 1 });
    expect(counts(checked)).toMatchObject({ changed: 0, unchanged: 3 });

    const told = await check(treasury, checked, { answers: { emptyCells: "empty" } });
    expect(told.emptied).toEqual(checked.emptied);
    expect(counts(told)).toMatchObject({ changed: 2, unchanged: 1 });
    await run(treasury, told);
    const [one, two] = await register();
    expect(one).toMatchObject({ phone: null, born: null, moo: null, house_no: "27/1" });
    expect(two).toMatchObject({ phone: null, occupation: null, born: "1960-05-01" });
  });
});

describe("a birth date", () => {
  it("that nobody can have is refused; a child and somebody of a hundred are told", async () => {
    const years = ["1417", "0503", "2403", "3046", "1817", "2546", "2455"];
    const rows = years.map((year, at) => person(at, { วันเดือนปีเกิด: `01/05/${year}` }));
    const batch = await importFile(treasury, listed(...rows));
    expect(batch.reasons).toEqual({ BIRTH_DATE_INVALID: 5 });
    expect(counts(batch)).toEqual(created(2, 5));
    expect(batch.mended).toEqual({ underAge: 1, rareAge: 1 });
  });

  it("that a later list corrects decides the cohort at once, and an undo brings it back", async () => {
    await importFile(treasury, listed(person(1, { วันเดือนปีเกิด: "01/05/2453" })));
    expect(await register()).toMatchObject([{ age_class: "over_60", must_reach: false }]);
    const later = await importFile(treasury, listed(person(1)));
    expect(await register()).toMatchObject([{ age_class: "up_to_60", must_reach: true }]);
    const tally = "SELECT must_reach, sum(people)::int AS n FROM holder_tally GROUP BY 1";
    expect(await sql(tally)).toEqual([{ must_reach: true, n: 1 }]);
    expect(later.status).toBe("done");
  });

  it("is read month first or day first for the whole column, once somebody has said which", async () => {
    const dates = ["05/13/1960", "03/04/1961", "12/25/1955", "01/02/1958"];
    const file = listed(...dates.map((date, at) => person(at, { วันเดือนปีเกิด: date })));
    const checked = await check(treasury, await upload(treasury, file));
    expect(checked.reasons).toEqual({ BIRTH_DATE_ORDER: 4 });
    expect(checked.judged).toEqual({ dates: { order: null } });
    const told = await check(treasury, checked, { answers: { dateOrder: "month_first" } });
    await run(treasury, told);
    expect((await register()).map(({ born }) => born)).toEqual([
      "1960-05-13",
      "1961-03-04",
      "1955-12-25",
      "1958-01-02",
    ]);
  });
});

describe("of several rows of one ID", () => {
  it("the first that can be imported counts", async () => {
    const batch = await importFile(
      treasury,
      listed(
        person(1, { "รายได้ปี 2559": "" }),
        person(1, { "รายได้ปี 2559": "11000" }),
        person(1, { "รายได้ปี 2559": "12000" }),
      ),
    );
    expect(batch.reasons).toEqual({ INCOME_MISSING: 1, DUPLICATE_IN_FILE: 1 });
    expect(await register()).toMatchObject([{ income: 11_000 }]);
  });
});

describe("a workbook", () => {
  const rows = (...people: string[][]): BookCell[][] => [headings, ...people];

  it("of which a hidden sheet comes first is read where it can be seen; another is read when chosen", async () => {
    const file = bookOf([
      { name: "เก่า", hidden: true, rows: rows(person(8, { "รายได้ปี 2559": "1" })) },
      { name: "คำอธิบาย", rows: [["ไฟล์นี้มีรายชื่อสองอำเภอ"]] },
      { name: "เด่นชัย", rows: rows(person(1), person(2)) },
      { name: "สูงเม่น", rows: rows(person(3)) },
    ]);
    const opened = await upload(treasury, file, "สมุด.xlsx");
    expect(opened.reading).toMatchObject({ sheet: "เด่นชัย", hiddenRows: 0 });
    expect(opened.reading?.sheets.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ["เก่า", true, 2],
      ["คำอธิบาย", false, 1],
      ["เด่นชัย", false, 3],
      ["สูงเม่น", false, 2],
    ]);
    const { jobId } = await send(treasury, rereadImport, {
      batchId: opened.id,
      choice: { sheet: "สูงเม่น" },
    });
    await runImport(jobId);
    const again = await batchOf(treasury, opened.id);
    expect(again.reading?.sheet).toBe("สูงเม่น");
    expect(counts(await run(treasury, await check(treasury, again)))).toEqual(created(1));
    expect(await register()).toMatchObject([{ last_name: "คนที่3" }]);
  });

  it("says how many of its rows a filter hides, and reads them", async () => {
    const file = bookOf([
      { name: "ก", rows: rows(person(1), person(2), person(3)), hiddenRows: [3, 4] },
    ]);
    const batch = await importFile(treasury, file, "กรอง.xlsx");
    expect(batch.reading?.hiddenRows).toBe(2);
    expect(counts(batch)).toEqual(created(3));
  });

  it("with a hundred thousand rows that only carry a format has its people alone", async () => {
    const file = bookOf([{ name: "ก", rows: rows(person(1)), formattedRows: 210_000 }]);
    expect(counts(await importFile(treasury, file, "รูปแบบ.xlsx"))).toEqual(created(1));
  }, 60_000);

  it("gives house numbers back by what their cells show, and asks where they do not", async () => {
    const house = (number: number, cell: BookCell) =>
      person(number).map((text, at): BookCell => (headings[at] === "บ้านเลขที่" ? cell : text));
    const file = bookOf([
      {
        name: "ก",
        rows: [
          headings,
          house(1, { serial: 41_395, format: "mmm-yy" }),
          house(2, { serial: 16_438, format: "mmm-yy" }),
          house(3, { serial: 43_171, format: "d-mmm" }),
          house(4, { error: "#VALUE!" }),
        ],
      },
    ]);
    const checked = await check(treasury, await upload(treasury, file, "บ้าน.xlsx"));
    expect(checked.mended).toEqual({ houseNo: 2, houseDate: 1 });
    await run(treasury, checked);
    const houses = async () => (await register()).map(({ house_no }) => house_no);
    expect(await houses()).toEqual(["5/13", "1/45", null, null]);

    const said = await check(treasury, await upload(treasury, file, "บ้าน.xlsx"), {
      answers: { houseOrder: "day_first" },
    });
    await run(treasury, said);
    expect(await houses()).toEqual(["5/13", "1/45", "12/3", null]);
  });

  it("with error cells has no name, telephone or house of them", async () => {
    const errors = (number: number, at: string[]) =>
      person(number).map(
        (text, place): BookCell => (at.includes(headings[place] ?? "") ? { error: "#N/A" } : text),
      );
    const file = bookOf([
      {
        name: "ก",
        rows: [headings, errors(1, ["ชื่อ", "นามสกุล"]), errors(2, ["โทรศัพท์", "อาชีพ", "หมู่ที่"])],
      },
    ]);
    const batch = await importFile(treasury, file, "ผิด.xlsx");
    expect(batch.reasons).toEqual({ NAME_MISSING: 1 });
    expect(await register()).toMatchObject([{ phone: null, occupation: null, moo: null }]);
  });
});

describe("the rejected rows", () => {
  it("come back as they were handed out, with nothing to take off but their fault", async () => {
    const wrong = { ตำบล: "ปงป่าหวายย" };
    const file = listed(
      person(1, { ...wrong, โทรศัพท์: "+66812345678" }),
      person(2, { ...wrong, วันเดือนปีเกิด: "-", บ้านเลขที่: "-" }),
      person(3, { ...wrong, นามสกุล: "-", อาชีพ: "=1+1" }),
    );
    const first = await importFile(treasury, file);
    expect(first.reasons).toEqual({ AREA_UNKNOWN: 3 });
    const words = { sheet: "แถว", heading: "เหตุผลที่นำเข้าไม่ได้", reason: (code: string) => code };
    const bytes = await scoped(treasury, async (scope) =>
      Buffer.from(await new Response(rejectedFile(scope, first, words)).arrayBuffer()),
    );
    const again = await upload(treasury, bytes, "นำเข้าไม่ได้.xlsx");
    // The same headings as before: nothing is asked again.
    expect(again.status).toBe("checked");
    const mended = await check(treasury, again, {
      answers: { areas: { "ปงป่าหวายย|เด่นชัย|แพร่": "540505" } },
    });
    expect(mended.asked.places).toEqual([]);
    expect(again.asked.places).toMatchObject([{ key: "ปงป่าหวายย|เด่นชัย|แพร่", rows: 3 }]);
    expect(counts(await run(treasury, mended))).toEqual(created(3));
    const people = await register();
    expect(people).toMatchObject([
      { last_name: "", occupation: "=1+1" },
      { last_name: "คนที่1", phone: "0812345678" },
      { last_name: "คนที่2", born: null, house_no: null },
    ]);
    expect(JSON.stringify(people)).not.toContain("'");
  });
});

test("income words are asked about once for the file", async () => {
  const file = listed(
    person(1, { "รายได้ปี 2559": "-" }),
    person(2, { "รายได้ปี 2559": "ไม่มีรายได้" }),
    person(3, { "รายได้ปี 2559": "30.000" }),
    person(4, { "รายได้ปี 2559": "2,500/เดือน" }),
    person(5, { "รายได้ปี 2559": "1.5" }),
  );
  const checked = await check(treasury, await upload(treasury, file));
  expect(checked.reasons).toEqual({ INCOME_NONE: 2, INCOME_UNCLEAR: 2 });
  expect(checked.asked.dots).toBe(1);
  expect(checked.mended).toEqual({ rareIncome: 1 });
  const answers = { noneIsZero: true, dotThousands: true };
  await run(treasury, await check(treasury, checked, { answers }));
  expect((await register()).map(({ income }) => income)).toEqual([0, 0, 30_000, 1]);
});

test("a title that is in no list is told, and answered once", async () => {
  const names = ["กพ.สมชาย", "กพ.สมหมาย", "นายสมศักดิ์"];
  const file = listed(...names.map((ชื่อ, at) => person(at, { คำนำหน้า: "", ชื่อ })));
  const checked = await check(treasury, await upload(treasury, file));
  expect(checked.asked.titles).toEqual([{ title: "กพ.", rows: 2 }]);
  await run(treasury, await check(treasury, checked, { answers: { titles: { "กพ.": "นาย" } } }));
  expect((await register()).map(({ title, first_name }) => [title, first_name])).toEqual([
    ["นาย", "สมชาย"],
    ["นาย", "สมหมาย"],
    ["นาย", "สมศักดิ์"],
  ]);
});

test("a whole address in one cell is read in its parts", async () => {
  const file = csv([
    ["เลขประจำตัวประชาชน", "ชื่อ-สกุล", "ที่อยู่", "รายได้ปี 2559"],
    [id(1), "นายทดสอบ หนึ่ง", "๑๒/๓ หมู่ ๔ ต.ปงป่าหวาย อ.เด่นชัย จ.แพร่ 54110", "1000"],
    [id(2), "นายทดสอบ สอง", "บ้านเลขที่ 9 ม.14 ตำบลปงป่าหวาย อำเภอเด่นชัย จังหวัดแพร่", "1000"],
    [id(3), "นายทดสอบ สาม", "99 หมู่ที่ 1 ปงป่าหวาย เด่นชัย แพร่", "1000"],
  ]);
  expect(counts(await importFile(treasury, file))).toEqual(created(3));
  const places = (await register()).map(({ house_no, moo, subdistrict_code }) => [
    house_no,
    moo,
    subdistrict_code,
  ]);
  expect(places.sort()).toEqual([
    ["12/3", 4, "540505"],
    ["9", 14, "540505"],
    ["99", 1, "540505"],
  ]);
});

/** The lists that were handed over with their right outcomes; they are not part of the product. */
const folder = ["../shared/lists", "../../shared/lists"]
  .map((path) => join(process.cwd(), path))
  .find(existsSync);

describe.runIf(folder !== undefined)("the lists as they were handed over", () => {
  const read = (name: string) => readFileSync(join(folder ?? "", name));
  const imported = async (name: string) => {
    const opened = await upload(treasury, read(name), name);
    return run(treasury, opened.status === "checked" ? opened : await check(treasury, opened));
  };

  test.each<[string, number, Record<string, number>]>([
    ["01-rejected-and-back.csv", 0, { AREA_UNKNOWN: 5 }],
    ["02-guarded-ids.csv", 5, {}],
    ["03-error-cells.xlsx", 3, { NAME_MISSING: 3 }],
    ["04-house-numbers-as-dates.xlsx", 6, {}],
    ["05-years-converted-twice.csv", 0, { BIRTH_DATE_INVALID: 6 }],
    ["06-american-dates.csv", 0, { BIRTH_DATE_ORDER: 6 }],
    ["08-two-heading-rows.xlsx", 3, { NOT_A_PERSON: 1 }],
    ["09b-hidden-old-list-first.xlsx", 3, {}],
    ["09c-a-sheet-for-each-district.xlsx", 3, {}],
    ["10-formatted-blank-rows.xlsx", 3, {}],
    ["11b-blank-columns.csv", 2, {}],
    ["12-title-with-comma-semicolons.csv", 3, {}],
    ["18-names-in-one-column.csv", 40, {}],
    ["20-ways-of-writing-an-address.csv", 16, { AREA_AMBIGUOUS: 1 }],
    ["23-odd-characters.csv", 10, {}],
    ["25-hidden-rows.xlsx", 6, {}],
    ["26-windows874-blank-tail.csv", 5, {}],
    ["29-total-and-signature-below.csv", 3, { NOT_A_PERSON: 2 }],
  ])("%s: %i people", async (name, people, reasons) => {
    const batch = await imported(name);
    expect(batch.reasons).toEqual(reasons);
    expect(batch.created).toBe(people);
    const text = JSON.stringify(await register());
    expect(text).not.toMatch(/#N\/A|#REF|#VALUE|"'|ไม่มีนามสกุล|_x000D_|"-"/);
  });

  test("03: what a look-up did not find is nothing", async () => {
    await imported("03-error-cells.xlsx");
    const people = await register();
    expect(people.find(({ last_name }) => last_name === "เลขที่7100024")).toMatchObject({
      phone: null,
      occupation: null,
      house_no: null,
    });
    expect(people.find(({ last_name }) => last_name === "เลขที่7100026")).toMatchObject({
      moo: null,
    });
  });

  test("04: house numbers", async () => {
    await imported("04-house-numbers-as-dates.xlsx");
    expect((await register()).map(({ house_no }) => house_no).sort()).toEqual(
      ["12/25", "1/45", "5/13", "7/20", null, null].sort(),
    );
  });

  test("05b: the right year later", async () => {
    await imported("05-years-converted-twice.csv");
    await imported("05b-the-right-year-later.csv");
    expect(await register()).toMatchObject([{ born: "1960-05-01", must_reach: true }]);
  });

  test("09c: the second sheet is told", async () => {
    const { reading } = await upload(
      treasury,
      read("09c-a-sheet-for-each-district.xlsx"),
      "a.xlsx",
    );
    expect(reading?.sheets.map(({ name, rows, fields }) => [name, rows, fields > 3])).toEqual([
      ["เด่นชัย", 4, true],
      ["สูงเม่น", 5, true],
    ]);
  });

  test("18: the title apart from the name in every row", async () => {
    await imported("18-names-in-one-column.csv");
    const people = await register();
    expect(people.filter(({ title }) => title === "").map(({ first_name }) => first_name)).toEqual([
      "นายิกา",
    ]);
    for (const { first_name } of people) expect(first_name).not.toMatch(/[.]|หญิงสม|^นส$/);
  });

  test("20: villages and houses", async () => {
    await imported("20-ways-of-writing-an-address.csv");
    const people = await register();
    const of = (surname: string) => people.find(({ last_name }) => last_name === surname);
    const moos = [80, 81, 82, 83, 84, 85, 86].map((number) => of(`เลขที่71001${number}`)?.moo);
    expect(moos).toEqual([5, 4, 4, 14, 4, null, 4]);
    expect(of("เลขที่7100181")?.house_no).toBe("12/3");
    expect(of("เลขที่7100186")?.house_no).toBe("12/3");
  });

  test("22: amounts", async () => {
    const batch = await imported("22-amounts.csv");
    expect(batch.reasons.INCOME_NONE).toBe(4);
    expect((await register()).map(({ income }) => income)).not.toContain(30);
  });

  test.each([
    ["24c-stray-quote-two-rows.csv", "FILE_QUOTE_SWALLOWS"],
    ["27-old-xls-renamed.xlsx", "FILE_XLS"],
  ])("%s is refused with %s", async (name, fault) => {
    const batch = await upload(treasury, read(name), name);
    expect(batch.job?.failure).toBe(fault);
    expect(batch.status).toBe("failed");
    if (fault === "FILE_QUOTE_SWALLOWS") expect(batch.faultAt).toEqual({ row: 3, line: 3 });
  });

  test("31: three changed in income alone", async () => {
    await imported("31a-all-columns.csv");
    const before = await register();
    const batch = await imported("31b-needed-columns-only.csv");
    expect(counts(batch)).toEqual({ ...created(0), rowsIn: 3, changed: 3 });
    expect(await register()).toEqual(before.map((person) => ({ ...person, income: 25_000 })));
  });
});
