import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nationalIdCheckDigit } from "@/domain/national-id";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { buildAreaIndex } from "./areas";
import type { ColumnChoice } from "./columns";
import { type RejectionReason, rejectionReasons } from "./reasons";
import { isBlankRow, type RowContext, readRow } from "./row";

const fields = [
  "nationalId",
  "title",
  "firstName",
  "lastName",
  "birthDate",
  "houseNo",
  "villageNo",
  "subdistrict",
  "district",
  "province",
  "phone",
  "income",
  "occupation",
] as const;
type Cells = Partial<Record<(typeof fields)[number], string>>;

const columns: ColumnChoice = Object.fromEntries(fields.map((field, column) => [field, column]));
const areas = buildAreaIndex([
  { code: "54", name: "แพร่" },
  { code: "55", name: "น่าน" },
  { code: "5401", name: "เมืองแพร่" },
  { code: "5404", name: "สูงเม่น" },
  { code: "5501", name: "เมืองน่าน" },
  { code: "540103", name: "น้ำชำ" },
  { code: "540402", name: "น้ำชำ" },
  { code: "540401", name: "สูงเม่น" },
  { code: "550101", name: "ในเวียง" },
]);

function context(more: Partial<RowContext> = {}): RowContext {
  return { rules: ruleSetsOfCode[0], columns, areas, provinceCode: "54", seen: new Set(), ...more };
}

const id = (number: number) => {
  const twelve = `10000${String(number).padStart(7, "0")}`;
  return `${twelve}${nationalIdCheckDigit(twelve)}`;
};

/** An ordinary line of the list. */
function line(cells: Cells = {}): string[] {
  const ordinary: Cells = {
    nationalId: id(1),
    title: "นาย",
    firstName: "คำแสน",
    lastName: "วงศ์ใหญ่",
    birthDate: "01/05/2503",
    houseNo: "27/1",
    villageNo: "4",
    subdistrict: "น้ำชำ",
    district: "สูงเม่น",
    province: "แพร่",
    phone: "0812345678",
    income: "30,000",
    occupation: "ทำนา",
  };
  return fields.map((field) => ({ ...ordinary, ...cells })[field] ?? "");
}

const reasonOf = (cells: Cells, more: Partial<RowContext> = {}) => {
  const answer = readRow(line(cells), context(more));
  return answer.ok ? null : answer.reason;
};

describe("a row that can be imported", () => {
  it("becomes a holder in stored form", () => {
    expect(readRow(line(), context())).toEqual({
      ok: true,
      repairs: [],
      holder: {
        nationalId: id(1),
        title: "นาย",
        firstName: "คำแสน",
        lastName: "วงศ์ใหญ่",
        birthDate: "1960-05-01",
        birthPrecision: "day",
        incomeSatang: 3_000_000,
        subdistrictCode: "540402",
        villageNo: 4,
        houseNo: "27/1",
        phone: "0812345678",
        occupation: "ทำนา",
      },
    });
  });

  it("says what was mended", () => {
    const answer = readRow(line({ phone: "812345678", houseNo: "27-ม.ค." }), context());
    expect(answer).toMatchObject({
      holder: { phone: "0812345678", houseNo: "27/1" },
      repairs: [
        { field: "houseNo", from: "27-ม.ค.", to: "27/1" },
        { field: "phone", from: "812345678", to: "0812345678" },
      ],
    });
  });

  test.each<[Cells, { title: string; firstName: string; lastName: string }]>([
    [
      { title: "น.ส.", firstName: "บุญเรือง" },
      { title: "นางสาว", firstName: "บุญเรือง", lastName: "วงศ์ใหญ่" },
    ],
    [
      { title: "", firstName: "นางบุญเรือง" },
      { title: "นาง", firstName: "บุญเรือง", lastName: "วงศ์ใหญ่" },
    ],
    [
      { title: "นาย", firstName: "นาย คำแสน" },
      { title: "นาย", firstName: "คำแสน", lastName: "วงศ์ใหญ่" },
    ],
    [
      { title: "นาง", firstName: "นางนวล" },
      { title: "นาง", firstName: "นางนวล", lastName: "วงศ์ใหญ่" },
    ],
    [
      { title: "นาย", firstName: "นายก" },
      { title: "นาย", firstName: "นายก", lastName: "วงศ์ใหญ่" },
    ],
    [
      { title: "", firstName: "กพ.คำแสน" },
      { title: "กพ.", firstName: "คำแสน", lastName: "วงศ์ใหญ่" },
    ],
    [
      { firstName: "ป\uF70Aอง", lastName: "ใจ\uF70Bดี\u000B" },
      { title: "นาย", firstName: "ป่อง", lastName: "ใจ้ดี" },
    ],
    [{ lastName: "(ไม่มีนามสกุล)" }, { title: "นาย", firstName: "คำแสน", lastName: "" }],
    [{ lastName: "วงศ์ใหญ่ (ตาย)" }, { title: "นาย", firstName: "คำแสน", lastName: "วงศ์ใหญ่" }],
    [
      { title: "ว่าที่ ร.ต.หญิง", lastName: "" },
      { title: "ว่าที่ ร.ต.หญิง", firstName: "คำแสน", lastName: "" },
    ],
    [{ firstName: "คํา  แสน" }, { title: "นาย", firstName: "คำ แสน", lastName: "วงศ์ใหญ่" }],
  ])("has its name in parts: %j", (cells, name) => {
    expect(readRow(line(cells), context())).toMatchObject({ holder: name });
  });

  it("may have its whole name in one column", () => {
    const cells = [id(1), "น.ส.คำแสน ณ น่าน", "540402", "0"];
    const one: ColumnChoice = { nationalId: 0, fullName: 1, subdistrict: 2, income: 3 };
    expect(readRow(cells, context({ columns: one }))).toMatchObject({
      holder: {
        title: "นางสาว",
        firstName: "คำแสน",
        lastName: "ณ น่าน",
        birthDate: null,
        phone: null,
      },
    });
  });

  it("may write its ID with hyphens, spaces and Thai digits", () => {
    const hyphens = id(1).replace(/^(.)(....)(.....)(..)(.)$/, "$1-$2 $3-$4-$5");
    const thai = hyphens.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");
    expect(readRow(line({ nationalId: thai }), context())).toMatchObject({
      holder: { nationalId: id(1) },
    });
  });
});

