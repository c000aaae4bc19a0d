import { firstName, type Sex, surname, titleFor } from "@tests/builders/names";
import { allocate, type Random, seededRandom } from "@tests/builders/random";
import { type IsoDate, isoDateOf, partsOf, toBuddhistYear } from "@/domain/calendar";
import { nationalIdCheckDigit } from "@/domain/national-id";

/** An invented card holder, as a line of the Ministry's list. */
export type SyntheticPerson = {
  nationalId: string;
  /** As lists write it: นาย, นาง, น.ส. */
  title: string;
  firstName: string;
  lastName: string;
  sex: Sex;
  /** As the rules read it; null where the list has none. */
  birthDate: IsoDate | null;
  /** As the list writes it: `05/03/2512`, `00/00/2498`, `2490` or nothing. */
  birthDateWritten: string;
  houseNo: string;
  moo: number;
  subdistrictCode: string;
  phone: string;
  /** Baht in 2559; now and then with satang. */
  income: number;
  occupation: string;
};

/** A cell of the table of age and income (docs/programme.md 8). */
export type Cell = { income: "up_to_30000" | "over_30000"; age: "up_to_60" | "over_60" };

/** The country's table at one person for a thousand: 11,469. */
export const demoTable: readonly (Cell & { people: number })[] = [
  { income: "up_to_30000", age: "up_to_60", people: 5273 },
  { income: "over_30000", age: "up_to_60", people: 2573 },
  { income: "up_to_30000", age: "over_60", people: 3076 },
  { income: "over_30000", age: "over_60", people: 547 },
];

/** The same shares for another number of people. */
export function tableOf(people: number): readonly (Cell & { people: number })[] {
  const counts = allocate(
    people,
    demoTable.map((cell) => cell.people),
  );
  return demoTable.map((cell, index) => ({ ...cell, people: counts[index] ?? 0 }));
}

/** Everyone's age is counted on this day (docs/programme.md 5.2). */
const ageDay = { year: 2018, month: 2, day: 1 };

/**
 * Synthetic people over these subdistricts, in the order of a list (subdistrict, village): the same for
 * the same seed, one at a time, so that a million need no memory. IDs have valid check digits and an
 * office that does not exist (x-0000-…); telephones begin with 060, which nobody has.
 */
export function* syntheticPeople({
  seed,
  subdistricts,
  table = demoTable,
}: {
  seed: number | string;
  subdistricts: readonly string[];
  table?: readonly (Cell & { people: number })[];
}): Generator<SyntheticPerson> {
  const random = seededRandom(seed);
  const counts = peoplePerSubdistrict(random, subdistricts.length, table);
  const firstNumber = random.int(0, 9_999_999);
  let made = 0;

  for (const [index, subdistrictCode] of subdistricts.entries()) {
    const cells = table.map((cell, row) => ({ ...cell, people: counts[row]?.[index] ?? 0 }));
    const from = made;
    for (const each of peopleOfSubdistrict(random, subdistrictCode, cells, (place) =>
      personNumber(firstNumber, from + place),
    )) {
      yield each;
      made += 1;
    }
  }
}

/** How many people of each cell live in each subdistrict: `[cell][subdistrict]`; the sums are those of the table. */
export function peoplePerSubdistrict(
  random: Random,
  subdistricts: number,
  table: readonly { people: number }[],
): number[][] {
  const sizes = Array.from({ length: subdistricts }, () => random.int(60, 160));
  return table.map((cell) => allocate(cell.people, sizes));
}

/** The number in the ID of the nth person of a list; none is given twice among the first 20 million. */
export function personNumber(firstNumber: number, nth: number): number {
  const round = Math.floor(nth / 10_000_000);
  return ((firstNumber + nth * 7_654_321) % 10_000_000) + round * 10_000_000;
}

/** The people of one subdistrict in the order of a list, village by village. */
export function* peopleOfSubdistrict(
  random: Random,
  subdistrictCode: string,
  cells: readonly (Cell & { people: number })[],
  numberOf: (place: number) => number,
): Generator<SyntheticPerson> {
  const everyone = random.shuffle(
    cells.flatMap((cell) => Array.from({ length: cell.people }, () => cell)),
  );
  const villages = random.int(4, 13);
  for (const [place, cell] of everyone.entries()) {
    const moo = Math.floor((place * villages) / everyone.length) + 1;
    yield person(random, { number: numberOf(place), cell, moo, subdistrictCode });
  }
}

