import { tidyThai } from "@/domain/thai";

/** The titles a form offers, the usual ones first, each with the ways it is written. */
const offered: readonly (readonly [title: string, ...spellings: string[]])[] = [
  ["นาย"],
  ["นางสาว", "น.ส.", "นส."],
  ["นาง"],
  ["ด.ช.", "เด็กชาย"],
  ["ด.ญ.", "เด็กหญิง"],
  ["ว่าที่ ร.ต.หญิง", "ว่าที่ร้อยตรีหญิง", "ว่าที่ร.ต.ญ."],
  ["ว่าที่ ร.ต.", "ว่าที่ร้อยตรี"],
  ["ม.ร.ว.", "หม่อมราชวงศ์"],
  ["ม.ล.", "หม่อมหลวง"],
  ["พระมหา"],
  ["พระครู"],
  ["พระ"],
  ["ส.ณ.", "สามเณร"],
  ["แม่ชี"],
  ["พล.อ.", "พลเอก"],
  ["พ.ต.อ.", "พันตำรวจเอก"],
  ["พ.ต.ท.", "พันตำรวจโท"],
  ["พ.ต.ต.", "พันตำรวจตรี"],
  ["ร.ต.อ.", "ร้อยตำรวจเอก"],
  ["ร.ต.ท.", "ร้อยตำรวจโท"],
  ["ร.ต.ต.", "ร้อยตำรวจตรี"],
  ["พ.อ.", "พันเอก"],
  ["พ.ท.", "พันโท"],
  ["พ.ต.", "พันตรี"],
  ["ร.อ.", "ร้อยเอก"],
  ["ร.ท.", "ร้อยโท"],
  ["ร.ต.", "ร้อยตรี"],
  ["ด.ต.", "ดาบตำรวจ"],
  ["จ.ส.ต.", "จ่าสิบตำรวจ"],
  ["จ.ส.อ.", "จ่าสิบเอก"],
  ["จ.ส.ท.", "จ่าสิบโท"],
  ["ส.ต.อ.", "สิบตำรวจเอก"],
  ["ส.ต.ท.", "สิบตำรวจโท"],
  ["ส.ต.ต.", "สิบตำรวจตรี"],
  ["ส.อ.", "สิบเอก"],
  ["ส.ท.", "สิบโท"],
  ["ส.ต.", "สิบตรี"],
  ["ดร.", "ด็อกเตอร์"],
];
export const offeredTitles: readonly string[] = offered.map(([title]) => title);

