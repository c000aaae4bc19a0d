import { describe, expect, it } from "vitest";
import { governorOf, inProvince, provinceNamed } from "@/domain/province-name";

describe("the name of a province", () => {
  it.each([
    ["แพร่", "จังหวัดแพร่", "ผู้ว่าราชการจังหวัดแพร่", "ในพื้นที่จังหวัดแพร่"],
    ["กรุงเทพมหานคร", "กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร", "ในเขตกรุงเทพมหานคร"],
  ])("%s: %s, %s, %s", (name, named, governor, inside) => {
    expect(provinceNamed(name)).toBe(named);
    expect(governorOf(name)).toBe(governor);
    expect(inProvince(name)).toBe(inside);
  });

  it("an unknown one stays without a word", () => {
    expect(provinceNamed("")).toBe("");
  });
});
