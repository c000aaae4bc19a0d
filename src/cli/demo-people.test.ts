import { demoOfficers, demoPlaces } from "@tests/builders/demo-officers";
import { areaNames, ministryHeaders, ministryList } from "@tests/builders/ministry-list";
import { demoTable, type SyntheticPerson, syntheticPeople, tableOf } from "@tests/builders/people";
import { allocate, seededRandom } from "@tests/builders/random";
import { describe, expect, it } from "vitest";
import { aoAgencies } from "@/domain/agencies";
import { districtOf, provinceOf } from "@/domain/areas";
import { ageOn } from "@/domain/calendar";
import { demoPassword } from "@/domain/demo";
import { splitTitle } from "@/domain/names";
import { nationalIdFault } from "@/domain/national-id";
import { isGuessable } from "@/domain/password";
import { roles } from "@/domain/policy";
import { readBirthDate } from "@/domain/thai-dates";
import { referenceAreas } from "@/server/areas/reference";

const areas = referenceAreas();
const phrae = areas.subdistricts
  .map(({ code }) => code)
  .filter((code) => provinceOf(code) === "54");
const people = [...syntheticPeople({ seed: "phrae", subdistricts: phrae })];

const isOld = (person: SyntheticPerson) =>
  person.birthDate !== null && ageOn(person.birthDate, "2018-02-01") > 60;

describe("the people of the demo", () => {
  it("are 11,469, in the seed's table at one for a thousand", () => {
    const counted = demoTable.map(({ income, age }) => ({
      income,
      age,
      people: people.filter(
        (person) =>
          person.income > 30_000 === (income === "over_30000") &&
          isOld(person) === (age === "over_60"),
      ).length,
    }));
    expect(counted).toEqual(demoTable);
    expect(people).toHaveLength(11_469);
  });

  it("live in all 8 districts and 78 subdistricts", () => {
    expect(new Set(people.map((person) => person.subdistrictCode)).size).toBe(78);
    expect(new Set(people.map((person) => districtOf(person.subdistrictCode))).size).toBe(8);
  });

  it("have IDs with a right check digit and an office that does not exist, each his own", () => {
    expect(people.map((person) => nationalIdFault(person.nationalId)).filter(Boolean)).toEqual([]);
    expect(people.every((person) => /^[13]0000/.test(person.nationalId))).toBe(true);
    expect(new Set(people.map((person) => person.nationalId)).size).toBe(people.length);
  });

  it("are the same for the same seed and others for another", () => {
    const first = (seed: string) =>
      syntheticPeople({ seed, subdistricts: phrae }).next().value as SyntheticPerson;
    expect(first("phrae")).toEqual(people[0]);
    expect(first("nan")).not.toEqual(people[0]);
  });

  it("are of age, and their birth dates read as they are written", () => {
    for (const { birthDate, birthDateWritten } of people) {
      if (birthDate === null) expect(birthDateWritten).toBe("");
      else {
        expect(ageOn(birthDate, "2018-02-01")).toBeGreaterThanOrEqual(18);
        expect(readBirthDate(birthDateWritten)).toEqual({ ok: true, date: birthDate });
      }
    }
    expect(people.filter(({ birthDate }) => birthDate === null).length).toBeGreaterThan(5);
    expect(
      people.filter(({ birthDateWritten }) => /^\d{4}$/.test(birthDateWritten)).length,
    ).toBeGreaterThan(50);
  });

  it("earn between nothing and 100,000 baht, some exactly 30,000 or a baht more", () => {
    expect(people.every(({ income }) => income >= 0 && income <= 100_000)).toBe(true);
    for (const edge of [0, 30_000, 30_001])
      expect(people.some(({ income }) => income === edge)).toBe(true);
  });
});

describe("the Ministry's list", () => {
  it("has the usual columns and a line for each person", () => {
    const names = areaNames(areas.provinces, areas.districts, areas.subdistricts);
    const lines = [...ministryList(people, names)].join("").trimEnd().split("\n");
    expect(lines[0]).toBe(ministryHeaders.join(","));
    expect(lines).toHaveLength(11_470);
    expect(lines[1]).toContain(",ในเวียง,เมืองแพร่,แพร่,");
  });

  it("can be made for any number of people over the country", () => {
    const table = tableOf(100_003);
    expect(table.reduce((sum, cell) => sum + cell.people, 0)).toBe(100_003);
    const all = areas.subdistricts.map(({ code }) => code);
    const ids = new Set<string>();
    const provinces = new Set<string>();
    for (const person of syntheticPeople({ seed: 1, subdistricts: all, table })) {
      ids.add(person.nationalId);
      provinces.add(provinceOf(person.subdistrictCode));
    }
    expect([ids.size, provinces.size]).toEqual([100_003, 77]);
  });
});

describe("the officers of the demo", () => {
  it("have every role, and in every district a chief, a secretary, two at the desk, ธ.ก.ส. and พช.", () => {
    expect(new Set(demoOfficers.map(({ role }) => role))).toEqual(new Set(roles));
    for (let number = 1; number <= 8; number += 1) {
      const here = demoOfficers.filter(({ districtCode }) => districtCode === `540${number}`);
      const count = (role: string) => here.filter((officer) => officer.role === role).length;
      expect([
        count("district_chief"),
        count("district_secretary"),
        count("receiving_officer"),
      ]).toEqual([1, 1, 2]);
      const agencies = here
        .filter(({ role }) => role === "account_officer")
        .map(({ agency }) => agency);
      expect(agencies).toEqual(expect.arrayContaining(["BAAC", "CDD"]));
      expect(demoPlaces.filter(({ districtCode }) => districtCode === `540${number}`)).toHaveLength(
        2,
      );
    }
  });

  it("are two where one confirms what the other records: at the treasury, and as administrators", () => {
    const logins = demoOfficers.map(({ login }) => login);
    expect(logins).toEqual(expect.arrayContaining(["treasury", "treasury2", "admin", "admin2"]));
    expect(demoOfficers.find(({ role }) => role === "provincial_officer")?.login).toBe("treasury");
  });

  it("have logins of their own, names with a title, and one works in two districts", () => {
    expect(new Set(demoOfficers.map(({ login }) => login)).size).toBe(demoOfficers.length);
    expect(new Set(demoOfficers.map(({ name }) => name)).size).toBe(demoOfficers.length);
    for (const { name } of demoOfficers)
      expect(["นาย", "นาง", "นางสาว"]).toContain(splitTitle(name).title);
    expect(demoOfficers.filter(({ otherDistricts }) => otherDistricts)).toHaveLength(1);
    for (const { role, agency } of demoOfficers)
      if (role === "account_officer") expect(Object.keys(aoAgencies)).toContain(agency);
  });

  it("share a password that the rules accept", () => {
    expect(demoPassword.length).toBeGreaterThanOrEqual(15);
    expect(isGuessable(demoPassword)).toBe(false);
  });
});

describe("chance with a seed", () => {
  it("gives parts that sum up to the whole", () => {
    expect(allocate(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(allocate(0, [3, 2])).toEqual([0, 0]);
  });

  it("shuffles without losing anything, and makes well-formed ids", () => {
    const random = seededRandom(7);
    expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(random.uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
