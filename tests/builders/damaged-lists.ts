import { nationalIdCheckDigit } from "@/domain/national-id";
import type { Random } from "./random";
import { bookOf } from "./workbook";

/** A person as the list means it, before a spreadsheet had it. */
export type ListedPerson = { id: string; firstName: string; lastName: string };
export type DamagedList = {
  name: string;
  content: Buffer;
  people: ListedPerson[];
  /** What was done to it, for the message of a failure. */
  damage: string[];
};

const headings = [
  "เลขประจำตัวประชาชน",
  "คำนำหน้า",
  "ชื่อ",
  "นามสกุล",
  "วันเดือนปีเกิด",
  "บ้านเลขที่",
  "หมู่ที่",
  "ตำบล",
  "อำเภอ",
  "จังหวัด",
  "โทรศัพท์",
  "รายได้ปี 2559",
  "อาชีพ",
];

/** One list of a handful of people with one to four kinds of damage; the same for the same random. */
export function damagedList(random: Random): DamagedList {
  const people = Array.from({ length: random.int(2, 12) }, (_, index) => somebody(random, index));
  const table = [headings, ...people.map((person) => rowOf(random, person))].map((row) => [...row]);
  const damage: string[] = [];
  for (let times = random.int(1, 4); times > 0; times -= 1) {
    const [name, act] = random.pick(tableDamages);
    damage.push(name);
    act(table, random);
  }
  if (random.chance(0.3)) {
    const [name, act] = random.pick(shapeDamages);
    damage.push(name);
    act(table, random);
  }
  const asBook = random.chance(0.03);
  const content = asBook ? bookFile(table, random) : textFile(table, random, damage);
  return { name: asBook ? "list.xlsx" : "list.csv", content, people, damage };
}

function somebody(random: Random, index: number): ListedPerson {
  const twelve = `${random.int(1, 8)}${String(random.int(0, 9_999_999)).padStart(7, "0")}${String(index).padStart(4, "0")}`;
  return {
    id: `${twelve}${nationalIdCheckDigit(twelve)}`,
    firstName: random.pick(["สมชาย", "คำแสน", "บุญมี", "แก้ว", "ทองใบ", "น้ำฝน"]),
    lastName: `วงศ์ที่${random.pick(["หนึ่ง", "สอง", "สาม"])}${index}`,
  };
}

function rowOf(random: Random, { id, firstName, lastName }: ListedPerson): string[] {
  return [
    id,
    random.pick(["นาย", "นาง", "น.ส.", "-"]),
    firstName,
    lastName,
    random.pick(["01/05/2503", "1 พ.ค. 2503", "2503", "-", "13/12/2490", "#N/A", ""]),
    random.pick(["27/1", "-", "๑๒/๓", "12-Mar", "99"]),
    random.pick(["4", "หมู่ที่ ๔", "", "0"]),
    "ปงป่าหวาย",
    "เด่นชัย",
    "แพร่",
    random.pick(["0812345678", "812345678", "+66812345678", "NULL"]),
    random.pick(["20000", "30,000", "๑๒,๐๐๐", "0", "-"]),
    random.pick(["ทำนา", "ค้าขาย, รับจ้าง", 'ทำ"นา', "บรรทัดหนึ่ง\nบรรทัดสอง"]),
  ];
}

type Table = string[][];
type Damage = readonly [name: string, act: (table: Table, random: Random) => void];

const people = (table: Table) => table.filter((row) => /^\D*\d/.test(row[0] ?? ""));
const someone = (table: Table, random: Random) =>
  random.pick(people(table).length > 0 ? people(table) : table);