/** Ranks and titles that lists have and forms do not offer. */
const listed: readonly (readonly [title: string, ...spellings: string[]])[] = [
  ["พล.ท.", "พลโท"],
  ["พล.ต.", "พลตรี"],
  ["พล.จ.", "พลจัตวา"],
  ["พล.ต.อ.", "พลตำรวจเอก"],
  ["พล.ต.ท.", "พลตำรวจโท"],
  ["พล.ต.ต.", "พลตำรวจตรี"],
  ["พลฯ"],
  ["พลทหาร"],
  ["พลตำรวจ"],
  ["จ.ส.ตรี", "จ่าสิบตรี"],
  ["พลเรือเอก"],
  ["พลเรือโท"],
  ["พลเรือตรี"],
  ["นาวาเอก"],
  ["นาวาโท"],
  ["นาวาตรี"],
  ["เรือเอก"],
  ["เรือโท"],
  ["เรือตรี"],
  ["พ.จ.อ.", "พันจ่าเอก"],
  ["พ.จ.ท.", "พันจ่าโท"],
  ["พ.จ.ต.", "พันจ่าตรี"],
  ["จ.อ.", "จ่าเอก"],
  ["จ.ท.", "จ่าโท"],
  ["จ.ต.", "จ่าตรี"],
  ["พลอากาศเอก", "พล.อ.อ."],
  ["พลอากาศโท", "พล.อ.ท."],
  ["พลอากาศตรี", "พล.อ.ต."],
  ["น.อ.", "นาวาอากาศเอก"],
  ["น.ท.", "นาวาอากาศโท"],
  ["น.ต.", "นาวาอากาศตรี"],
  ["เรืออากาศเอก"],
  ["เรืออากาศโท"],
  ["เรืออากาศตรี"],
  ["พ.อ.อ.", "พันจ่าอากาศเอก"],
  ["พ.อ.ท.", "พันจ่าอากาศโท"],
  ["พ.อ.ต.", "พันจ่าอากาศตรี"],
  ["จ่าอากาศเอก"],
  ["จ่าอากาศโท"],
  ["จ่าอากาศตรี"],
  ["อส.", "อาสาสมัครรักษาดินแดน", "สมาชิกอาสารักษาดินแดน"],
  ["อส.ทพ.", "อาสาสมัครทหารพราน"],
  ["นายกองเอก"],
  ["นายกองโท"],
  ["นายกองตรี"],
  ["นายหมวดเอก"],
  ["นายหมวดโท"],
  ["นายหมวดตรี"],
  ["นายหมู่ใหญ่"],
  ["นายหมู่เอก"],
  ["นายหมู่โท"],
  ["นายหมู่ตรี"],
  ["นายดาบตำรวจ"],
  ["ผศ.ดร."],
  ["รศ.ดร."],
  ["ศ.ดร."],
  ["ผศ.", "ผู้ช่วยศาสตราจารย์"],
  ["รศ.", "รองศาสตราจารย์"],
  ["ศ.", "ศาสตราจารย์"],
  ["นพ.", "นายแพทย์"],
  ["พญ.", "แพทย์หญิง"],
  ["ทพ.", "ทันตแพทย์"],
  ["ทพญ.", "ทันตแพทย์หญิง"],
  ["ภก.", "เภสัชกร"],
  ["ภญ.", "เภสัชกรหญิง"],
  ["สพ.ญ."],
  ["น.สพ."],
  ["พระอธิการ"],
  ["พระอาจารย์"],
  ["พระปลัด"],
  ["พระใบฎีกา"],
  ["พระสมุห์"],
  ["สามเณรี"],
  ["ซิสเตอร์"],
  ["บาทหลวง"],
  ["ม.จ.", "หม่อมเจ้า"],
  ["คุณหญิง"],
  ["ท่านผู้หญิง"],
  ["Mr.", "Mister"],
  ["Mrs."],
  ["Ms."],
  ["Miss"],
];

type Spelling = { title: string; spelling: string };

/** Ranks of the forces and the police: a woman's has หญิง behind it, one not yet confirmed has ว่าที่ before it. */
const rank =
  /^(?:พล|พัน|ร้อย|เรือ|นาวา|จ่า|สิบ|ดาบ|นายดาบ|พ\.[ตอทจ]|ร\.[ตอท]|ส\.[ตอท]|จ\.[สอทต]|น\.[อทต]|ด\.ต)/;

function variants([title, ...others]: readonly string[]): Spelling[] {
  if (title === undefined) return [];
  const plain = [title, ...others].map((spelling) => ({ title, spelling: bare(spelling) }));
  if (!plain.some(({ spelling }) => rank.test(spelling))) return plain;
  const women = plain.map(({ spelling }) => ({ title: `${title}หญิง`, spelling: `${spelling}หญิง` }));
  return [...plain, ...women].flatMap((one) => [
    one,
    { title: `ว่าที่ ${one.title}`, spelling: `ว่าที่${one.spelling}` },
  ]);
}

const bare = (spelling: string) => tidyThai(spelling).replaceAll(" ", "");

/** The first of two readings of a spelling stands, so what forms offer comes before what is made of it. */
const spellings = [
  ...offered.flatMap(([title, ...others]) =>
    [title, ...others].map((spelling) => ({ title, spelling: bare(spelling) })),
  ),
  ...offered.flatMap(variants),
  ...listed.flatMap(variants),
];

const titleOfWord = new Map<string, string>();
for (const { title, spelling } of spellings) {
  const word = wordOf(spelling);
  if (!titleOfWord.has(word)) titleOfWord.set(word, title);
}

function wordOf(text: string): string {
  return text.replace(/[. ]/g, "").toLowerCase();
}

