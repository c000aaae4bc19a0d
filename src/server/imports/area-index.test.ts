import { describe, expect, it, test } from "vitest";
import { buildAreaIndex } from "@/domain/import/areas";
import { referenceAreas } from "@/server/areas/reference";

const reference = referenceAreas();
const index = buildAreaIndex([
  ...reference.provinces,
  ...reference.districts,
  ...reference.subdistricts,
]);
const find = (subdistrict: string, district = "", province = "") =>
  index.find({ subdistrict, district, province }, "54");

describe("a row's area", () => {
  test.each([
    ["ช่อแฮ", "เมืองแพร่", "แพร่", "540118"],
    ["ต.น้ำชำ", "อ.สูงเม่น", "จ.แพร่", "540402"],
    ["ตําบล น้ำชำ", "เมือง", "จังหวัดแพร่", "540103"],
    ["แม่คำมี", "หนองม่วงไข่", "54", "540801"],
    ["แม่คำมี", "5401", "", "540114"],
    ["๕๔๐๔๐๒", "", "", "540402"],
    ["54040203", "", "", "540402"],
    ["02", "04", "54", "540402"],
    ["2", "สูงเม่น", "", "540402"],
    ["ร้องกวาง", "ร้องกวาง", "แพร่", "540201"],
    ["แขวงบางรัก", "เขตบางรัก", "กทม.", "100404"],
  ])("%s %s %s is %s", (subdistrict, district, province, code) => {
    expect(find(subdistrict, district, province)).toEqual({ ok: true, code });
  });

  it("is ambiguous where its names mean several, which are then offered", () => {
    expect(find("น้ำชำ", "", "แพร่")).toEqual({
      ok: false,
      reason: "AREA_AMBIGUOUS",
      candidates: ["540103", "540402"],
    });
    expect(find("แม่คำมี")).toMatchObject({ candidates: ["540114", "540801"] });
  });

  test.each([
    ["น้ำชำ", "ลอง", "แพร่"],
    ["น้ำชำ", "สูงเมน", "แพร่"],
    ["540402", "เมืองแพร่", "แพร่"],
    ["540202", "", ""],
    ["", "สูงเม่น", "แพร่"],
    ["ช่อแฮ", "เมืองแพร่", "น่าน"],
    ["3", "", "แพร่"],
    ["น้ำชำ", "54", "แพร่"],
    ["ช่อแห", "เมืองแพร่", "แพร่"],
  ])("'%s' '%s' '%s' is unknown", (subdistrict, district, province) => {
    expect(find(subdistrict, district, province)).toEqual({ ok: false, reason: "AREA_UNKNOWN" });
  });

  it("is looked for at home first only where no province stands", () => {
    expect(find("ในเวียง", "", "")).toEqual({ ok: true, code: "540101" });
    expect(find("ในเวียง", "", "น่าน")).toEqual({ ok: true, code: "550101" });
  });

  it("finds every subdistrict of the country by its three names", () => {
    const nameOf = new Map(
      [...reference.provinces, ...reference.districts].map(({ code, name }) => [code, name]),
    );
    const wrong = reference.subdistricts.filter(({ code, name }) => {
      const found = find(name, nameOf.get(code.slice(0, 4)), nameOf.get(code.slice(0, 2)));
      return !(
        found.ok ? [found.code] : ("candidates" in found && found.candidates) || []
      ).includes(code);
    });
    expect(wrong).toEqual([]);
  });
});
