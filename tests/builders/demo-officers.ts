import type { AoAgency, ProjectAgency } from "@/domain/agencies";
import type { Role } from "@/domain/policy";

export const demoProvince = "54";

/** The demo's first day: a desk is open in each district, the walk-in window has two days left. */
export const demoToday = "2018-02-26";

export type DemoOfficer = {
  login: string;
  name: string;
  role: Role;
  position: string;
  districtCode: string | null;
  agency: AoAgency | ProjectAgency | null;
  phone: string | null;
  /** Further districts in which an account officer has a code too. */
  otherDistricts?: readonly string[];
};

type District = {
  code: string;
  slug: string;
  name: string;
  chief: string;
  secretary: string;
  desk: readonly [string, string];
  /** Account officers: agency and name; BAAC and CDD in every district. */
  officers: readonly (readonly [AoAgency, string])[];
};

const districts: readonly District[] = [
  {
    code: "5401",
    slug: "mueang",
    name: "เมืองแพร่",
    chief: "นายธีรพงษ์ เครือวงศ์",
    secretary: "นางสาวพัชรินทร์ ใจมูล",
    desk: ["นางวันเพ็ญ กาวิยศ", "นายสันติ ถิ่นสุข"],
    officers: [
      ["BAAC", "นายประสิทธิ์ วงศ์ใหญ่"],
      ["CDD", "นางมาลี แก้วคำ"],
      ["GSB", "นายวิชัย บุญเรือง"],
      ["DOPA", "นางสาวสุดา อินต๊ะ"],
      ["DOAE", "นายเกษม ชัยวรรณ"],
    ],
  },
  {
    code: "5402",
    slug: "rongkwang",
    name: "ร้องกวาง",
    chief: "นายสมศักดิ์ ปินตาวงศ์",
    secretary: "นายณัฐพล ธรรมสาร",
    desk: ["นางจินดา คำแสน", "นางสาวรุ่งทิวา ยศปัญญา"],
    officers: [
      ["BAAC", "นางอรวรรณ สุวรรณดี"],
      ["CDD", "นายมนตรี เวียงทอง"],
      ["LAO", "นางสาวกัญญารัตน์ หมื่นใจ"],
    ],
  },
  {
    code: "5403",
    slug: "long",
    name: "ลอง",
    chief: "นายวิรัตน์ สิทธิวงศ์",
    secretary: "นางสาวศิริพร เทพอินทร์",
    desk: ["นายสมาน ร่องเมือง", "นางนิตยา อุปะคำ"],
    officers: [
      ["BAAC", "นายชาญชัย กันทะใจ"],
      ["CDD", "นางสาวจิราพร ขันมูล"],
      ["DOPA", "นายพิชัย ทะนันชัย"],
      ["GSB", "นางรัตนา ไชยวังสาร"],
    ],
  },
  {
    code: "5404",
    slug: "sungmen",
    name: "สูงเม่น",
    chief: "นายสุรพล จินะวงศ์",
    secretary: "นายวรวุฒิ มหายศ",
    desk: ["นางสาวอัมพร แก้วปา", "นายไพโรจน์ ลือชัย"],
    officers: [
      ["BAAC", "นายอนุชา พรมมา"],
      ["CDD", "นางวิไล เขื่อนคำ"],
      ["DOAE", "นางสาวนิภาพร สมเมือง"],
    ],
  },
  {
    code: "5405",
    slug: "denchai",
    name: "เด่นชัย",
    chief: "นายประดิษฐ์ นันตาวรรณ",
    secretary: "นางสาววราภรณ์ สารแก้ว",
    desk: ["นายเฉลิม ต๊ะวงศ์", "นางสมจิตร บุญสุข"],
    officers: [
      ["BAAC", "นายศุภชัย วังแสน"],
      ["CDD", "นางสาวสุภาพร อุดใจ"],
    ],
  },
  {
    code: "5406",
    slug: "song",
    name: "สอง",
    chief: "นายอุดม มูลวงศ์",
    secretary: "นายเอกชัย คำลือ",
    desk: ["นางประนอม เตชะใจ", "นางสาวปวีณา ศรียอด"],
    officers: [
      ["BAAC", "นางสาวเบญจมาศ อินวรรณ"],
      ["CDD", "นายนิพนธ์ ขจรพันธุ์"],
      ["DOPA", "นายวีระพงษ์ ราชเดช"],
    ],
  },
  {
    code: "5407",
    slug: "wangchin",
    name: "วังชิ้น",
    chief: "นายจรัล ยะสาร",
    secretary: "นางสาวธิดารัตน์ บุญมา",
    desk: ["นายสนั่น กาศเกษม", "นางแสงเดือน คำปา"],
    officers: [
      ["BAAC", "นายภาณุพงศ์ ปัญญาดี"],
      ["CDD", "นางเครือวัลย์ จันทร์ตา"],
      ["MOL", "นายอภิชาติ เมืองยศ"],
    ],
  },
  {
    code: "5408",
    slug: "nongmuangkhai",
    name: "หนองม่วงไข่",
    chief: "นายสมพงษ์ อินทร์สืบ",
    secretary: "นายปิยะ พันธุ์ทอง",
    desk: ["นางฟองจันทร์ วงศ์ยศ", "นายทวี เหมืองหม้อ"],
    officers: [
      ["BAAC", "นายสถาพร ใจวัง"],
      ["CDD", "นางสาวมยุรี ชัยมูล"],
    ],
  },
];

const deskPositions = ["เจ้าพนักงานปกครองชำนาญงาน", "เจ้าพนักงานธุรการปฏิบัติงาน"];

