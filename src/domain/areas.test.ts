import { expect, test } from "vitest";
import { districtOf, indexAreas, provinceOf } from "@/domain/areas";

const areas = {
  provinces: [
    { code: "10", name: "กรุงเทพมหานคร" },
    { code: "54", name: "แพร่" },
    { code: "55", name: "น่าน" },
  ],
  districts: [
    { code: "1001", name: "พระนคร" },
    { code: "5401", name: "เมืองแพร่" },
    { code: "5403", name: "ลอง" },
    { code: "5404", name: "สูงเม่น" },
    { code: "5406", name: "สอง" },
    { code: "5501", name: "เมืองน่าน" },
  ],
  subdistricts: [
    { code: "100101", name: "พระบรมมหาราชวัง" },
    { code: "540101", name: "ในเวียง" },
    { code: "540103", name: "น้ำชำ" },
    { code: "540301", name: "ห้วยอ้อ" },
    { code: "540402", name: "น้ำชำ" },
    { code: "550101", name: "ในเวียง" },
  ],
};
const find = indexAreas(areas, "54");

test.each([
  ["names", { subdistrict: "ห้วยอ้อ", district: "ลอง", province: "แพร่" }, "540301"],
  ["prefixes", { subdistrict: "ต.ห้วยอ้อ", district: "อ. ลอง", province: "จังหวัดแพร่" }, "540301"],
  ["a code", { subdistrict: "540301", district: "", province: "" }, "540301"],
  ["Thai digits", { subdistrict: "๕๔๐๓๐๑", district: "๕๔๐๓", province: "๕๔" }, "540301"],
  ["the capital district", { subdistrict: "น้ำชำ", district: "เมือง", province: "แพร่" }, "540103"],
  ["the district decides", { subdistrict: "น้ำชำ", district: "สูงเม่น", province: "" }, "540402"],
  ["a dash is blank", { subdistrict: "ห้วยอ้อ", district: "-", province: "-" }, "540301"],
  ["home comes first", { subdistrict: "ในเวียง", district: "", province: "" }, "540101"],
  ["another province", { subdistrict: "ในเวียง", district: "", province: "น่าน" }, "550101"],
  [
    "Bangkok",
    { subdistrict: "แขวงพระบรมมหาราชวัง", district: "เขตพระนคร", province: "กทม." },
    "100101",
  ],
])("an area is found by %s", (_, written, code) => {
  expect(find(written)).toEqual({ ok: true, code });
});

test("two subdistricts of one name are ambiguous, never chosen", () => {
  expect(find({ subdistrict: "น้ำชำ", district: "", province: "แพร่" })).toEqual({
    ok: false,
    fault: "AREA_AMBIGUOUS",
    candidates: ["540103", "540402"],
  });
});

test.each([
  { subdistrict: "ห้วยอ้อ", district: "สอง", province: "แพร่" },
  { subdistrict: "ห้วยอ้อ", district: "ลอง", province: "น่าน" },
  { subdistrict: "540301", district: "สอง", province: "" },
  { subdistrict: "5403", district: "", province: "" },
  { subdistrict: "ไม่มีจริง", district: "ลอง", province: "แพร่" },
  { subdistrict: "", district: "ลอง", province: "แพร่" },
])("$subdistrict in $district in $province is unknown: nothing is guessed", (written) => {
  expect(find(written)).toEqual({ ok: false, fault: "AREA_UNKNOWN" });
});

test("a code holds the codes above it", () => {
  expect(provinceOf("540301")).toBe("54");
  expect(districtOf("540301")).toBe("5403");
});
