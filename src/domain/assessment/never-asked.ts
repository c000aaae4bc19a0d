import { toArabicDigits } from "@/domain/thai";

/** What free text may not hold (docs/forms.md 3.3); each has its warning in i18n (`assessment.never_*`). */
export const neverAsked = [
  "national_id",
  "account_number",
  "pin",
  "lender_name",
  "disease",
  "religion",
  "politics",
  "lawsuit",
  "land_document",
] as const;
export type NeverAsked = (typeof neverAsked)[number];

/** Digits that may be written apart: 1-2345-67890-12-1, 123 4 56789 0. A phone has 9 or 10 and begins with 0. */
const digitRuns = /\d(?:[\s-]?\d){8,}/g;
const words: Record<Exclude<NeverAsked, "national_id" | "account_number">, RegExp> = {
  pin: /รหัสบัตร|รหัสเอทีเอ็ม|รหัส\s*atm|รหัสผ่าน|รหัสลับ|\bpin\b|พินโค้ด|พิน\s*\d/i,
  lender_name: /(เจ้าหนี้|กู้จาก|ยืมจาก|หนี้)\s*(ชื่อ|คือ)?\s*(นาย|นาง|นางสาว|น\.ส\.|เสี่ย|เจ๊|เฮีย|ป้า|ลุง|พี่)/,
  disease:
    /โรค(?!งเรียน)|มะเร็ง|เบาหวาน|ความดัน(โลหิต)?สูง|ความดันโลหิต|เอดส์|เอชไอวี|\bhiv\b|วัณโรค|จิตเวช|ซึมเศร้า|ไตวาย|อัมพฤกษ์|อัมพาต|ไวรัสตับ|ติดยา|ติดสุรา|ลมชัก/i,
  religion: /ศาสนา|นับถือ(พุทธ|คริสต์|อิสลาม)|มุสลิม|คริสเตียน/,
  politics: /พรรคการเมือง|พรรค[ก-๙]{2,}|เสื้อแดง|เสื้อเหลือง|หัวคะแนน|ฝักใฝ่/,
  lawsuit: /คดี|ถูกฟ้อง|ติดคุก|เรือนจำ|พ้นโทษ|จำคุก|ถูกจับ/,
  land_document:
    /โฉนด|น\.?\s?ส\.?\s?[34๓๔](?!\d)|ส\.?ป\.?ก\.?\s?[4๔]|ภ\.?\s?บ\.?\s?ท\.?\s?[5๕]|พิกัดแปลง|ที่ป่าสงวน|บุกรุก/,
};

/**
 * Finds in free text what is never asked, so that the officer is warned before it is stored. A warning, not a
 * wall: words can mean something else, and the officer decides.
 */
export function findNeverAsked(text: string): NeverAsked[] {
  const plain = toArabicDigits(text.normalize("NFC"));
  const found = new Set<NeverAsked>();
  for (const [run] of plain.matchAll(digitRuns)) {
    const digits = run.replace(/\D/g, "");
    if (digits.length === 13) found.add("national_id");
    else if (digits.length >= 10 && !isPhone(digits)) found.add("account_number");
  }
  if (/เลขบัญชี|เลขที่บัญชี|บัญชีเลขที่/.test(plain)) found.add("account_number");
  for (const [kind, pattern] of Object.entries(words))
    if (pattern.test(plain)) found.add(kind as NeverAsked);
  return neverAsked.filter((kind) => found.has(kind));
}

/** Mobile numbers have ten digits, land lines nine; both begin with 0. */
function isPhone(digits: string): boolean {
  return /^0\d{8,9}$/.test(digits) || /^66\d{8,9}$/.test(digits);
}