const aoPositions: Record<AoAgency, string> = {
  BAAC: "พนักงานพัฒนาธุรกิจ ธ.ก.ส. สาขา",
  GSB: "เจ้าหน้าที่สินเชื่อ ธนาคารออมสิน สาขา",
  DOPA: "เจ้าพนักงานปกครอง อำเภอ",
  CDD: "พัฒนากร สำนักงานพัฒนาชุมชนอำเภอ",
  DOAE: "นักวิชาการส่งเสริมการเกษตร สำนักงานเกษตรอำเภอ",
  MOL: "อาสาสมัครแรงงาน อำเภอ",
  LAO: "นักพัฒนาชุมชน เทศบาลตำบล",
  OTHER: "เจ้าหน้าที่ อำเภอ",
};

const provincial: readonly DemoOfficer[] = [
  {
    ...at(null),
    login: "governor",
    name: "นายไกรสร กองแก้ว",
    role: "governor",
    position: "ผู้ว่าราชการจังหวัดแพร่",
  },
  {
    ...at(null),
    login: "treasury",
    name: "นางกาญจนา เมืองวัง",
    role: "provincial_officer",
    position: "คลังจังหวัดแพร่ ฝ่ายเลขานุการ คอจ.",
  },
  {
    ...at(null),
    login: "agency.baac",
    name: "นางสาวรัชนี ทองวงศ์",
    role: "agency_officer",
    position: "หัวหน้าหน่วยพัฒนาลูกค้า สำนักงาน ธ.ก.ส. จังหวัดแพร่",
    agency: "BAAC",
  },
  {
    ...at(null),
    login: "agency.dsd",
    name: "นายดำรง สิทธิชัย",
    role: "agency_officer",
    position: "สำนักงานพัฒนาฝีมือแรงงานแพร่",
    agency: "DSD",
  },
  {
    ...at(null),
    login: "admin",
    name: "นายณัฐวุฒิ แสนใจ",
    role: "administrator",
    position: "ผู้ดูแลระบบ",
  },
  {
    ...at(null),
    login: "nation",
    name: "นางสาวอรุณี ศรีประเสริฐ",
    role: "national_reader",
    position: "ฝ่ายเลขานุการ คณะอนุกรรมการติดตามฯ กระทรวงการคลัง",
  },
];

function at(districtCode: string | null) {
  return { districtCode, agency: null, phone: null };
}

/** An agency's officers by login: `baac.long`; the second of one agency in a district would be `baac2.long`. */
function officersOf(district: District): DemoOfficer[] {
  const { code, slug, name } = district;
  return [
    {
      ...at(code),
      login: `chief.${slug}`,
      name: district.chief,
      role: "district_chief",
      position: `นายอำเภอ${name}`,
    },
    {
      ...at(code),
      login: `secretary.${slug}`,
      name: district.secretary,
      role: "district_secretary",
      position: `ปลัดอำเภอ${name} เลขานุการทีม ปรจ.`,
    },
    ...district.desk.map(
      (person, index): DemoOfficer => ({
        ...at(code),
        login: `desk${index + 1}.${slug}`,
        name: person,
        role: "receiving_officer",
        // The civil post; that they receive holders is their duty (คำสั่งแต่งตั้ง).
        position: `${deskPositions[index % 2]} อำเภอ${name}`,
      }),
    ),
    ...district.officers.map(
      ([agency, person], index): DemoOfficer => ({
        ...at(code),
        login: `${agency.toLowerCase()}.${slug}`,
        name: person,
        role: "account_officer",
        position: `${aoPositions[agency]}${name}`,
        agency,
        phone: `060000${code.slice(2)}${String(index + 1).padStart(2, "0")}`,
        // One person, one sign-in, codes in two districts (docs/forms.md 1).
        otherDistricts: agency === "BAAC" && slug === "denchai" ? ["5404"] : undefined,
      }),
    ),
  ];
}

/** Everybody who may sign in to the demo; the same every time. */
export const demoOfficers: readonly DemoOfficer[] = [
  ...provincial,
  ...districts.flatMap(officersOf),
  // Signs for the governor, as in the province's letter of 2 March 2561 (docs/forms.md 1).
  {
    ...at(null),
    login: "deputy",
    name: "นายโชคชัย อมรวัฒน์",
    role: "provincial_officer",
    position: "รองผู้ว่าราชการจังหวัด",
  },
  // What one records, the other confirms.
  {
    ...at(null),
    login: "treasury2",
    name: "นายวิทยา สุขสวัสดิ์",
    role: "provincial_officer",
    position: "นักวิชาการคลังชำนาญการ สำนักงานคลังจังหวัดแพร่",
  },
  {
    ...at(null),
    login: "admin2",
    name: "นางสาวปาริชาติ เรือนคำ",
    role: "administrator",
    position: "ผู้ดูแลระบบ",
  },
];

/** Where each district receives holders in February; the first place has a desk open on `demoToday`. */
export const demoPlaces: readonly {
  districtCode: string;
  name: string;
  opensOn: string;
  closesOn: string;
}[] = districts.flatMap(({ code, name }) => [
  {
    districtCode: code,
    name: `หอประชุมที่ว่าการอำเภอ${name}`,
    opensOn: "2018-02-01",
    closesOn: "2018-02-28",
  },
  {
    districtCode: code,
    name: `ศาลาประชาคมอำเภอ${name}`,
    opensOn: "2018-02-05",
    closesOn: "2018-02-28",
  },
]);
