import { provinceOf } from "@/domain/areas";
import { ageOn, type IsoDate } from "@/domain/calendar";
import { type Address, readAddress } from "@/domain/import/address";
import { rareIncome, readIncome } from "@/domain/import/amounts";
import type { ImportAnswers } from "@/domain/import/answers";
import { type AreaIndex, type AreaWords, areaKey } from "@/domain/import/areas";
import {
  type BirthPrecision,
  isSerial,
  rareAge,
  readListBirthDate,
  youngestAge,
} from "@/domain/import/birth-date";
import type { ColumnChoice, ListField } from "@/domain/import/columns";
import { isNoPerson } from "@/domain/import/no-person";
import { saysNothing, textOrNull } from "@/domain/import/nothing";
import { readName } from "@/domain/import/person-name";
import type { RejectionReason } from "@/domain/import/reasons";
import {
  type Repair,
  readHouseNo,
  readPhone,
  readVillageNo,
  splitHouse,
} from "@/domain/import/repairs";
import { type Judgement, usualJudgement } from "@/domain/import/survey";
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

type Refused = {
  ok: false;
  reason: RejectionReason;
  candidates?: string[];
  /** The place that was not found or is ambiguous, as the file says it. */
  place?: AreaWords;
};
type RowArea = { ok: true; code: string } | Refused;

export type RowAnswer = { ok: true; holder: ListedHolder; repairs: Repair[] } | Refused;

/** What a row is judged against. `seen` is kept by `readRow`: one set for one file, rows in order. */
export type RowContext = {
  /** Of the programme date of the import. */
  rules: RuleSet;
  columns: ColumnChoice;
  areas: AreaIndex;
  /** Whose list it is: rows of other provinces are out of scope. */
  provinceCode: string;
  /** National IDs of the rows before this one that could be imported, as numbers (13 digits are exact). */
  seen: Set<number>;
  /** What the officer has answered for the whole file. */
  answers?: ImportAnswers;
  /** What its columns show together. */
  judged?: Judgement;
  /** The subdistrict that the officer chose for this row where its names mean several. */
  chosenArea?: string | undefined;
};

/** Longer than any name or address: such a cell is not what its column says. */
const longestText = 300;

/** Control characters (but line ends, also \v and \f), unassigned bytes of Windows-874 and what a decoder puts for broken bytes. */
const unreadable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uF71B-\uF8FF\uFFFD]/;

/**
 * The holder of a row, or the first reason (in the order of `rejectionReasons`) why there is none. Of several rows of one ID
 * the first that can be imported counts.
 */
export function readRow(cells: readonly string[], context: RowContext): RowAnswer {
  const cell = (field: ListField) => cells[context.columns[field] ?? -1] ?? "";

  const nationalId = normalizeNationalId(cell("nationalId"));
  const idFault = saysNothing(cell("nationalId")) ? "ID_MISSING" : nationalIdFault(nationalId);
  if (idFault) return refuse(isNoPerson(cells, context.columns) ? "NOT_A_PERSON" : idFault);
  if (context.seen.has(Number(nationalId))) return refuse("DUPLICATE_IN_FILE");

  const answer = readPerson(cells, cell, nationalId, context);
  if (answer.ok) context.seen.add(Number(nationalId));
  return answer;
}

type Cell = (field: ListField) => string;

function readPerson(
  cells: readonly string[],
  cell: Cell,
  nationalId: string,
  context: RowContext,
): RowAnswer {
  const { answers = {}, judged = usualJudgement, rules } = context;
  const name = readName(cell, answers.titles ?? {}, judged.titlesRepeated);
  if (!name) return refuse("NAME_MISSING");
  const countedOn = rules.mustReach.ageOn.value;
  const birth = readListBirthDate(cell("birthDate"), countedOn, judged.dates);
  if (!birth.ok) return birth;
  const income = readIncome(cell("income"), rules.incomeCeilingSatang.value, {
    noneIsZero: answers.noneIsZero ?? false,
    dotThousands: answers.dotThousands ?? false,
  });
  if (!income.ok) return income;
  const address = saysNothing(cell("address")) ? null : readAddress(cell("address"));
  const area = findArea(placeOf(cell, address), context);
  if (!area.ok) return area;
  if (provinceOf(area.code) !== context.provinceCode) return refuse("AREA_OUT_OF_SCOPE");
  const chosen = chosenCells(cells, context.columns);
  if (!chosen.every(isReadable) || !chosen.every(isShort)) return refuse("TEXT_UNREADABLE");

  const home = readHome(cell, address, answers);
  const phone = readPhone(cell("phone"));
  return {
    ok: true,
    holder: {
      nationalId,
      ...name.value,
      birthDate: birth.birthDate,
      birthPrecision: birth.precision,
      incomeSatang: income.satang,
      subdistrictCode: area.code,
      villageNo: home.villageNo,
      houseNo: home.house.value,
      phone: phone.value,
      occupation: textOrNull(cell("occupation")),
    },
    repairs: [
      ...name.repairs,
      ...birthRemarks(cell("birthDate"), birth.birthDate, countedOn),
      ...incomeRemarks(cell("income"), income.satang),
      home.house.repair,
      phone.repair,
    ].filter((repair) => repair !== null),
  };
}

function refuse(reason: RejectionReason): Refused {
  return { ok: false, reason };
}

/** House and village from their own cells, from one of them, or from the whole address. */
function readHome(cell: Cell, address: Address | null, { houseOrder }: ImportAnswers) {
  const own = saysNothing(cell("villageNo")) ? splitHouse(cell("houseNo")) : null;
  const house = own ? own.house : cell("houseNo");
  const village = readVillageNo(cell("villageNo")) ?? own?.villageNo ?? null;
  return {
    house: readHouseNo(saysNothing(house) ? (address?.house ?? "") : house, houseOrder ?? null),
    villageNo: village ?? (address ? readVillageNo(address.village) : null),
  };
}

/** What somebody should look at: an age that no or hardly any card holder has, a day number of a spreadsheet. */
function birthRemarks(text: string, birthDate: IsoDate | null, countedOn: IsoDate): Repair[] {
  if (birthDate === null) return [];
  const from = tidyThai(text);
  const age = ageOn(birthDate, countedOn);
  const found: Repair[] = isSerial(text) ? [{ field: "birthSerial", from, to: birthDate }] : [];
  if (age < youngestAge) found.push({ field: "underAge", from, to: String(age) });
  if (age >= rareAge) found.push({ field: "rareAge", from, to: String(age) });
  return found;
}

function incomeRemarks(text: string, satang: number): Repair[] {
  return satang > 0 && satang < rareIncome * 100
    ? [{ field: "rareIncome", from: tidyThai(text), to: String(satang / 100) }]
    : [];
}

/** The place as its own cells say it; what they leave open is taken from the whole address. */
function placeOf(cell: Cell, address: Address | null): AreaWords {
  const part = (field: keyof AreaWords) =>
    saysNothing(cell(field)) ? (address?.[field] ?? "") : cell(field);
  return {
    subdistrict: part("subdistrict"),
    district: part("district"),
    province: part("province"),
  };
}

function findArea(place: AreaWords, context: RowContext): RowArea {
  const found = context.areas.find(place, context.provinceCode);
  if (found.ok) return found;
  const answered = context.answers?.areas?.[areaKey(place)];
  if (found.reason === "AREA_UNKNOWN")
    return answered ? { ok: true, code: answered } : { ...found, place };
  // Only what the row's own names can mean may be chosen for it.
  const chosen = found.candidates.find((code) => code === (context.chosenArea ?? answered));
  return chosen ? { ok: true, code: chosen } : { ...found, place };
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
