import { deepEqual, equal } from "node:assert/strict";
import { menuFor } from "@/domain/rules/menu";
import type { TargetGroup } from "@/domain/rules/rule-set";
import type { Clause, Statement } from "./statement";

/** A printed line: its words as scanned, the project, the heading, how sure the heading is, and the other reading. */
type Line = readonly [
  quote: string,
  project: string,
  heading: string,
  confidence?: "medium" | "low",
  alternative?: string,
];

const skill = "เพิ่มทักษะฝีมือ";
const potential = "เพิ่มพูนศักยภาพ";
const work = "หางานให้";
const business = "หาโอกาสทางธุรกิจให้";
const loan = "หาสินเชื่อให้";
const burden = "ลดภาระ";
const market = "หาตลาดให้";

const farmer: readonly Line[] = [
  ["การอบรมเกษตรกร (กระทรวงเกษตร)", "MOAC-01", skill],
  ["โครงการให้ความรู้ทางการเงินแก่เกษตรกรลูกค้าผู้มีรายได้น้อย (ธ.ก.ส.)", "BAAC-01", potential],
  ["จัดหาอาชีพเสริมนอกฤดูกาลผลิต (กระทรวงเกษตรและสหกรณ์)", "MOAC-02", work],
  ["จัดหางานในประเทศ/นอกประเทศ (กรมการจัดหางาน)", "DOE-01", work],
  ["รับงานไปทำที่บ้าน (กรมสวัสดิการและคุ้มครองแรงงาน)", "DLPW-01", work],
  ["สินเชื่อชุมชนปรับเปลี่ยนการผลิต (ธ.ก.ส.)", "BAAC-02", loan],
  ["สินเชื่อเพื่อพัฒนาอาชีพ (ธ.ก.ส.)", "BAAC-03", loan],
  ["สินเชื่อแก้หนี้ก่อนระบบฯ ระยะที่ 3 (ธ.ก.ส.)", "BAAC-04", burden, "medium", loan],
  ["สินเชื่อฉุกเฉิน (ธ.ก.ส.)", "BAAC-05", burden, "low", loan],
  ["โครงการแก้ไขปัญหาหนี้สินฯ (พคท.) (ธ.ก.ส.)", "BAAC-06", burden],
  ["ตลาดประชารัฐ (กรมการพัฒนาชุมชนและกรมการค้าภายใน)", "MKT-01", market],
];

const employed: readonly Line[] = [
  ["โครงการพัฒนาฝีมือให้แก่ผู้มีรายได้น้อยฯ (กรมพัฒนาฝีมือแรงงาน)", "DSD-02", skill],
  ["การฝึกอาชีพเสริม (กรมพัฒนาฝีมือแรงงาน)", "DSD-03", skill],
  ["มหาวิทยาลัยประชาชน (ออมสิน)", "GSB-01", potential, "medium", skill],
  ["คลินิกสุขภาพทางการเงินเคลื่อนที่ (ออมสิน)", "GSB-02", potential],
  ["การให้ความรู้ทางการเงิน (Financial Literacy) (ออมสิน)", "GSB-03", potential],
  ["การพัฒนาและยกระดับผู้ประกอบการ Franchise (ออมสิน)", "GSB-04", potential],
  ["จัดหางานในประเทศ/นอกประเทศ (กรมการจัดหางาน)", "DOE-01", work],
  ["โครงการสร้างสัมมาชีพแก่ครัวเรือนยากจน (กรมการพัฒนาชุมชน)", "CDD-01", work, "medium", potential],
  ["สินเชื่อผู้มีบัตรสวัสดิการแห่งรัฐ (ออมสิน)", "GSB-05", loan],
];

