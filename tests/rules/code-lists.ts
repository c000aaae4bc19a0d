import type { Occupation, RuleSet } from "@/domain/rules/rule-set";
import type { Statement } from "./statement";

/** A line a code, with its words. */
const linesOf = (text: string): [code: string, name: string][] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", ...words] = line.trim().split(" ");
      return [code, words.join(" ")];
    });

/** Annex 5 as it stands in (docs/programme.md 6.1): unit groups of ISCO-08, by the heading under which one is chosen. */
const occupations: Readonly<Record<Occupation["field"], string>> = {
  farm: `
    6111 ทำนา ทำไร่ ปลูกผัก
    6112 ทำสวนผลไม้ ไม้ยืนต้น ยางพารา
    6113 ปลูกไม้ดอก เพาะกล้า เพาะเห็ด
    6114 ปลูกพืชหลายอย่างผสมผสาน
    6121 เลี้ยงวัว ควาย หมู
    6122 เลี้ยงไก่ เป็ด
    6123 เลี้ยงผึ้ง เลี้ยงไหม
    6130 ปลูกพืชและเลี้ยงสัตว์ควบคู่กัน
    6210 ปลูกป่า ตัดไม้ เผาถ่าน
    6221 เลี้ยงปลา กุ้ง กบ
    6222 จับปลาในแม่น้ำลำคลอง
    6310 ปลูกพืชไว้กินเอง
    6320 เลี้ยงสัตว์ไว้กินเอง
    6330 ปลูกพืชและเลี้ยงสัตว์ไว้กินเอง
    6340 หาปลา หาของป่าไว้กินเอง`,
  wage: `
    9211 รับจ้างในไร่นา
    9212 รับจ้างเลี้ยงสัตว์
    9213 รับจ้างทั้งงานไร่และเลี้ยงสัตว์
    9214 รับจ้างในสวน
    9215 รับจ้างงานป่าไม้
    9216 รับจ้างงานประมง
    9622 รับจ้างทั่วไป
    9313 คนงานก่อสร้างอาคาร
    9312 คนงานก่อสร้างถนน สะพาน
    9111 ทำงานบ้านให้ผู้อื่น
    9112 ทำความสะอาดสำนักงาน โรงแรม
    5414 รักษาความปลอดภัย
    5311 รับเลี้ยงเด็ก
    5322 ดูแลผู้สูงอายุหรือผู้ป่วยที่บ้าน`,
  trade: `
    5223 พนักงานขายในร้าน
    5211 ขายของที่แผงในตลาด
    5212 ขายอาหารริมทาง
    5221 เปิดร้านค้าของตนเอง
    9520 เร่ขายสินค้า
    9510 รับจ้างบริการตามถนน
    5141 ตัดผม
    5142 เสริมสวย`,
  craft: `
    7111 ช่างสร้างบ้าน
    7112 ช่างก่ออิฐ
    7115 ช่างไม้ก่อสร้าง
    7122 ช่างปูกระเบื้อง
    7123 ช่างฉาบปูน
    7126 ช่างประปา
    7131 ช่างทาสี
    7231 ช่างซ่อมรถและเครื่องยนต์
    7411 ช่างไฟฟ้าในอาคาร
    7522 ทำเฟอร์นิเจอร์ไม้
    7317 จักสาน แกะสลักไม้
    7318 ทอผ้า ย้อมผ้า
    7531 ตัดเย็บเสื้อผ้า
    7533 เย็บปักถักร้อย
    7512 ทำขนม เบเกอรี่
    7514 แปรรูปและถนอมอาหาร`,
  transport: `
    8321 ขับจักรยานยนต์รับจ้าง
    8322 ขับแท็กซี่ รถตู้ รถกระบะรับจ้าง
    8332 ขับรถบรรทุก`,
  other: "9629 อื่น ๆ",
  none: "9999 ไม่มีงานทำ",
};

/** Annex 6 as it stands in (docs/programme.md 6.2): two digits for the field, two for the skill. */
const skills: Readonly<Record<string, string>> = {
  งานก่อสร้าง: `
    0101 ปูกระเบื้อง
    0102 ก่ออิฐ ฉาบปูน
    0103 ทาสี
    0104 ประปา
    0199 ช่างชุมชน (ช่างอเนกประสงค์)`,
  งานอุตสาหการ: "0201 เชื่อมโลหะ",
  เครื่องยนต์: `
    0301 ซ่อมจักรยานยนต์
    0302 ซ่อมเครื่องยนต์เล็กการเกษตร`,
  ไฟฟ้า: `
    0401 เดินสายไฟในบ้าน
    0402 ซ่อมเครื่องใช้ไฟฟ้า
    0403 ล้างและดูแลเครื่องปรับอากาศ`,
  งานฝีมือและหัตถกรรม: `
    0501 ตัดเย็บเสื้อผ้า
    0502 ทอผ้า ย้อมคราม
    0503 จักสาน
    0504 งานไม้สัก`,
  แปรรูปผลผลิต: `
    0601 ทำขนมไทย
    0602 ถนอมอาหาร
    0603 ทำเบเกอรี่`,
  งานบริการ: `
    0701 ตัดผม เสริมสวย
    0702 นวดไทย
    0703 ดูแลผู้สูงอายุ
    0704 ประกอบอาหาร`,
  เกษตร: `
    0801 ปลูกข้าว
    0802 ปลูกผักปลอดภัย
    0803 เลี้ยงไก่ไข่
    0804 เลี้ยงปลา
    0805 เพาะเห็ด
    0806 ปลูกไม้ผล`,
  ค้าขาย: `
    0901 ขายของออนไลน์
    0902 แฟรนไชส์
    0903 ทำบัญชีร้านค้า`,
  การเงินในครัวเรือน: "1001 ทำบัญชีครัวเรือน",
  "อื่น ๆ": "9901 ทักษะอื่น",
};

/** On one's own in agriculture (6xxx) a farmer, elsewhere self-employed; 9999 is no work. */
function groupOfCode(code: string): Occupation["group"] {
  if (code === "9999") return "not_working";
  return code.startsWith("6") ? "farmer" : "self_employed";
}

const wantedOccupations = (): RuleSet["occupations"]["value"] =>
  Object.fromEntries(
    (Object.keys(occupations) as Occupation["field"][]).flatMap((field) =>
      linesOf(occupations[field]).map(([code, name]) => [
        code,
        { name, field, group: groupOfCode(code) },
      ]),
    ),
  );

const wantedSkills = (): RuleSet["skills"]["value"] =>
  Object.fromEntries(
    Object.entries(skills).flatMap(([field, text]) =>
      linesOf(text).map(([code, name]) => [code, { name, field }]),
    ),
  );

/** The code lists that stand in for annexes 5 and 6. */
export const codeListStatements: readonly Statement[] = [
  {
    clause: 17,
    quote: "รหัสอาชีพใช้เลขหมวดของ ISCO-08 และมีรหัส “อื่น ๆ”",
    says: "58 occupations, each with the group of who does it on their own account",
    holds: (rules, its) => its.value(rules.occupations, wantedOccupations()),
  },
  {
    clause: 17,
    quote: "บัญชีรหัสอาชีพ และบัญชีรหัสการฝึกทักษะ จัดทำขึ้นเองใช้แทนภาคผนวก 2, 3, 5 และ 6",
    says: "33 skills in eleven fields",
    holds: (rules, its) => its.value(rules.skills, wantedSkills()),
  },
];
