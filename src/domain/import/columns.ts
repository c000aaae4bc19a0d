import { z } from "zod";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** What a column of the Ministry's list can mean. */
export const listFields = [
  "nationalId",
  "title",
  "firstName",
  "lastName",
  "fullName",
  "birthDate",
  "houseNo",
  "villageNo",
  "address",
  "subdistrict",
  "district",
  "province",
  "phone",
  "income",
  "occupation",
] as const;
export type ListField = (typeof listFields)[number];

/** Which column (0-based) holds which field; a field that no column holds is left out. */
export const columnChoice = z
  .partialRecord(z.enum(listFields), z.int().min(0).max(255))
  .refine((choice) => new Set(Object.values(choice)).size === Object.values(choice).length, {
    error: "import.columns.twice",
  });
export type ColumnChoice = z.infer<typeof columnChoice>;

/** The fields without which no row can be imported; a name and an address may be in one column or in several. */
export function missingFields(choice: ColumnChoice): ListField[] {
  const needed: ListField[] = ["nationalId", "income"];
  const missing = needed.filter((field) => choice[field] === undefined);
  if (choice.subdistrict === undefined && choice.address === undefined) missing.push("subdistrict");
  if (choice.firstName === undefined && choice.fullName === undefined) missing.push("fullName");
  return missing;
}

/**
 * Headers as they were seen, best first, without spaces and signs; then a pattern for other
 * spellings. A code comes before a name, since two names occur twice in Phrae.
 */
const headers: Record<ListField, { words: readonly string[]; pattern?: RegExp; not?: RegExp }> = {
  nationalId: {
    words:
      "เลขประจำตัวประชาชน เลขบัตรประชาชน เลขประจำตัว13หลัก nationalid citizenid cid pid nid idcard id".split(
        " ",
      ),
    pattern:
      /ประชาชน|13หลัก|ปชช|เลขประจำตัว|(citizen|national|personal|thai).*(id|no)|idcard|^id(no|number)$/,
    not: /วัน|date|ออกบัตร|หมดอายุ/,
  },
  title: {
    words: "คำนำหน้า คำนำหน้าชื่อ คำนำหน้านาม title prefix".split(" "),
    pattern: /นำหน้า|prefix|^title/,
  },
  fullName: {
    words: "ชื่อนามสกุล ชื่อและนามสกุล ชื่อตัวชื่อสกุล ชื่อเต็ม fullname nameandsurname name".split(" "),
    pattern: /ชื่อ.*สกุล|full.*name/,
  },
  firstName: {
    words: "ชื่อ ชื่อตัว ชื่อจริง ชื่อแรก firstname givenname fname forename".split(" "),
    pattern: /first.*name|given.*name/,
  },
  lastName: {
    words: "นามสกุล ชื่อสกุล สกุล lastname surname familyname lname".split(" "),
    pattern: /^นามสกุล|last.*name|sur.*name|family.*name/,
  },
  birthDate: {
    words:
      "วันเดือนปีเกิด วันเกิด วดปเกิด วันเดือนปีที่เกิด birthdate dateofbirth dob birthday ปีเกิด birthyear".split(
        " ",
      ),
    pattern: /เกิด|birth/,
    not: /สถานที่|จังหวัด|อำเภอ|place|province/,
  },
  houseNo: {
    words: "บ้านเลขที่ เลขที่บ้าน เลขที่ houseno housenumber house addressno".split(" "),
    pattern: /บ้านเลขที่|เลขที่บ้าน|house.*(no|number)/,
    not: /รหัสประจำบ้าน/,
  },
  villageNo: {
    words: "หมู่ที่ หมู่ ม moo mu villageno villagenumber village".split(" "),
    pattern: /^หมู่|^moo|village.*(no|number)/,
  },
  address: {
    words: "ที่อยู่ ที่อยู่ตามทะเบียนบ้าน ที่อยู่ปัจจุบัน ที่อยู่ตามบัตร address".split(" "),
    pattern: /ที่อยู่|^address/,
    not: /อีเมล|mail|ไฟล์|รหัส/,
  },
  subdistrict: {
    words:
      "รหัสตำบล subdistrictcode tamboncode ตำบล แขวง ตำบลแขวง ต subdistrict tambon tambol".split(
        " ",
      ),
    pattern: /ตำบล|แขวง|sub.*district|tamb[oô][nl]/,
  },
  district: {
    words: "รหัสอำเภอ districtcode amphoecode อำเภอ เขต อำเภอเขต อ district amphoe amphur".split(
      " ",
    ),
    pattern: /อำเภอ|เขต|^district|amph/,
    not: /เกิด/,
  },
  province: {
    words: "รหัสจังหวัด provincecode จังหวัด จ province changwat".split(" "),
    pattern: /จังหวัด|province|changwat/,
    not: /เกิด|birth/,
  },
  phone: {
    words: "โทรศัพท์ เบอร์โทรศัพท์ หมายเลขโทรศัพท์ เบอร์โทร มือถือ โทร phone telephone mobile tel".split(" "),
    pattern: /โทร|มือถือ|phone|mobile|^tel/,
  },
  income: {
    words:
      "รายได้ปี2559 รายได้2559 income2559 รายได้ต่อปี รายได้ทั้งปี รายได้ yearlyincome annualincome income".split(
        " ",
      ),
    pattern: /รายได้|income/,
    not: /เดือน|month|ประเภท|ที่มา|แหล่ง/,
  },
  occupation: {
    words: "อาชีพ อาชีพหลัก occupation job career".split(" "),
    pattern: /อาชีพ|occupation/,
    not: /รหัส|รอง|เสริม/,
  },
};

