import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { districtOf, provinceOf } from "@/domain/areas";
import { referenceAreas } from "@/server/areas/reference";

const areas = referenceAreas();
const beside = join(process.cwd(), "..", "shared", "data", "geography");

describe("the areas of the country", () => {
  it("are 77 provinces, 928 districts and 7,436 subdistricts, each below the one above", () => {
    const provinces = new Set(areas.provinces.map(({ code }) => code));
    const districts = new Set(areas.districts.map(({ code }) => code));
    expect([provinces.size, districts.size, areas.subdistricts.length]).toEqual([77, 928, 7436]);
    expect(areas.districts.every(({ code }) => provinces.has(provinceOf(code)))).toBe(true);
    expect(areas.subdistricts.every(({ code }) => districts.has(districtOf(code)))).toBe(true);
  });

  it("have a Thai name and a code of 2, 4 or 6 digits each", () => {
    for (const [list, digits] of [
      [areas.provinces, 2],
      [areas.districts, 4],
      [areas.subdistricts, 6],
    ] as const)
      for (const { code, name } of list)
        expect(`${code} ${name}`).toMatch(new RegExp(`^\\d{${digits}} [ก-๎][ก-๎ .-]+$`));
  });

  it("are exact in Phrae", () => {
    const phrae = areas.districts.filter(({ code }) => provinceOf(code) === "54");
    const counted = phrae.map(({ code, name }) => [
      code,
      name,
      areas.subdistricts.filter((subdistrict) => districtOf(subdistrict.code) === code).length,
    ]);
    expect(counted).toEqual([
      ["5401", "เมืองแพร่", 20],
      ["5402", "ร้องกวาง", 11],
      ["5403", "ลอง", 9],
      ["5404", "สูงเม่น", 12],
      ["5405", "เด่นชัย", 5],
      ["5406", "สอง", 8],
      ["5407", "วังชิ้น", 7],
      ["5408", "หนองม่วงไข่", 6],
    ]);
    const codesOf = (name: string) =>
      areas.subdistricts
        .filter((area) => provinceOf(area.code) === "54" && area.name === name)
        .map(({ code }) => code);
    expect(codesOf("น้ำชำ")).toEqual(["540103", "540402"]);
    expect(codesOf("แม่คำมี")).toEqual(["540114", "540801"]);
  });

  it.runIf(existsSync(beside))("equal the public list that lies beside the repository", () => {
    const published = (file: string, level: string) =>
      (JSON.parse(readFileSync(join(beside, file), "utf8")) as Record<string, string>[]).map(
        (row) => ({ code: String(row[`${level}Code`]), name: row[`${level}NameTh`] }),
      );
    expect(areas.provinces).toEqual(published("provinces.json", "province"));
    expect(areas.districts).toEqual(published("districts.json", "district"));
    expect(areas.subdistricts).toEqual(published("subdistricts.json", "subdistrict"));
  });
});
