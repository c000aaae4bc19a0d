import { provinceOf } from "@/domain/areas";
import type { IsoDate } from "@/domain/calendar";
import { readIncome } from "@/domain/import/amounts";
import type { AreaIndex } from "@/domain/import/areas";
import { type BirthPrecision, readListBirthDate } from "@/domain/import/birth-date";
import type { ColumnChoice, ListField } from "@/domain/import/columns";
import type { RejectionReason } from "@/domain/import/reasons";
import { type Repair, readHouseNo, readPhone, readVillageNo } from "@/domain/import/repairs";
import { nameTitles, readTitle, splitFullName, splitTitle } from "@/domain/names";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import type { RuleSet } from "@/domain/rules/rule-set";
import { tidyThai } from "@/domain/thai";

/** One card holder as in the Ministry's list, in stored form. */
export type ListedHolder = {
  /** Thirteen digits. */
  nationalId: string;
  title: string;
  firstName: string;
  /** May be empty: not everyone has a surname. */
  lastName: string;
  birthDate: IsoDate | null;
  birthPrecision: BirthPrecision | null;
  /** Income of 2559, in satang. */
  incomeSatang: number;
  subdistrictCode: string;
  villageNo: number | null;
  houseNo: string | null;
  phone: string | null;
  occupation: string | null;
};

type RowArea =
  | { ok: true; code: string }
  | { ok: false; reason: RejectionReason; candidates?: string[] };

export type RowAnswer =
  | { ok: true; holder: ListedHolder; repairs: Repair[] }
  | { ok: false; reason: RejectionReason; candidates?: string[] };

/** What a row is judged against. `seen` is kept by `readRow`: one set for one file, rows in order. */
export type RowContext = {
  /** Of the programme date of the import. */
  rules: RuleSet;
  columns: ColumnChoice;
  areas: AreaIndex;
  /** Whose list it is: rows of other provinces are out of scope. */
  provinceCode: string;
  /** National IDs of the rows before this one, as numbers (13 digits are exact). */
  seen: Set<number>;
  /** The subdistrict that the officer chose for this row where its names mean several. */
  chosenArea?: string | undefined;
};

/** Longer than any name or address: such a cell is not what its column says. */
const longestText = 300;

/** Control characters, unassigned bytes of Windows-874 and what a decoder puts for broken bytes. */
const unreadable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uF700-\uF8FF\uFFFD]/;

/** The holder of a row, or the first reason (in the order of `rejectionReasons`) why there is none. */
export function readRow(cells: readonly string[], context: RowContext): RowAnswer {
  const cell = (field: ListField) => cells[context.columns[field] ?? -1] ?? "";

  const idFault = nationalIdFault(cell("nationalId"));
  if (idFault) return { ok: false, reason: idFault };
  const nationalId = normalizeNationalId(cell("nationalId"));
  if (context.seen.has(Number(nationalId))) return { ok: false, reason: "DUPLICATE_IN_FILE" };
  // The first row of an ID wins even where it is rejected below.
  context.seen.add(Number(nationalId));

  const name = readName(cell("title"), cell("firstName"), cell("lastName"), cell("fullName"));
  if (!name) return { ok: false, reason: "NAME_MISSING" };
  const birth = readListBirthDate(cell("birthDate"), context.rules.mustReach.ageOn.value);
  if (!birth.ok) return { ok: false, reason: "BIRTH_DATE_INVALID" };
  const income = readIncome(cell("income"), context.rules.incomeCeilingSatang.value);
  if (!income.ok) return income;
  const area = findArea(cell, context);
  if (!area.ok) return area;
  if (provinceOf(area.code) !== context.provinceCode)
    return { ok: false, reason: "AREA_OUT_OF_SCOPE" };
  if (!cells.every(isReadable) || !chosenCells(cells, context.columns).every(isShort))
    return { ok: false, reason: "TEXT_UNREADABLE" };

  const house = readHouseNo(cell("houseNo"));
  const phone = readPhone(cell("phone"));
  return {
    ok: true,
    holder: {
      nationalId,
      ...name,
      birthDate: birth.birthDate,
      birthPrecision: birth.precision,
      incomeSatang: income.satang,
      subdistrictCode: area.code,
      villageNo: readVillageNo(cell("villageNo")),
      houseNo: house.value,
      phone: phone.value,
      occupation: textOrNull(cell("occupation")),
    },
    repairs: [house.repair, phone.repair].filter((repair) => repair !== null),
  };
}

function findArea(cell: (field: ListField) => string, context: RowContext): RowArea {
  const found = context.areas.find(
    { subdistrict: cell("subdistrict"), district: cell("district"), province: cell("province") },
    context.provinceCode,
  );
  if (found.ok || found.reason === "AREA_UNKNOWN") return found;
  // Only what the row's own names can mean may be chosen for it.
  const chosen = found.candidates.find((code) => code === context.chosenArea);
  return chosen ? { ok: true, code: chosen } : found;
}

/** Title, given name and surname, from their own cells or from one; null where there is no given name. */
function readName(titleCell: string, first: string, last: string, full: string) {
  const whole = nothing(first) && nothing(last) ? splitFullName(full) : null;
  const given = whole ?? splitGiven(titleCell, first);
  const firstName = given.firstName;
  if (nothing(firstName) || titlesAlone.has(firstName)) return null;
  return {
    title: nothing(titleCell) ? given.title : usualTitle(titleCell),
    firstName,
    lastName: whole ? whole.lastName : (textOrNull(last) ?? ""),
  };
}

/** A title glued to the given name is taken off where its own cell has none, or the same one. */
function splitGiven(titleCell: string, first: string) {
  const split = splitTitle(first);
  const agrees = nothing(titleCell) || split.title === usualTitle(titleCell);
  return agrees
    ? { title: split.title, firstName: split.rest }
    : { title: "", firstName: tidyThai(first) };
}

/** A cell with nothing but one of these has no name in it. */
const titlesAlone = new Set(nameTitles);

const usualTitles = new Map<string, string>();

/** A list has a handful of titles and a hundred thousand rows. */
function usualTitle(text: string): string {
  const known = usualTitles.get(text) ?? readTitle(text);
  if (usualTitles.size < 500) usualTitles.set(text, known);
  return known;
}

function nothing(text: string): boolean {
  return !/[\p{L}\p{N}\uFFFD]/u.test(text);
}

function textOrNull(text: string): string | null {
  return nothing(text) ? null : tidyThai(text);
}

function isReadable(text: string): boolean {
  // A pair of surrogates is one character; only a half one is damage.
  return !unreadable.test(text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ""));
}

function isShort(text: string): boolean {
  return text.length <= longestText;
}

function chosenCells(cells: readonly string[], columns: ColumnChoice): string[] {
  return Object.values(columns).map((column) => cells[column] ?? "");
}

/** Whether a row has anything in it; blank rows are not counted. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => tidyThai(cell) === "");
}
