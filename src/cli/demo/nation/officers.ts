import { type DemoOfficer, demoOfficers, demoProvince } from "@tests/builders/demo-officers";
import { firstName, surname, titleFor } from "@tests/builders/names";
import { seededRandom } from "@tests/builders/random";
import { type AoAgency, aoAgencies, aoAgencyOf, aoCodeOf } from "@/domain/agencies";
import { hasProvince } from "@/domain/policy";
import { uuidOf } from "./rows";

/** How many officers the province with casework has. */
export const homeOfficers = 200;

export type NationOfficer = DemoOfficer & {
  id: string;
  provinceCode: string | null;
  /** The codes of an account officer, with their districts. */
  codes: { code: string; districtCode: string }[];
};

/** More account officers are of these, in turn: as many of the banks as of the others together. */
const moreAgencies: readonly AoAgency[] = [
  "BAAC",
  "CDD",
  "GSB",
  "DOAE",
  "BAAC",
  "LAO",
  "GSB",
  "DOPA",
];

/**
 * The demo's officers and as many more account officers as make 200, in turn of the districts; for every other province
 * one, who brings its list and signs in nowhere.
 */
export function nationOfficers(provinceCodes: readonly string[]): NationOfficer[] {
  const chiefs = demoOfficers.filter(({ role }) => role === "district_chief");
  const random = seededRandom("nation officers");
  const more = Array.from({ length: homeOfficers - demoOfficers.length }, (_, index) => {
    const chief = chiefs[index % chiefs.length];
    const agency = moreAgencies[index % moreAgencies.length] ?? "OTHER";
    return accountOfficer(random, index, agency, chief?.districtCode ?? "", chief?.login ?? "");
  });
  const home = [...demoOfficers, ...more].map((officer) => ({
    ...officer,
    id: uuidOf(`nation officer ${officer.login}`),
    provinceCode: hasProvince(officer.role) ? demoProvince : null,
  }));
  const others = provinceCodes
    .filter((code) => code !== demoProvince)
    .map((code) => ({ ...treasuryOf(code), codes: [] }));
  return [...withCodes(home), ...others];
}

function accountOfficer(
  random: ReturnType<typeof seededRandom>,
  index: number,
  agency: AoAgency,
  districtCode: string,
  chiefLogin: string,
): DemoOfficer {
  const sex = random.chance(0.5) ? "female" : "male";
  const slug = chiefLogin.split(".")[1];
  return {
    login: `ao${String(index + 1).padStart(3, "0")}.${slug}`,
    name: `${titleFor(random, sex, 1980)}${firstName(random, sex, 1980)} ${surname(random)}`,
    role: "account_officer",
    position: `ผู้ดูแลผู้มีบัตร ${aoAgencies[agency].name}`,
    districtCode,
    agency,
    phone: null,
  };
}

function treasuryOf(provinceCode: string) {
  const login = `treasury.${provinceCode}`;
  return {
    id: uuidOf(`nation officer ${login}`),
    login,
    name: "คลังจังหวัด (ข้อมูลสังเคราะห์)",
    role: "provincial_officer" as const,
    position: "คลังจังหวัด ฝ่ายเลขานุการ คอจ.",
    provinceCode,
    districtCode: null,
    agency: null,
    phone: null,
  };
}

/** Codes are numbered by district and agency, in order, as they would be issued. */
function withCodes(officers: readonly Omit<NationOfficer, "codes">[]): NationOfficer[] {
  const issued = new Map<string, number>();
  const issue = (districtCode: string, agency: AoAgency) => {
    const letter = `${districtCode}${aoAgencies[agency].letter}`;
    const number = (issued.get(letter) ?? 0) + 1;
    issued.set(letter, number);
    return { code: aoCodeOf(districtCode, agency, number), districtCode };
  };
  return officers.map((officer) => {
    const agency = officer.role === "account_officer" ? aoAgencyOf(officer.agency) : null;
    const districts = agency ? [officer.districtCode ?? "", ...(officer.otherDistricts ?? [])] : [];
    return { ...officer, codes: agency ? districts.map((code) => issue(code, agency)) : [] };
  });
}