const tableDamages: readonly Damage[] = [
  ["guarded IDs", (table, random) => guard(someone(table, random), random)],
  [
    "an ID shortened",
    (table, random) =>
      replaceId(someone(table, random), (id) => `${id.slice(0, 1)}.${id.slice(1, 6)}E+12`),
  ],
  ["a digit lost", (table, random) => replaceId(someone(table, random), (id) => id.slice(0, -1))],
  ["titles above", (table) => table.unshift(["บัญชีรายชื่อ, จังหวัดแพร่"], [])],
  [
    "a total and a signature below",
    (table) =>
      table.push(
        ["รวม", "", "", "", "", "", "", "", "", "", "", "60000"],
        ["ลงชื่อ ........ ผู้รับรอง"],
      ),
  ],
  [
    "blank rows",
    (table, random) => table.splice(random.int(1, table.length), 0, [], Array(13).fill("")),
  ],
  [
    "a blank tail",
    (table) => table.push(...Array.from({ length: 30 }, () => Array<string>(13).fill(""))),
  ],
  [
    "blank columns",
    (table) => {
      for (const row of table) row.push(...Array<string>(300).fill(""));
    },
  ],
  [
    "headings again",
    (table, random) => table.splice(random.int(1, table.length), 0, [...headings]),
  ],
  ["a row twice", (table, random) => table.push([...someone(table, random)])],
  [
    "month-first dates",
    (table, random) => {
      someone(table, random)[4] = "05/13/1960";
    },
  ],
  [
    "error cells",
    (table, random) => {
      const row = someone(table, random);
      row[10] = "#N/A";
      row[5] = "#VALUE!";
    },
  ],
  [
    "a place misspelt",
    (table, random) => {
      someone(table, random)[7] = "ปงป่าหวายย";
    },
  ],
];

/** What moves columns comes last: the others look for theirs by their place. */
const shapeDamages: readonly Damage[] = [
  [
    "a running number in front",
    (table) =>
      table.forEach((row, at) => {
        row.unshift(at === 0 ? "ที่" : String(at));
      }),
  ],
  [
    "other columns",
    (table) =>
      table.forEach((row, at) => {
        row.splice(13, 0, at === 0 ? "หมายเหตุ" : "x");
      }),
  ],
];

function replaceId(row: string[], change: (id: string) => string): void {
  const at = row.findIndex((cell) => /^\d{13}$/.test(cell));
  if (at >= 0) row[at] = change(row[at] ?? "");
}

function guard(row: string[], random: Random): void {
  replaceId(row, (id) =>
    random.pick([
      `="${id}"`,
      `'${id}`,
      `${id}.0`,
      `${id}\t`,
      id.replace(/^(.)(....)(.....)(..)(.)$/, "$1-$2-$3-$4-$5"),
    ]),
  );
}

function bookFile(table: Table, random: Random): Buffer {
  const list = {
    name: "รายชื่อ",
    rows: table,
    hiddenRows: random.chance(0.3) ? [3] : [],
    formattedRows: random.pick([0, 50]),
  };
  const other = { name: "อื่น", hidden: random.chance(0.5), rows: [["คำอธิบาย"]] };
  return bookOf(random.chance(0.5) ? [other, list] : [list]);
}

function textFile(table: Table, random: Random, damage: string[]): Buffer {
  const sign = random.pick([",", ",", ";", "\t", "|"]);
  const end = random.pick(["\r\n", "\n"]);
  let text = table.map((row) => row.map((cell) => quoted(cell, sign, random)).join(sign)).join(end);
  if (random.chance(0.8)) text += end;
  if (random.chance(0.25)) {
    damage.push("stray quotes");
    text = withStrayQuotes(text, sign, random);
  }
  const encoding = random.pick(["utf8", "bom", "874"]);
  damage.push(`${JSON.stringify(sign)} ${encoding}`);
  if (encoding === "874") return windows874(text);
  return Buffer.from(encoding === "bom" ? `\uFEFF${text}` : text);
}

function quoted(cell: string, sign: string, random: Random): string {
  const needed = cell.includes(sign) || cell.includes("\n") || cell.startsWith('"');
  return needed || random.chance(0.05) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One or two quotes where a cell begins or ends: what a hand leaves behind. */
function withStrayQuotes(text: string, sign: string, random: Random): string {
  let damaged = text;
  for (let times = random.int(1, 2); times > 0; times -= 1) {
    const places = [
      ...damaged.matchAll(new RegExp(`[\\n${sign === "|" ? "\\|" : sign}]`, "g")),
    ].map(({ index }) => index);
    if (places.length === 0) break;
    const at = random.pick(places) + random.int(0, 1);
    damaged = `${damaged.slice(0, at)}"${damaged.slice(at)}`;
  }
  return damaged;
}

/** Windows-874 has the Thai block at a fixed distance; nothing else but ASCII is used here. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x0e00 + 0xa0;
    }),
  );
}
