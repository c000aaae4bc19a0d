import { deepEqual } from "node:assert/strict";
import type { Project } from "@/domain/rules/rule-set";
import { type Clause, type Statement, wordsOf } from "./statement";

/**
 * The 28 projects by who says to which dimension they belong. Each is named by the passages after its name, the first of which is
 * quoted; what stands behind is what the product adds to it: another reading of the dimension, whom its own name speaks of, what
 * the form asks once it is chosen (register, no. 26), and whether its agency calls people up.
 */
type Row = readonly [
  code: string,
  name: string,
  dimension: 1 | 2 | 3 | 4,
  agencies: readonly string[],
  printed: readonly [Clause, ...Clause[]],
  more?: Partial<Project>,
];

const customer = { conditions: ["baacCustomer"] } as const;
const called = { callsPeopleUp: true } as const;

/** The letter, section 4, names these under a dimension. */
const byLetter: readonly Row[] = [
  [
    "DOE-01",
    "จัดหางานในประเทศ/ต่างประเทศ",
    1,
    ["DOE"],
    ["letter.DOE-01", "menu.farmer.4", "menu.employed.7"],
    called,
  ],
  [
    "DBD-01",
    "โครงการแฟรนไชส์สร้างอาชีพเพื่อผู้มีรายได้น้อย",
    1,
    ["DBD"],
    ["letter.DBD-01", "menu.self_employed.9"],
  ],
  [
    "MKT-01",
    "โครงการตลาดประชารัฐ",
    1,
    ["CDD", "DIT"],
    ["letter.MKT-01", "menu.farmer.11", "menu.self_employed.10"],
  ],
  [
    "DSD-01",
    "โครงการฝึกอาชีพช่างอเนกประสงค์ (ช่างชุมชน)",
    2,
    ["DSD"],
    ["letter.DSD-01", "menu.self_employed.1"],
    called,
  ],
  [
    "MOAC-01",
    "โครงการเพิ่มทักษะอาชีพแก่เกษตรกรผู้ลงทะเบียนเพื่อสวัสดิการแห่งรัฐ (การอบรมเกษตรกร)",
    2,
    ["MOAC"],
    ["letter.MOAC-01", "menu.farmer.1"],
    { forWhom: "เกษตรกร", conditions: ["farmerRegistry"] },
  ],
  [
    "GSB-01",
    "มหาวิทยาลัยประชาชน",
    2,
    ["GSB"],
    ["letter.GSB-01", "menu.employed.3", "menu.self_employed.4"],
  ],
  [
    "BAAC-01",
    "โครงการให้ความรู้ทางการเงินแก่เกษตรกรลูกค้าผู้มีรายได้น้อยที่ลงทะเบียนเพื่อสวัสดิการแห่งรัฐ ปี 2560",
    2,
    ["BAAC"],
    ["letter.BAAC-01", "menu.farmer.2"],
    { forWhom: "เกษตรกรลูกค้า", ...customer },
  ],
  [
    "BAAC-03",
    "สินเชื่อเพื่อพัฒนาอาชีพของผู้มีรายได้น้อยที่ลงทะเบียนเพื่อสวัสดิการแห่งรัฐ",
    3,
    ["BAAC"],
    ["letter.BAAC-03", "menu.farmer.7"],
    customer,
  ],
  [
    "GSB-05",
    "สินเชื่อผู้มีบัตรสวัสดิการแห่งรัฐ",
    3,
    ["GSB"],
    ["letter.GSB-05", "menu.employed.9"],
    { note: "พิมพ์ไว้ในเมนูกลุ่มทำงานมีนายจ้างเท่านั้น กลุ่มอื่นบันทึกเป็นโครงการนอกเมนูพร้อมเหตุผล" },
  ],
  ["GSB-07", "สินเชื่อธุรกิจแฟรนไชส์", 3, ["GSB"], ["letter.GSB-07", "menu.self_employed.12"]],
  ["GSB-08", "สินเชื่อ Street Food", 3, ["GSB"], ["letter.GSB-08", "menu.self_employed.13"]],
  ["SLF-01", "โครงการให้กู้ยืมเงินจากกองทุนเงินให้กู้ยืมเพื่อการศึกษา (กยศ.)", 4, ["SLF"], ["letter.SLF-01"]],
  [
    "GHB-01",
    "โครงการสินเชื่อที่อยู่อาศัยเพื่อสวัสดิการแห่งรัฐ",
    4,
    ["GHB"],
    ["letter.GHB-01"],
    { beside: "กระทรวงการคลัง" },
  ],
  [
    "NSF-01",
    "การออมเพื่อการเกษียณอายุสำหรับแรงงานนอกระบบ",
    4,
    ["NSF"],
    ["letter.NSF-01"],
    { forWhom: "แรงงานนอกระบบ", conditions: ["outsideSocialSecurity"] },
  ],
];

