import { type AoAgency, aoAgencies } from "@/domain/agencies";
import { splitTitle } from "@/domain/names";
import { isPhone, phoneDigits } from "@/domain/phone";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** Why a line was not understood: a key of the messages `officers.fault_…`. */
export type LineFault =
  | "name"
  | "title"
  | "surname"
  | "agency"
  | "phoneMissing"
  | "phone"
  | "twice"
  | "tooLong";
/** `office`: the agency as it was written, with branch or place. */
export type OfficerLine = { name: string; agency: AoAgency; office: string; phone: string };
export type ReadLine = { number: number; text: string } & (
  | { ok: true; officer: OfficerLine }
  | { ok: false; fault: LineFault; about?: string }
);

/** How officers write where they come from. A longer spelling is tried first; what follows it is the branch or the office. */
const spellings: readonly [AoAgency, readonly string[]][] = [
  [
    "BAAC",
    ["ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร", "ธนาคารเพื่อการเกษตรฯ", "ธ.ก.ส.", "ธ.ก.ส", "ธกส", "baac"],
  ],
  ["GSB", ["ธนาคารออมสิน", "ธ.ออมสิน", "ออมสิน", "gsb"]],
  ["DOPA", ["ที่ทำการปกครอง", "ฝ่ายปกครอง", "กรมการปกครอง", "ปกครอง", "ที่ว่าการอำเภอ", "dopa"]],
  ["CDD", ["สำนักงานพัฒนาชุมชน", "พัฒนาชุมชน", "กรมการพัฒนาชุมชน", "พช.", "พช", "cdd"]],
  ["DOAE", ["สำนักงานเกษตร", "ส่งเสริมการเกษตร", "เกษตรอำเภอ", "กษอ.", "กษอ", "เกษตร", "doae"]],
  ["MOL", ["กระทรวงแรงงาน", "สำนักงานแรงงาน", "อาสาสมัครแรงงาน", "แรงงาน", "รง.", "รง", "mol"]],
  [
    "LAO",
    [
      "องค์การบริหารส่วนตำบล",
      "องค์กรปกครองส่วนท้องถิ่น",
      "เทศบาล",
      "อปท.",
      "อปท",
      "อบต.",
      "อบต",
      "ทต.",
      "ทม.",
      "lao",
    ],
  ],
  ["OTHER", ["หน่วยงานอื่น", "อื่นๆ", "อื่น ๆ", "อื่น", "other"]],
];
const known = spellings
  .flatMap(([agency, words]) => words.map((word) => ({ agency, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** The agency whose name a text begins with; undefined where it is none of the eight. */
export function readAgency(text: string): AoAgency | undefined {
  const tidy = tidyThai(text).toLowerCase();
  return known.find(({ word }) => tidy.startsWith(word))?.agency;
}

/** Digits that look like a telephone, with the hyphens, dots, brackets and spaces in which people write them. */
const phoneLike = /\(?\+?\d[\d\s().-]{4,}\d/g;
/** What separates the parts: a tab, a comma, a bar, any dash, or two spaces. */
const between = /\t|\s{2,}|\s*[,;|–—―]\s*|\s*-\s*/;

/**
 * Pasted lines "นาม–หน่วยงาน–เบอร์", a person a line, in any of the ways in which lists are kept. Empty lines and a line of
 * headings are passed over; every other is either understood or says what is missing in it.
 */
export function readOfficerLines(text: string): ReadLine[] {
  const read = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: toArabicDigits(line).trim() }))
    .filter(({ text }) => text !== "" && !isHeading(text))
    .map((line) => ({ ...line, ...readLine(line.text) }) as ReadLine);
  const seen = new Set<string>();
  return read.map((line) => {
    if (!line.ok) return line;
    const key = `${line.officer.name}|${line.officer.phone}`;
    if (seen.has(key)) return { number: line.number, text: line.text, ok: false, fault: "twice" };
    seen.add(key);
    return line;
  });
}

function isHeading(text: string): boolean {
  return /^(ลำดับ|ที่|ชื่อ|นาม)/.test(text) && /หน่วยงาน|สังกัด/.test(text) && !/\d{6}/.test(text);
}

type Read = { ok: true; officer: OfficerLine } | { ok: false; fault: LineFault; about?: string };

function readLine(text: string): Read {
  // A list's running number is no part of the name.
  const line = text.replace(/^\d{1,3}\s*[.)\t]\s*/, "");
  const phones = line.match(phoneLike) ?? [];
  const written = phones.at(-1);
  const parts = (written ? line.replace(written, "\t") : line)
    .split(between)
    .map((part) => tidyThai(part))
    .filter(Boolean);
  const { name, agencyText } = partsOf(parts);
  const fault = nameFault(name);
  if (fault) return { ok: false, fault, about: name || undefined };
  const agency = readAgency(agencyText);
  if (!agency) return { ok: false, fault: "agency", about: agencyText || undefined };
  if (!written) return { ok: false, fault: "phoneMissing" };
  const phone = phoneDigits(written);
  if (!isPhone(phone)) return { ok: false, fault: "phone", about: written.trim() };
  const { title, rest } = splitTitle(name);
  // How it is spelt on a letter: the title and the name as one.
  return { ok: true, officer: { name: `${title}${rest}`, agency, office: agencyText, phone } };
}

/** Name and agency: of parts the first and what follows; of one run of words the agency begins where one is named. */
function partsOf(parts: readonly string[]): { name: string; agencyText: string } {
  const [first = "", ...others] = parts;
  if (others.length > 0) {
    const at = Math.max(
      others.findIndex((part) => readAgency(part)),
      0,
    );
    return { name: joinedName(first, others.slice(0, at)), agencyText: others[at] ?? "" };
  }
  const words = first.split(" ");
  const at = words.findIndex((_, index) => index > 0 && readAgency(words.slice(index).join(" ")));
  if (at < 0) return { name: first, agencyText: "" };
  return { name: words.slice(0, at).join(" "), agencyText: words.slice(at).join(" ") };
}

/** A list may keep title, name and surname in cells of their own: cells are joined until a surname is there. */
function joinedName(first: string, cells: readonly string[]): string {
  let name = first;
  for (const cell of cells) {
    if (nameFault(name) === undefined) break;
    name = `${name} ${cell}`;
  }
  return name;
}

function nameFault(name: string): LineFault | undefined {
  if (!/\p{L}{2}/u.test(name)) return "name";
  if (name.length > 120) return "tooLong";
  const { title, rest } = splitTitle(name);
  if (!title) return "title";
  return rest.includes(" ") ? undefined : "surname";
}

/** Whether two spellings are one person: the name without spaces between, the agency, the telephone. */
export function isSameOfficer(
  a: { name: string; agency: string | null; phone: string | null },
  b: { name: string; agency: string | null; phone: string | null },
): "same" | "likely" | "other" {
  const bare = (name: string) => tidyThai(name).replaceAll(" ", "");
  if (bare(a.name) !== bare(b.name) || a.agency !== b.agency) return "other";
  const digits = (phone: string | null) => (phone ?? "").replace(/\D/g, "");
  return digits(a.phone) === digits(b.phone) ? "same" : "likely";
}

/** The agencies with their names, for the sentence that says what may be written. */
export const agencyNames: readonly string[] = Object.values(aoAgencies).map(({ name }) => name);