const selfEmployed: readonly Line[] = [
  ["โครงการฝึกช่างอนุปริญญาฯ (ช่างชุมชน) (กรมพัฒนาฝีมือแรงงาน)", "DSD-01", skill],
  ["โครงการพัฒนาฝีมือให้แก่ผู้มีรายได้น้อยฯ (กรมพัฒนาฝีมือแรงงาน)", "DSD-02", skill],
  ["การฝึกอาชีพเสริม (กรมพัฒนาฝีมือแรงงาน)", "DSD-03", skill],
  ["มหาวิทยาลัยประชาชน (ออมสิน)", "GSB-01", potential, "medium", skill],
  ["โครงการสร้างสัมมาชีพแก่ครัวเรือนยากจน (กรมการพัฒนาชุมชน)", "CDD-01", potential, "medium", skill],
  ["คลินิกสุขภาพทางการเงินเคลื่อนที่ (ออมสิน)", "GSB-02", potential],
  ["การให้ความรู้ทางการเงิน (Financial Literacy) (ออมสิน)", "GSB-03", potential],
  ["โครงการสร้างสัมมาชีพชุมชนฯ (กรมการพัฒนาชุมชน)", "CDD-02", business, "medium", potential],
  ["Franchise สร้างอาชีพเพื่อผู้มีรายได้น้อย (กรมพัฒนาธุรกิจการค้า)", "DBD-01", business],
  ["ตลาดประชารัฐ (กรมการพัฒนาชุมชนและกรมการค้าภายใน)", "MKT-01", market],
  ["สินเชื่อ GSB Home Stay (ออมสิน)", "GSB-06", loan],
  ["สินเชื่อธุรกิจแฟรนไชส์ (ออมสิน)", "GSB-07", loan],
  ["สินเชื่อ Street Food (ออมสิน)", "GSB-08", loan],
];

type Printed = "farmer" | "employed" | "self_employed";

/** The line stands at its place of the menu, for every income. */
const lineStatement =
  (group: Printed) =>
  ([quote, project, category, confidence, alternative]: Line, index: number): Statement => {
    const clause = `menu.${group}.${index + 1}` as Clause;
    return {
      clause,
      quote,
      says: `line ${index + 1} of the menu is ${project}, under ${category}`,
      holds: (rules) => {
        deepEqual(rules.menus[group][index], {
          project,
          category,
          ...(alternative ? { alternative } : {}),
          confidence: confidence ?? "high",
          printed: clause,
        });
        for (const { id } of rules.incomeBands) {
          const line = menuFor(rules, group, id)[index];
          deepEqual([line?.project, line?.category], [project, category]);
        }
        equal(rules.projects[project]?.printed.includes(clause as never), true);
      },
    };
  };

/** The headings in the order of the catalogue: as the farmers' menu has them, with the one that only the self-employed have. */
const headings = [skill, potential, work, business, loan, burden, market];

const menuStatement = (
  group: TargetGroup & Printed,
  quote: string,
  reason: string,
  printed: readonly string[],
): Statement => ({
  clause: `menu.${group}`,
  quote,
  says: `the menu of this group has ${printed.length} headings`,
  holds: (rules, its) => {
    its.reasons(reason);
    equal(rules.menuReasons[group][0], reason);
    deepEqual([...new Set(rules.menus[group].map(({ category }) => category))], printed);
    deepEqual(rules.categories, headings);
  },
});

/** The printed menus of the three groups: every line at its place, under its heading. */
export const menuStatements: readonly Statement[] = [
  menuStatement("farmer", "เกษตรกร", "MENU_FARMER", [skill, potential, work, loan, burden, market]),
  ...farmer.map(lineStatement("farmer")),
  menuStatement("employed", "ทำงาน\nมีนายจ้าง", "MENU_EMPLOYED", [skill, potential, work, loan]),
  ...employed.map(lineStatement("employed")),
  menuStatement("self_employed", "ทำงานอิสระ", "MENU_SELF_EMPLOYED", [
    skill,
    potential,
    business,
    market,
    loan,
  ]),
  ...selfEmployed.map(lineStatement("self_employed")),
];
