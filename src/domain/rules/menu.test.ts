import { describe, expect, test } from "vitest";
import {
  agencyLabel,
  categoriesOf,
  menuFor,
  menuLineSources,
  projectOf,
} from "@/domain/rules/menu";
import { type RuleSet, targetGroups } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";

const band = "up_to_30000";

// The menus of docs/programme.md 3.2, with dimension and agencies of each project.
const printed = {
  farmer: [
    "MOAC-01 2 กษ. เพิ่มทักษะฝีมือ",
    "BAAC-01 2 ธ.ก.ส. เพิ่มพูนศักยภาพ",
    "MOAC-02 1 กษ. หางานให้",
    "DOE-01 1 กกจ. หางานให้",
    "DLPW-01 1 กสร. หางานให้",
    "BAAC-02 3 ธ.ก.ส. หาสินเชื่อให้",
    "BAAC-03 3 ธ.ก.ส. หาสินเชื่อให้",
    "BAAC-04 3 ธ.ก.ส. ลดภาระ",
    "BAAC-05 3 ธ.ก.ส. ลดภาระ",
    "BAAC-06 3 ธ.ก.ส. ลดภาระ",
    "MKT-01 1 พช. และ คน. หาตลาดให้",
  ],
  employed: [
    "DSD-02 2 กพร. เพิ่มทักษะฝีมือ",
    "DSD-03 2 กพร. เพิ่มทักษะฝีมือ",
    "GSB-01 2 ออมสิน เพิ่มพูนศักยภาพ",
    "GSB-02 2 ออมสิน เพิ่มพูนศักยภาพ",
    "GSB-03 2 ออมสิน เพิ่มพูนศักยภาพ",
    "GSB-04 2 ออมสิน เพิ่มพูนศักยภาพ",
    "DOE-01 1 กกจ. หางานให้",
    "CDD-01 1 พช. หางานให้",
    "GSB-05 3 ออมสิน หาสินเชื่อให้",
  ],
  self_employed: [
    "DSD-01 2 กพร. เพิ่มทักษะฝีมือ",
    "DSD-02 2 กพร. เพิ่มทักษะฝีมือ",
    "DSD-03 2 กพร. เพิ่มทักษะฝีมือ",
    "GSB-01 2 ออมสิน เพิ่มพูนศักยภาพ",
    "CDD-01 1 พช. เพิ่มพูนศักยภาพ",
    "GSB-02 2 ออมสิน เพิ่มพูนศักยภาพ",
    "GSB-03 2 ออมสิน เพิ่มพูนศักยภาพ",
    "CDD-02 1 พช. หาโอกาสทางธุรกิจให้",
    "DBD-01 1 พค. หาโอกาสทางธุรกิจให้",
    "MKT-01 1 พช. และ คน. หาตลาดให้",
    "GSB-06 3 ออมสิน หาสินเชื่อให้",
    "GSB-07 3 ออมสิน หาสินเชื่อให้",
    "GSB-08 3 ออมสิน หาสินเชื่อให้",
  ],
  not_working: [],
};
const forAll = ["GHB-01 4 ธอส. -", "SLF-01 4 กยศ. -", "NSF-01 4 กอช. -"];

test.each(targetGroups)("the menu of %s, line by line", (group) => {
  const lines = menuFor(rules2018, group, band).map(
    ({ project, dimension, agency, category }) =>
      `${project} ${dimension} ${agency} ${category ?? "-"}`,
  );
  expect(lines).toEqual([...printed[group], ...forAll]);
});

test("11, 9 and 13 lines as printed, 14, 12 and 16 in all, 28 projects together", () => {
  const menus = targetGroups.map((group) => menuFor(rules2018, group, band));
  expect(menus.map((menu) => menu.length)).toEqual([14, 12, 16, 3]);
  const offered = new Set(menus.flat().map(({ project }) => project));
  expect(offered.size).toBe(28);
  expect([...offered].sort()).toEqual(Object.keys(rules2018.projects).sort());
});