/** Best guess of what each column means, from the header row alone. A column is given once. */
export function guessColumns(header: readonly string[]): ColumnChoice {
  const names = header.map(plainHeader);
  const offers = listFields.flatMap((field) =>
    names.map((name, column) => ({ field, column, score: scoreOf(field, name) })),
  );
  offers.sort((a, b) => b.score - a.score || a.column - b.column);
  const choice: ColumnChoice = {};
  for (const { field, column, score } of offers) {
    if (score === 0) break;
    if (choice[field] !== undefined || Object.values(choice).includes(column)) continue;
    choice[field] = column;
  }
  return settleAddress(settleNames(choice));
}

/** A column ที่อยู่ beside one with the ตำบล holds the house; alone it holds the whole address. */
function settleAddress({ address, ...others }: ColumnChoice): ColumnChoice {
  if (address === undefined) return others;
  if (others.subdistrict === undefined) return { ...others, address };
  return others.houseNo === undefined ? { ...others, houseNo: address } : others;
}

/**
 * ชื่อสกุล is a surname beside ชื่อ, and a whole name without it; ชื่อ or "name" alone is a whole name;
 * where both parts are there, a third column with the whole name is not needed.
 */
function settleNames({ firstName, lastName, fullName, ...others }: ColumnChoice): ColumnChoice {
  if (firstName !== undefined && lastName !== undefined) return { ...others, firstName, lastName };
  if (firstName !== undefined && fullName !== undefined)
    return { ...others, firstName, lastName: fullName };
  const whole = fullName ?? firstName ?? lastName;
  return whole === undefined ? others : { ...others, fullName: whole };
}

function scoreOf(field: ListField, name: string): number {
  const { words, pattern, not } = headers[field];
  if (name === "" || not?.test(name)) return 0;
  const place = words.indexOf(name);
  if (place >= 0) return 100 - place;
  return pattern?.test(name) ? 10 : 0;
}

function plainHeader(text: string): string {
  return toArabicDigits(tidyThai(text))
    .toLowerCase()
    .replace(/พ\.?ศ\.?/g, "")
    .replace(/\(.*?\)/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** What a choice of columns is remembered under: the same headers in the same order. */
export function headerSignature(header: readonly string[]): string {
  const names = header.map(plainHeader);
  // The rejected rows come back with their reasons in one column more.
  if (names.at(-1) === "เหตุผลที่นำเข้าไม่ได้") names.pop();
  return names.join("|");
}

/** How many of the fields a row of headings names: the proof that it is one, and that a file was parted rightly. */
export function fieldsNamed(cells: readonly string[]): number {
  return Object.keys(guessColumns(cells)).length;
}

/** Whether a row of cells reads like the headings of a list rather than like one of its rows. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  return fieldsNamed(cells) >= 3;
}