function person(
  random: Random,
  {
    number,
    cell,
    moo,
    subdistrictCode,
  }: {
    number: number;
    cell: Cell;
    moo: number;
    subdistrictCode: string;
  },
): SyntheticPerson {
  const sex: Sex = random.chance(0.58) ? "female" : "male";
  const birth = birthOf(random, cell.age);
  const year = birth.date ? partsOf(birth.date).year : 1965;
  return {
    nationalId: idOfNumber(year >= 1984, number),
    title: titleFor(random, sex, year),
    firstName: firstName(random, sex, year),
    lastName: random.chance(0.0008) ? "" : surname(random),
    sex,
    birthDate: birth.date,
    birthDateWritten: birth.written,
    houseNo: houseNumber(random),
    moo,
    subdistrictCode,
    phone: random.chance(0.62) ? `060${String(random.int(0, 9_999_999)).padStart(7, "0")}` : "",
    income: incomeOf(random, cell.income),
    occupation: occupationOf(random, year),
  };
}

/** 1 and 3 begin the IDs of those who were entered in time; 2 and 4, entered late, are for the numbers from ten million on. */
function idOfNumber(young: boolean, number: number): string {
  const late = number >= 10_000_000;
  return impossibleId(young ? (late ? "2" : "1") : late ? "4" : "3", number % 10_000_000);
}

/** Thirteen digits with a valid check digit whose office code, 0000, was never given out. */
export function impossibleId(first: string, number: number): string {
  const twelve = `${first}0000${String(number).padStart(7, "0")}`;
  return `${twelve}${nationalIdCheckDigit(twelve)}`;
}

/** Most dates are whole; some old people's have the year only, and now and then none is given. */
function birthOf(random: Random, age: Cell["age"]): { date: IsoDate | null; written: string } {
  const young = age === "up_to_60";
  if (young && random.chance(0.003)) return { date: null, written: "" };
  const year = young
    ? ageDay.year - Math.min(random.int(18, 61), random.int(30, 61))
    : ageDay.year - Math.min(random.int(62, 92), random.int(62, 88));
  if (random.chance(young ? 0.004 : 0.05)) {
    // A year alone means its first day, so the year of the boundary itself would be over 60.
    const known = young ? Math.max(year, ageDay.year - 60) : year;
    const written = toBuddhistYear(known);
    return {
      date: `${known}-01-01`,
      written: random.chance(0.5) ? `00/00/${written}` : String(written),
    };
  }
  const [month, day] = [random.int(1, 12), random.int(1, 28)];
  // Nobody crosses a boundary: a person of 60 on the day counts as up to 60, and a card needs an age of 18.
  const late = month > ageDay.month || (month === ageDay.month && day > ageDay.day);
  const tooYoung = year === ageDay.year - 18 && late;
  const tooOld = young && year === ageDay.year - 61 && !late;
  const fitting = tooYoung ? year - 1 : tooOld ? year + 1 : year;
  const date = isoDateOf(fitting, month, day);
  return { date, written: `${two(day)}/${two(month)}/${toBuddhistYear(fitting)}` };
}

function incomeOf(random: Random, band: Cell["income"]): number {
  if (band === "over_30000") {
    if (random.chance(0.02)) return 30_001;
    return Math.min(random.int(61, 200), random.int(61, 200)) * 500;
  }
  if (random.chance(0.11)) return 0;
  if (random.chance(0.12)) return 30_000;
  if (random.chance(0.004)) return random.int(10_000, 29_999) + 0.5;
  return random.int(6, 60) * 500;
}

const older = ["ทำนา", "ทำไร่", "ไม่ได้ประกอบอาชีพ", "รับจ้างทั่วไป", "ทำสวน", "ค้าขาย", "จักสาน"];
const farmers = ["ทำนา", "ทำไร่ข้าวโพด", "ทำสวน", "เลี้ยงสัตว์", "เกษตรกร", "ปลูกผัก"];
const others = [
  ...["รับจ้างทั่วไป", "รับจ้างทั่วไป", "รับจ้างในไร่", "ก่อสร้าง", "ค้าขาย", "ค้าขายในตลาด", "ช่างไม้"],
  ...[
    "เย็บผ้า",
    "ทอผ้า",
    "ย้อมหม้อห้อม",
    "ช่างซ่อมรถ",
    "ลูกจ้างร้านค้า",
    "รักษาความปลอดภัย",
    "ว่างงาน",
    "ขับรถรับจ้าง",
  ],
];

function occupationOf(random: Random, birthYear: number): string {
  if (random.chance(0.03)) return "";
  if (birthYear < 1957) return random.pick(older);
  return random.pick(random.chance(0.48) ? farmers : others);
}

function houseNumber(random: Random): string {
  const number = String(random.int(1, 260));
  return random.chance(0.3) ? `${number}/${random.int(1, 12)}` : number;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
