import type { TargetGroup } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";

export const workStatuses = [
  "own_account",
  "employee",
  "employer",
  "unpaid_family",
  "not_working",
] as const;
export type WorkStatus = (typeof workStatuses)[number];

/** How the codes are grouped where one is chosen; the words are in i18n (`assessment.field*`). */
export const occupationFields = [
  "farm",
  "wage",
  "trade",
  "craft",
  "transport",
  "other",
  "none",
] as const;
export type OccupationField = (typeof occupationFields)[number];

type Occupation = { name: string; field: OccupationField };

/**
 * Stand-in for annex 5, which is not public: unit groups of ISCO-08 that matter in rural Phrae, in our own
 * wording (docs/programme.md 6.1). 9629 is what is in no other group; 9999 is the Thai health code list's "no work".
 */
export const occupations = {
  "6111": { name: "ทำนา ทำไร่ ปลูกผัก", field: "farm" },
  "6112": { name: "ทำสวนผลไม้ ไม้ยืนต้น ยางพารา", field: "farm" },
  "6113": { name: "ปลูกไม้ดอก เพาะกล้า เพาะเห็ด", field: "farm" },
  "6114": { name: "ปลูกพืชหลายอย่างผสมผสาน", field: "farm" },
  "6121": { name: "เลี้ยงวัว ควาย หมู", field: "farm" },
  "6122": { name: "เลี้ยงไก่ เป็ด", field: "farm" },
  "6123": { name: "เลี้ยงผึ้ง เลี้ยงไหม", field: "farm" },
  "6130": { name: "ปลูกพืชและเลี้ยงสัตว์ควบคู่กัน", field: "farm" },
  "6210": { name: "ปลูกป่า ตัดไม้ เผาถ่าน", field: "farm" },
  "6221": { name: "เลี้ยงปลา กุ้ง กบ", field: "farm" },
  "6222": { name: "จับปลาในแม่น้ำลำคลอง", field: "farm" },
  "6310": { name: "ปลูกพืชไว้กินเอง", field: "farm" },
  "6320": { name: "เลี้ยงสัตว์ไว้กินเอง", field: "farm" },
  "6330": { name: "ปลูกพืชและเลี้ยงสัตว์ไว้กินเอง", field: "farm" },
  "6340": { name: "หาปลา หาของป่าไว้กินเอง", field: "farm" },
  "9211": { name: "รับจ้างในไร่นา", field: "wage" },
  "9212": { name: "รับจ้างเลี้ยงสัตว์", field: "wage" },
  "9213": { name: "รับจ้างทั้งงานไร่และเลี้ยงสัตว์", field: "wage" },
  "9214": { name: "รับจ้างในสวน", field: "wage" },
  "9215": { name: "รับจ้างงานป่าไม้", field: "wage" },
  "9216": { name: "รับจ้างงานประมง", field: "wage" },
  "9622": { name: "รับจ้างทั่วไป", field: "wage" },
  "9313": { name: "คนงานก่อสร้างอาคาร", field: "wage" },
  "9312": { name: "คนงานก่อสร้างถนน สะพาน", field: "wage" },
  "9111": { name: "ทำงานบ้านให้ผู้อื่น", field: "wage" },
  "9112": { name: "ทำความสะอาดสำนักงาน โรงแรม", field: "wage" },
  "5414": { name: "รักษาความปลอดภัย", field: "wage" },
  "5311": { name: "รับเลี้ยงเด็ก", field: "wage" },
  "5322": { name: "ดูแลผู้สูงอายุหรือผู้ป่วยที่บ้าน", field: "wage" },
  "5223": { name: "พนักงานขายในร้าน", field: "trade" },
  "5211": { name: "ขายของที่แผงในตลาด", field: "trade" },
  "5212": { name: "ขายอาหารริมทาง", field: "trade" },
  "5221": { name: "เปิดร้านค้าของตนเอง", field: "trade" },
  "9520": { name: "เร่ขายสินค้า", field: "trade" },
  "9510": { name: "รับจ้างบริการตามถนน", field: "trade" },
  "5141": { name: "ตัดผม", field: "trade" },
  "5142": { name: "เสริมสวย", field: "trade" },
  "7111": { name: "ช่างสร้างบ้าน", field: "craft" },
  "7112": { name: "ช่างก่ออิฐ", field: "craft" },
  "7115": { name: "ช่างไม้ก่อสร้าง", field: "craft" },
  "7122": { name: "ช่างปูกระเบื้อง", field: "craft" },
  "7123": { name: "ช่างฉาบปูน", field: "craft" },
  "7126": { name: "ช่างประปา", field: "craft" },
  "7131": { name: "ช่างทาสี", field: "craft" },
  "7231": { name: "ช่างซ่อมรถและเครื่องยนต์", field: "craft" },
  "7411": { name: "ช่างไฟฟ้าในอาคาร", field: "craft" },
  "7522": { name: "ทำเฟอร์นิเจอร์ไม้", field: "craft" },
  "7317": { name: "จักสาน แกะสลักไม้", field: "craft" },
  "7318": { name: "ทอผ้า ย้อมผ้า", field: "craft" },
  "7531": { name: "ตัดเย็บเสื้อผ้า", field: "craft" },
  "7533": { name: "เย็บปักถักร้อย", field: "craft" },
  "7512": { name: "ทำขนม เบเกอรี่", field: "craft" },
  "7514": { name: "แปรรูปและถนอมอาหาร", field: "craft" },
  "8321": { name: "ขับจักรยานยนต์รับจ้าง", field: "transport" },
  "8322": { name: "ขับแท็กซี่ รถตู้ รถกระบะรับจ้าง", field: "transport" },
  "8332": { name: "ขับรถบรรทุก", field: "transport" },
  "9629": { name: "อื่น ๆ", field: "other" },
  "9999": { name: "ไม่มีงานทำ", field: "none" },
} as const satisfies Record<string, Occupation>;

