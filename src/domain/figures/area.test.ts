import { describe, expect, it } from "vitest";
import { figureArea, figureQuery } from "./area";

const chief = { role: "district_chief", districtCode: "5404", provinceCode: "54" } as const;
const governor = { role: "governor", districtCode: null, provinceCode: "54" } as const;

describe("the area of a picture", () => {
  it("is the head's own district, and no other by address", () => {
    expect(figureArea(chief, {})).toEqual({ districtCode: "5404" });
    expect(figureArea(chief, { district: "5404" })).toEqual({ districtCode: "5404" });
    expect(figureArea(chief, { district: "5401" })).toBeNull();
  });

  it("is the province, or one of its districts, for who sees it", () => {
    expect(figureArea(governor, {})).toEqual({ provinceCode: "54" });
    expect(figureArea(governor, { district: "5401" })).toEqual({ districtCode: "5401" });
    expect(figureArea(governor, { district: "5501" })).toBeNull();
  });

  it("is nothing for an address that is no district, and for roles without an overview", () => {
    expect(figureArea(governor, { district: "54" })).toBeNull();
    expect(figureArea(governor, { district: ["5401", "5402"] })).toBeNull();
    expect(figureArea({ ...chief, role: "account_officer" }, {})).toBeNull();
    expect(figureArea({ ...governor, role: "administrator" }, {})).toBeNull();
  });

  it("stands in the address of the next picture", () => {
    expect(figureQuery({ districtCode: "5401" })).toBe("?district=5401");
    expect(figureQuery({ provinceCode: "54" })).toBe("");
  });
});