/** The picture of the four dimensions speaks of these: ส่งเสริมการประกอบสัมมาชีพ, แก้ไขปัญหาหนี้. */
const byPicture: readonly Row[] = [
  [
    "CDD-01",
    "โครงการสร้างสัมมาชีพแก่ครัวเรือนยากจน",
    1,
    ["CDD"],
    ["menu.employed.8", "menu.self_employed.5"],
    { forWhom: "ครัวเรือนยากจน" },
  ],
  ["CDD-02", "โครงการสร้างสัมมาชีพชุมชนฯ", 1, ["CDD"], ["menu.self_employed.8"]],
  [
    "BAAC-04",
    "สินเชื่อแก้หนี้นอกระบบฯ ระยะที่ 3",
    3,
    ["BAAC"],
    ["menu.farmer.8"],
    { forWhom: "แก้หนี้นอกระบบ", conditions: ["informalDebt", "baacCustomer"] },
  ],
  [
    "BAAC-06",
    "โครงการแก้ไขปัญหาหนี้สินฯ",
    3,
    ["BAAC"],
    ["menu.farmer.10"],
    {
      forWhom: "แก้ไขปัญหาหนี้สิน",
      conditions: ["debt", "baacCustomer"],
      note: "เอกสารสแกนมีวงเล็บท้ายชื่อว่า (พคท.) คาดว่าเป็น (คนท.) เครือข่ายหนี้สินชาวนาแห่งประเทศไทย ยังไม่ได้รับการยืนยัน จึงไม่ใส่ในชื่อ",
    },
  ],
];

/** Only a menu names these; the dimension is inferred from what they are. */
const inferred: readonly Row[] = [
  [
    "MOAC-02",
    "จัดหาอาชีพเสริมนอกฤดูกาลผลิต",
    1,
    ["MOAC"],
    ["menu.farmer.3"],
    { conditions: ["farmerRegistry"] },
  ],
  ["DLPW-01", "รับงานไปทำที่บ้าน", 1, ["DLPW"], ["menu.farmer.5"], called],
  [
    "DSD-02",
    "โครงการพัฒนาฝีมือให้แก่ผู้มีรายได้น้อยฯ",
    2,
    ["DSD"],
    ["menu.employed.1", "menu.self_employed.2"],
    called,
  ],
  ["DSD-03", "การฝึกอาชีพเสริม", 2, ["DSD"], ["menu.employed.2", "menu.self_employed.3"], called],
  [
    "GSB-02",
    "คลินิกสุขภาพทางการเงินเคลื่อนที่",
    2,
    ["GSB"],
    ["menu.employed.4", "menu.self_employed.6"],
    { alternativeDimension: 3 },
  ],
  [
    "GSB-03",
    "การให้ความรู้ทางการเงิน (Financial Literacy)",
    2,
    ["GSB"],
    ["menu.employed.5", "menu.self_employed.7"],
  ],
  [
    "GSB-04",
    "การพัฒนาและยกระดับผู้ประกอบการแฟรนไชส์",
    2,
    ["GSB"],
    ["menu.employed.6"],
    { alternativeDimension: 1 },
  ],
  ["BAAC-02", "สินเชื่อชุมชนปรับเปลี่ยนการผลิต", 3, ["BAAC"], ["menu.farmer.6"], customer],
  ["BAAC-05", "สินเชื่อฉุกเฉิน", 3, ["BAAC"], ["menu.farmer.9"], customer],
  ["GSB-06", "สินเชื่อ GSB Home Stay", 3, ["GSB"], ["menu.self_employed.11"]],
];

const statedBy =
  (dimensionSource: Project["dimensionSource"]) =>
  ([code, name, dimension, agencies, printed, more = {}]: Row): Statement => ({
    clause: printed[0],
    quote: wordsOf(printed[0]),
    says: `${code} is ${name}, of dimension ${dimension}, open to both bands`,
    holds: (rules) =>
      deepEqual(rules.projects[code], {
        name,
        dimension,
        dimensionSource,
        agencies,
        bands: ["up_to_30000", "over_30000"],
        printed,
        ...more,
      }),
  });

/** The catalogue. */
export const projectStatements: readonly Statement[] = [
  ...byLetter.map(statedBy("letter")),
  ...byPicture.map(statedBy("infographic")),
  ...inferred.map(statedBy("inferred")),
];