/** The usual spelling of a title written alone (`น.ส.` and `นส` are นางสาว); undefined where it is none we know. */
export function titleNamed(text: string): string | undefined {
  return titleOfWord.get(wordOf(tidyThai(text)));
}

type Pattern = { title: string; pattern: RegExp };

/** By first letter, longest first, so that นางสาว is not read as นาง + สาว: a list has a hundred thousand names. */
const byLetter = new Map<string, Pattern[]>();
for (const { title, spelling } of [...spellings].sort(
  (a, b) => b.spelling.length - a.spelling.length,
)) {
  const letter = spelling.slice(0, 1).toLowerCase();
  const found = byLetter.get(letter) ?? [];
  if (found.length === 0) byLetter.set(letter, found);
  found.push({ title, pattern: patternOf(spelling) });
}

/**
 * How a spelling is found before a name. A word may have a dot behind it (นาย.); an abbreviation may have lost its dots but
 * the last (สตอ.) or, before a space, all of them (นส สมหญิง), and its last dot alone where no name begins so (ส.ต.อสมชาย).
 */
function patternOf(spelling: string): RegExp {
  const spaced = spelling.replace(/^ว่าที่/, "ว่าที่ ?");
  if (/^[a-z]/i.test(spelling))
    return new RegExp(`^${spaced.replace(/\.$/, "")}(?:\\.\\s?|\\s)(.*)$`, "i");
  if (!spelling.includes(".")) return new RegExp(`^${spaced}\\.?\\s?(.*)$`);
  const inner = spaced.replace(/\.$/, "").replaceAll(".", "\\.? ?");
  if (!spelling.endsWith(".")) return new RegExp(`^${inner}\\s?(.*)$`);
  const dotted = spaced.replace(/\.$/, "").replaceAll(".", "\\. ?");
  const letters = spelling.replace(/[^ก-ฮ]/g, "").length;
  const undotted = letters >= 3 || /^(?:นส|ดช|ดญ|ดต)\.?$/.test(spelling.replaceAll(".", ""));
  const endings = [
    `${inner}\\. ?`,
    ...(undotted ? [`${inner} `] : []),
    ...(spelling.replace(/[^.]/g, "").length >= 2 ? [`${dotted}${unlikelyAfter(spelling)}`] : []),
  ];
  return new RegExp(`^(?:${endings.join("|")})(.*)$`);
}

/** Letters that follow this one in given names: ส.ต.อนันต์ is a ส.ต. called อนันต์, ส.ต.อสมชาย a ส.ต.อ. called สมชาย. */
function unlikelyAfter(spelling: string): string {
  const last = spelling.replace(/\.$/, "").slice(-1);
  const names: Record<string, string> = { อ: "กขงฉชดทธนพภมยรวศ", ท: "นมยรวศส", ต: "รวฤ" };
  const followers = names[last];
  return followers ? `(?! )(?![${followers}])` : "(?! )(?=$a)";
}

/** A vowel sign or tone mark: no name begins with one, so the "title" was part of a word. */
const mark = /^[ะ-ฺ็-๎]/;
/** Letters with a dot behind them are no name; a title that is not in the list is kept as it is written. */
const abbreviation = /^((?:[ก-ฮ]{1,5}\. ?)+)(?=[ก-ฮเ-ไa-z][ก-๙a-z])/i;

export type SplitTitle = {
  title: string;
  rest: string;
  /** A title that is in no list: somebody should look at it. */
  unknown?: true;
};

/** The title at the start of a name, glued or not, and what follows; no title gives "". */
export function splitTitle(text: string): SplitTitle {
  const tidy = tidyThai(text);
  for (const { title, pattern } of byLetter.get(tidy.slice(0, 1).toLowerCase()) ?? []) {
    const rest = pattern.exec(tidy)?.[1]?.trim();
    if (!rest || mark.test(rest)) continue;
    return { title, rest };
  }
  const unknown = tidy.includes(".") ? abbreviation.exec(tidy)?.[1] : undefined;
  if (unknown)
    return { title: unknown.trim(), rest: tidy.slice(unknown.length).trim(), unknown: true };
  return { title: "", rest: tidy };
}
