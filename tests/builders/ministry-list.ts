import type { SyntheticPerson } from "@tests/builders/people";
import { stringify } from "csv-stringify/sync";
import { districtOf, type NamedArea, provinceOf } from "@/domain/areas";

/** The columns that the Ministry's list usually has, in its usual order. */
export const ministryHeaders = [
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
] as const;

/** Names of areas by their code. */
export type AreaNames = ReadonlyMap<string, string>;

export function areaNames(...lists: readonly (readonly NamedArea[])[]): AreaNames {
  return new Map(lists.flat().map(({ code, name }) => [code, name]));
}

/** A person as a line of the list. */
export function ministryRow(person: SyntheticPerson, names: AreaNames): string[] {
  const nameOf = (code: string) => names.get(code) ?? code;
  return [
    person.nationalId,
    person.title,
    person.firstName,
    person.lastName,
    person.birthDateWritten,
    person.houseNo,
    String(person.moo),
    nameOf(person.subdistrictCode),
    nameOf(districtOf(person.subdistrictCode)),
    nameOf(provinceOf(person.subdistrictCode)),
    person.phone,
    String(person.income),
    person.occupation,
  ];
}

const linesAPiece = 500;

/** The list as CSV in pieces of text, header first, so that a million lines need no memory; no BOM. */
export function* ministryList(
  people: Iterable<SyntheticPerson>,
  names: AreaNames,
): Generator<string> {
  yield stringify([[...ministryHeaders]]);
  let rows: string[][] = [];
  for (const person of people) {
    rows.push(ministryRow(person, names));
    if (rows.length < linesAPiece) continue;
    yield stringify(rows);
    rows = [];
  }
  yield stringify(rows);
}