export type OccupationCode = keyof typeof occupations;
export const occupationCodes = keysOf(occupations).sort();
/** The code that says there is no occupation. */
export const noWork: OccupationCode = "9999";

/**
 * The programme's group of an occupation. A code alone cannot tell an employee from the self-employed, so the
 * status decides first: employee → employed; on one's own in agriculture (codes 6xxx) → farmer, elsewhere →
 * self-employed (docs/programme.md 6.1). Null while not enough is known.
 */
export function groupOf(
  status: WorkStatus | undefined,
  code: OccupationCode | undefined,
): TargetGroup | null {
  if (code === noWork || status === "not_working") return "not_working";
  if (status === "employee") return "employed";
  if (!status || !code) return null;
  return code.startsWith("6") ? "farmer" : "self_employed";
}

/** Words of the Ministry's list, in the order in which they are looked for; the first that occurs decides. */
const wordsOfLists: readonly (readonly [words: RegExp, code: OccupationCode])[] = [
  [/ไม่มีอาชีพ|ไม่มีงาน|ว่างงาน|ไม่ได้ประกอบอาชีพ|ไม่ประกอบอาชีพ/, noWork],
  [/รับจ้าง.*(ไร่|นา|เกษตร)/, "9211"],
  [/ก่อสร้าง/, "9313"],
  [/ขับรถ/, "8322"],
  [/ซ่อมรถ/, "7231"],
  [/ช่างไม้/, "7115"],
  [/ลูกจ้างร้าน/, "5223"],
  [/รับจ้าง/, "9622"],
  [/รักษาความปลอดภัย/, "5414"],
  [/จักสาน/, "7317"],
  [/ทอผ้า|ย้อม/, "7318"],
  [/ตัดเย็บ|เย็บผ้า/, "7531"],
  [/ค้าขาย|ขายของ/, "5211"],
  [/ทำสวน|ยางพารา|ไม้ผล/, "6112"],
  [/เลี้ยงสัตว์|เลี้ยงวัว|เลี้ยงหมู/, "6121"],
  [/ทำนา|ทำไร่|ปลูกผัก|เกษตร/, "6111"],
];

/** The code of an occupation as the Ministry's list writes it; null where no code says it for certain. */
export function occupationNamed(words: string | null): OccupationCode | null {
  if (!words) return null;
  return wordsOfLists.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