test("7, 9, 9 and 3 projects in the four dimensions", () => {
  const projects = Object.values(rules2018.projects);
  const counts = [1, 2, 3, 4].map((n) => projects.filter((p) => p.dimension === n).length);
  expect(counts).toEqual([7, 9, 9, 3]);
});

test("the headings of the three groups, in their printed order", () => {
  expect(categoriesOf(rules2018, "farmer")).toEqual([
    "เพิ่มทักษะฝีมือ",
    "เพิ่มพูนศักยภาพ",
    "หางานให้",
    "หาสินเชื่อให้",
    "ลดภาระ",
    "หาตลาดให้",
  ]);
  expect(categoriesOf(rules2018, "employed")).toEqual([
    "เพิ่มทักษะฝีมือ",
    "เพิ่มพูนศักยภาพ",
    "หางานให้",
    "หาสินเชื่อให้",
  ]);
  expect(categoriesOf(rules2018, "self_employed")).toEqual([
    "เพิ่มทักษะฝีมือ",
    "เพิ่มพูนศักยภาพ",
    "หาโอกาสทางธุรกิจให้",
    "หาตลาดให้",
    "หาสินเชื่อให้",
  ]);
});

test("the debatable headings keep their other reading", () => {
  const other = rules2018.menus.farmer.filter(({ alternative }) => alternative);
  expect(other.map(({ project, alternative }) => `${project} ${alternative}`)).toEqual([
    "BAAC-04 หาสินเชื่อให้",
    "BAAC-05 หาสินเชื่อให้",
  ]);
});

test("no group, no menu; the income never takes a project away", () => {
  expect(menuFor(rules2018, null, band)).toEqual([]);
  for (const group of targetGroups)
    expect(menuFor(rules2018, group, "over_30000")).toEqual(menuFor(rules2018, group, band));
});

test("a project closed to a band leaves that band's menu only", () => {
  const project = { ...projectOf(rules2018, "DSD-02"), bands: ["up_to_30000"] as const };
  const rules: RuleSet = {
    ...rules2018,
    projects: { ...rules2018.projects, "DSD-02": project },
  };
  const codes = (id: "up_to_30000" | "over_30000") =>
    menuFor(rules, "employed", id).map((line) => line.project);
  expect(codes("up_to_30000")).toContain("DSD-02");
  expect(codes("over_30000")).not.toContain("DSD-02");
  expect(codes("over_30000")).toHaveLength(11);
});

describe("where the papers offer a project", () => {
  test("a printed line is quoted as scanned", () => {
    expect(menuLineSources(rules2018, "farmer", "BAAC-04")).toEqual([
      {
        clause: "เอกสารแนบหนังสือ มท ๐๘๑๐.๖/ว ๓๙๒ เมนูกลุ่มเกษตรกร ลำดับที่ 8",
        quote: "สินเชื่อแก้หนี้ก่อนระบบฯ ระยะที่ 3 (ธ.ก.ส.)",
      },
    ]);
  });

  test("a dimension-4 project rests on the letter and on the register", () => {
    const [letter, register] = menuLineSources(rules2018, "not_working", "SLF-01");
    expect(letter?.quote).toBe("โครงการให้กู้ยืมเงินจากกองทุนเงินให้กู้ยืมเพื่อการศึกษา (กยศ.)");
    expect(register).toEqual({ clause: "ทะเบียนการตีความ ข้อ 5", quote: null });
  });

  test("what is off the menu has no source", () => {
    expect(menuLineSources(rules2018, "farmer", "GSB-05")).toEqual([]);
  });
});

test("an unknown project code is a mistake of the caller", () => {
  expect(() => projectOf(rules2018, "toString")).toThrow(RangeError);
  expect(agencyLabel(projectOf(rules2018, "GHB-01"))).toBe("ธอส.");
});