const wrongCheckDigit = id(1).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

describe("a row that cannot be imported", () => {
  test.each<[RejectionReason, Cells]>([
    ["ID_MISSING", { nationalId: "" }],
    ["ID_MISSING", { nationalId: " " }],
    ["ID_DAMAGED", { nationalId: "3.5403E+12" }],
    ["ID_DAMAGED", { nationalId: id(1).slice(1) }],
    ["ID_CHECK_DIGIT", { nationalId: wrongCheckDigit }],
    ["NAME_MISSING", { firstName: "" }],
    ["NAME_MISSING", { firstName: "-" }],
    ["NAME_MISSING", { firstName: "นาย", title: "" }],
    ["BIRTH_DATE_INVALID", { birthDate: "31/02/2503" }],
    ["INCOME_MISSING", { income: "" }],
    ["INCOME_NONE", { income: "-" }],
    ["INCOME_UNCLEAR", { income: "30.000" }],
    ["NAME_MISSING", { firstName: "#N/A", lastName: "#N/A" }],
    ["NAME_MISSING", { firstName: "0", lastName: "0" }],
    ["ID_MISSING", { nationalId: "#N/A" }],
    ["INCOME_OUT_OF_RANGE", { income: "100000.01" }],
    ["AREA_UNKNOWN", { subdistrict: "น้ำซำ" }],
    ["AREA_AMBIGUOUS", { district: "" }],
    ["AREA_OUT_OF_SCOPE", { subdistrict: "ในเวียง", district: "เมือง", province: "น่าน" }],
    ["TEXT_UNREADABLE", { lastName: "วงศ์\uFFFDหญ่" }],
    ["TEXT_UNREADABLE", { lastName: "วงศ์\uF8C1" }],
    ["TEXT_UNREADABLE", { occupation: "ทำ\u0000นา" }],
    ["TEXT_UNREADABLE", { occupation: "ก".repeat(400) }],
  ])("%s: %j", (reason, cells) => {
    expect(reasonOf(cells)).toBe(reason);
  });

  it("counts under the first of its reasons, in the order of the list", () => {
    const faults: [RejectionReason, Cells][] = [
      ["ID_MISSING", { nationalId: "" }],
      ["ID_DAMAGED", { nationalId: "12" }],
      ["ID_CHECK_DIGIT", { nationalId: wrongCheckDigit }],
      ["DUPLICATE_IN_FILE", {}],
      ["NAME_MISSING", { firstName: "" }],
      ["BIRTH_DATE_INVALID", { birthDate: "1/1/03" }],
      ["INCOME_MISSING", { income: "" }],
      ["INCOME_NONE", { income: "-" }],
      ["INCOME_UNCLEAR", { income: "30.000" }],
      ["INCOME_OUT_OF_RANGE", { income: "200000" }],
      ["AREA_UNKNOWN", { subdistrict: "ไม่มีที่นี่" }],
      ["AREA_AMBIGUOUS", { subdistrict: "น้ำชำ", district: "" }],
      ["AREA_OUT_OF_SCOPE", { subdistrict: "550101", district: "", province: "" }],
      ["TEXT_UNREADABLE", { occupation: "\uFFFD" }],
    ];
    for (const [place, [reason]] of faults.entries()) {
      // Every later fault as well; the earliest of them is the one that is named.
      const cells = Object.assign(
        {},
        ...faults
          .slice(place)
          .map(([, cells]) => cells)
          .reverse(),
      );
      const seen = new Set(reason === "DUPLICATE_IN_FILE" ? [Number(id(1))] : []);
      expect(reasonOf(cells, { seen })).toBe(reason);
    }
    const named = new Set<RejectionReason>(faults.map(([reason]) => reason));
    // The two that depend on other rows or on no person have their own tests.
    expect(rejectionReasons.filter((reason) => !named.has(reason))).toEqual([
      "NOT_A_PERSON",
      "BIRTH_DATE_ORDER",
    ]);
  });

  it("is no person where it is a total, a signature or the headings again", () => {
    const only = (cells: Cells) => fields.map((field) => cells[field] ?? "");
    for (const cells of [
      only({ nationalId: "รวม", income: "60000" }),
      only({ firstName: "รวม", income: "60000" }),
      only({ nationalId: "ลงชื่อ ........ ผู้รับรอง" }),
      only({ lastName: "(นายสมชาย ใจดี)" }),
      only({
        nationalId: "เลขประจำตัวประชาชน",
        firstName: "ชื่อ",
        subdistrict: "ตำบล",
        income: "รายได้",
      }),
    ])
      expect(readRow(cells, context())).toEqual({ ok: false, reason: "NOT_A_PERSON" });
    expect(reasonOf({ nationalId: "3.5403E+12" })).toBe("ID_DAMAGED");
    expect(reasonOf({ nationalId: "" })).toBe("ID_MISSING");
  });

  it("offers the subdistricts of an ambiguous name, and takes only one of them", () => {
    expect(readRow(line({ district: "" }), context())).toEqual({
      ok: false,
      reason: "AREA_AMBIGUOUS",
      candidates: ["540103", "540402"],
      place: { subdistrict: "น้ำชำ", district: "", province: "แพร่" },
    });
    const chosen = readRow(line({ district: "" }), context({ chosenArea: "540103" }));
    expect(chosen).toMatchObject({ holder: { subdistrictCode: "540103" } });
    expect(reasonOf({ district: "" }, { chosenArea: "540401" })).toBe("AREA_AMBIGUOUS");
  });

  it("is a duplicate of the first row of its ID that could be imported", () => {
    const shared = context();
    expect(readRow(line({ income: "" }), shared)).toMatchObject({ reason: "INCOME_MISSING" });
    expect(readRow(line(), shared)).toMatchObject({ ok: true });
    expect(readRow(line(), shared)).toMatchObject({ reason: "DUPLICATE_IN_FILE" });
  });

  it("of a wrong or ambiguous place is answered once for all that say the same", () => {
    const answers = { areas: { "ปงป่าหวายย|สูงเม่น|แพร่": "540401", "น้ำชำ||แพร่": "540103" } };
    const place = (cells: Cells) => readRow(line(cells), context({ answers }));
    expect(place({ subdistrict: "ปงป่าหวายย" })).toMatchObject({
      holder: { subdistrictCode: "540401" },
    });
    expect(place({ subdistrict: " น้ำชำ", district: "-" })).toMatchObject({
      holder: { subdistrictCode: "540103" },
    });
    // Only what the names can mean.
    const elsewhere = { areas: { "น้ำชำ||แพร่": "540401" } };
    expect(reasonOf({ district: "" }, { answers: elsewhere })).toBe("AREA_AMBIGUOUS");
  });

  it("of a bad character is none where the character stands in a column that is not used", () => {
    const { occupation: _, ...used } = columns;
    expect(readRow(line({ occupation: "ทำ\uFFFDนา" }), context({ columns: used }))).toMatchObject({
      ok: true,
      holder: { occupation: null },
    });
  });
});

describe("of every file", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "-", " ", "\u200B", "น้ำชำ", "สูงเม่น", "แพร่", "30,000", "1/5/2503", "540402"),
    fc.integer({ min: 0, max: 40 }).map(id),
    fc.string({ unit: "grapheme" }),
  );
  const row = fc.oneof(
    fc.array(cell, { maxLength: 14 }),
    fc.integer({ min: 0, max: 40 }).map((number) => line({ nationalId: id(number) })),
    fc.tuple(fc.constantFrom(...fields), cell).map(([field, text]) => line({ [field]: text })),
  );

  it("each row is imported once or rejected for one reason, and no ID twice", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const shared = context();
        const answers = rows
          .filter((cells) => !isBlankRow(cells))
          .map((cells) => readRow(cells, shared));
        const imported = answers.flatMap((answer) => (answer.ok ? [answer.holder.nationalId] : []));
        const rejected = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
        expect(imported.length + rejected.length).toBe(
          rows.filter((cells) => !isBlankRow(cells)).length,
        );
        expect(new Set(imported).size).toBe(imported.length);
        expect(rejected.every((reason) => rejectionReasons.includes(reason))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
