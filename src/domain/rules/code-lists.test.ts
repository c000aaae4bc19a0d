import { withAnnexes } from "@tests/builders/rule-letters";
import { expect, it } from "vitest";
import { codeListNamed } from "@/domain/rules/code-list-words";
import { codesIn, codeUnder } from "@/domain/rules/code-lists";
import { occupationListed } from "@/domain/rules/listed-occupation";
import { rules2018 } from "@/domain/rules/rules-2018";

/** A third list that gives an old code to something else, and takes one of the second on under another name. */
const third = {
  ...withAnnexes,
  version: "2018-09-01",
  inForceFrom: "2018-09-01",
  skills: {
    ...withAnnexes.skills,
    value: {
      "0101": { name: "นวดไทย", field: "งานบริการ", was: ["0702"] },
      C7: { name: "งานช่าง", field: "งานก่อสร้าง", was: ["B1"] },
      A1: { name: "ทำนา", field: "เกษตร" },
    },
  },
};
const sets = [rules2018, withAnnexes, third] as const;
const under = (code: string, from: number, to: number, list: "skills" | "occupations" = "skills") =>
  codeUnder(sets, list, code, { from: sets[from] ?? third, to: sets[to] ?? third });

it("a code is read as what stands for it in a later list, over as many lists as lie between", () => {
  expect(under("6114", 0, 1, "occupations")).toBe("01");
  expect(under("6114", 0, 2, "occupations")).toBe("01");
  expect(under("0102", 0, 1)).toBe("B1");
  expect(under("0102", 0, 2)).toBe("C7");
  expect(under("0102", 0, 0)).toBe("0102");
});

it("a code that no list maps is none, also where the same code means something else by now", () => {
  expect(under("0301", 0, 1)).toBeNull();
  expect(under("0702", 0, 2)).toBeNull();
  expect(under("A1", 1, 2)).toBeNull();
  // 0101 was tiling; the massage that has its code now is not what a tiler said.
  expect(under("0101", 0, 2)).toBe("C7");
  expect(under("0101", 2, 0)).toBeNull();
});

it("a list says what gave it, and has its codes in their order", () => {
  expect(codesIn(rules2018, "skills").slice(0, 3)).toEqual(["0101", "0102", "0103"]);
  expect(codesIn(withAnnexes, "occupations")).toEqual(["00", "01", "02"]);
  expect(codeListNamed(rules2018, "skills")).toBe("บัญชีที่ใช้แทนภาคผนวก 6 จนกว่าจะได้ฉบับจริง");
  expect(codeListNamed(withAnnexes, "skills")).toContain("กค 0402/ว 50");
});

it("the Ministry's word of an occupation is read in the list of the day", () => {
  expect(occupationListed(sets, rules2018, "ทำนา")).toBe("6111");
  expect(occupationListed(sets, withAnnexes, "ทำนา")).toBe("01");
  expect(occupationListed(sets, withAnnexes, "ขับรถ")).toBeNull();
});
