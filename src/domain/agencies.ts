import { keysOf } from "@/domain/tables";
/** The agencies an account officer may come from, and the letter in the AO code (docs/programme.md 2.3). */
export const aoAgencies = {
  BAAC: { name: "ธ.ก.ส.", letter: "B" },
  GSB: { name: "ธนาคารออมสิน", letter: "G" },
  DOPA: { name: "ที่ทำการปกครองอำเภอ", letter: "D" },
  CDD: { name: "สำนักงานพัฒนาชุมชนอำเภอ", letter: "C" },
  DOAE: { name: "สำนักงานเกษตรอำเภอ", letter: "A" },
  MOL: { name: "สำนักงานแรงงานจังหวัด", letter: "L" },
  LAO: { name: "อปท.", letter: "O" },
  OTHER: { name: "อื่น ๆ", letter: "O" },
} as const;

export type AoAgency = keyof typeof aoAgencies;
/** The two banks whose officers join an interview. */
export const banks = ["BAAC", "GSB"] as const satisfies readonly AoAgency[];
export type Bank = (typeof banks)[number];

/** Whether an officer's agency is one of them. */
export function isBank(agency: string | null): agency is Bank {
  return banks.some((bank) => bank === agency);
}

export const aoAgencyCodes = keysOf(aoAgencies);

/** A ministry, a department with its ministry, a bank or a fund. */
type AgencyOfProjects = { short: string; full: string } & (
  | { kind: "ministry" | "bank" | "fund" }
  | { kind: "department"; under: string }
);

/** The agencies that own a project (docs/programme.md 3.1). */
export const projectAgencies = {
  MOAC: { short: "กษ.", full: "กระทรวงเกษตรและสหกรณ์", kind: "ministry" },
  BAAC: { short: "ธ.ก.ส.", full: "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร", kind: "bank" },
  GSB: { short: "ออมสิน", full: "ธนาคารออมสิน", kind: "bank" },
  GHB: { short: "ธอส.", full: "ธนาคารอาคารสงเคราะห์", kind: "bank" },
  DOE: { short: "กกจ.", full: "กรมการจัดหางาน", kind: "department", under: "กระทรวงแรงงาน" },
  DLPW: {
    short: "กสร.",
    full: "กรมสวัสดิการและคุ้มครองแรงงาน",
    kind: "department",
    under: "กระทรวงแรงงาน",
  },
  DSD: { short: "กพร.", full: "กรมพัฒนาฝีมือแรงงาน", kind: "department", under: "กระทรวงแรงงาน" },
  CDD: { short: "พช.", full: "กรมการพัฒนาชุมชน", kind: "department", under: "กระทรวงมหาดไทย" },
  DIT: { short: "คน.", full: "กรมการค้าภายใน", kind: "department", under: "กระทรวงพาณิชย์" },
  DBD: { short: "พค.", full: "กรมพัฒนาธุรกิจการค้า", kind: "department", under: "กระทรวงพาณิชย์" },
  SLF: { short: "กยศ.", full: "กองทุนเงินให้กู้ยืมเพื่อการศึกษา", kind: "fund" },
  NSF: { short: "กอช.", full: "กองทุนการออมแห่งชาติ", kind: "fund" },
} as const satisfies Record<string, AgencyOfProjects>;

export type ProjectAgency = keyof typeof projectAgencies;
export const projectAgencyCodes = keysOf(projectAgencies);
/** The agency of an officer: of an account officer, or of an agency's officer. */
export type OfficerAgency = AoAgency | ProjectAgency;

/** The agency as one that account officers come from, or null. */
export function aoAgencyOf(agency: OfficerAgency | null): AoAgency | null {
  return aoAgencyCodes.find((code) => code === agency) ?? null;
}

/** The agency as one that owns projects, or null: an account officer's own agency may own none. */
export function projectAgencyOf(agency: OfficerAgency | null): ProjectAgency | null {
  return projectAgencyCodes.find((code) => code === agency) ?? null;
}

/** The name of the agency that an account officer comes from; "" for any other. */
export function aoAgencyName(agency: OfficerAgency | null): string {
  const own = aoAgencyOf(agency);
  return own ? aoAgencies[own].name : "";
}

/** The short name of an agency that owns projects; "" for any other. */
export function agencyName(agency: OfficerAgency | null): string {
  const owner = projectAgencyOf(agency);
  return owner ? projectAgencies[owner].short : "";
}

const aoCodeForm = /^\d{4}[BGDCALO]\d{3}$/;

/**
 * District (4 digits), agency letter, running number (docs/programme.md 2.3), e.g. `5401B007`.
 * Throws RangeError outside 1 to 999 or where the district is no four-digit code.
 */
export function aoCodeOf(district: string, agency: AoAgency, number: number): string {
  const code = `${district}${aoAgencies[agency].letter}${String(number).padStart(3, "0")}`;
  if (!Number.isInteger(number) || number < 1 || !aoCodeForm.test(code))
    throw new RangeError(`Not an AO code: ${code}`);
  return code;
}

export function isAoCode(text: string): boolean {
  return aoCodeForm.test(text) && !text.endsWith("000");
}

/** Of the 13 agencies that the papers count: those that they name, by kind, and how many they do not name. */
export const announcedAgencies = {
  named: {
    ministry: [
      "กระทรวงการคลัง",
      "กระทรวงแรงงาน",
      "กระทรวงเกษตรและสหกรณ์",
      "กระทรวงพาณิชย์",
      "กระทรวงมหาดไทย",
    ],
    bank: [projectAgencies.BAAC.full, projectAgencies.GSB.full, projectAgencies.GHB.full],
    fund: [projectAgencies.SLF.full, projectAgencies.NSF.full],
  },
  unnamed: 3,
} as const;
