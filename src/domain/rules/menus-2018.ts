import type { ProjectCode } from "@/domain/rules/projects-2018";
import type { MenuRow, RuleSet } from "@/domain/rules/rule-set";

/** The headings of the printed menus. */
export const categories2018 = [
  "เพิ่มทักษะฝีมือ",
  "เพิ่มพูนศักยภาพ",
  "หางานให้",
  "หาโอกาสทางธุรกิจให้",
  "หาสินเชื่อให้",
  "ลดภาระ",
  "หาตลาดให้",
] as const;

/**
 * The printed menus, in their order. Headings are in one column and projects in the other; each
 * line got its heading by keeping both orders (register of interpretations, no. 5; docs/programme.md 3.2).
 */
export const farmerMenu = [
  { project: "MOAC-01", category: "เพิ่มทักษะฝีมือ", confidence: "high", printed: "menu.farmer.1" },
  { project: "BAAC-01", category: "เพิ่มพูนศักยภาพ", confidence: "high", printed: "menu.farmer.2" },
  { project: "MOAC-02", category: "หางานให้", confidence: "high", printed: "menu.farmer.3" },
  { project: "DOE-01", category: "หางานให้", confidence: "high", printed: "menu.farmer.4" },
  { project: "DLPW-01", category: "หางานให้", confidence: "high", printed: "menu.farmer.5" },
  { project: "BAAC-02", category: "หาสินเชื่อให้", confidence: "high", printed: "menu.farmer.6" },
  { project: "BAAC-03", category: "หาสินเชื่อให้", confidence: "high", printed: "menu.farmer.7" },
  {
    project: "BAAC-04",
    category: "ลดภาระ",
    alternative: "หาสินเชื่อให้",
    confidence: "medium",
    printed: "menu.farmer.8",
  },
  {
    project: "BAAC-05",
    category: "ลดภาระ",
    alternative: "หาสินเชื่อให้",
    confidence: "low",
    printed: "menu.farmer.9",
  },
  { project: "BAAC-06", category: "ลดภาระ", confidence: "high", printed: "menu.farmer.10" },
  { project: "MKT-01", category: "หาตลาดให้", confidence: "high", printed: "menu.farmer.11" },
] as const satisfies readonly MenuRow<ProjectCode>[];

export const employedMenu = [
  { project: "DSD-02", category: "เพิ่มทักษะฝีมือ", confidence: "high", printed: "menu.employed.1" },
  { project: "DSD-03", category: "เพิ่มทักษะฝีมือ", confidence: "high", printed: "menu.employed.2" },
  {
    project: "GSB-01",
    category: "เพิ่มพูนศักยภาพ",
    alternative: "เพิ่มทักษะฝีมือ",
    confidence: "medium",
    printed: "menu.employed.3",
  },
  { project: "GSB-02", category: "เพิ่มพูนศักยภาพ", confidence: "high", printed: "menu.employed.4" },
  { project: "GSB-03", category: "เพิ่มพูนศักยภาพ", confidence: "high", printed: "menu.employed.5" },
  { project: "GSB-04", category: "เพิ่มพูนศักยภาพ", confidence: "high", printed: "menu.employed.6" },
  { project: "DOE-01", category: "หางานให้", confidence: "high", printed: "menu.employed.7" },
  {
    project: "CDD-01",
    category: "หางานให้",
    alternative: "เพิ่มพูนศักยภาพ",
    confidence: "medium",
    printed: "menu.employed.8",
  },
  { project: "GSB-05", category: "หาสินเชื่อให้", confidence: "high", printed: "menu.employed.9" },
] as const satisfies readonly MenuRow<ProjectCode>[];

export const selfEmployedMenu = [
  {
    project: "DSD-01",
    category: "เพิ่มทักษะฝีมือ",
    confidence: "high",
    printed: "menu.self_employed.1",
  },
  {
    project: "DSD-02",
    category: "เพิ่มทักษะฝีมือ",
    confidence: "high",
    printed: "menu.self_employed.2",
  },
  {
    project: "DSD-03",
    category: "เพิ่มทักษะฝีมือ",
    confidence: "high",
    printed: "menu.self_employed.3",
  },
  {
    project: "GSB-01",
    category: "เพิ่มพูนศักยภาพ",
    alternative: "เพิ่มทักษะฝีมือ",
    confidence: "medium",
    printed: "menu.self_employed.4",
  },
  {
    project: "CDD-01",
    category: "เพิ่มพูนศักยภาพ",
    alternative: "เพิ่มทักษะฝีมือ",
    confidence: "medium",
    printed: "menu.self_employed.5",
  },
  {
    project: "GSB-02",
    category: "เพิ่มพูนศักยภาพ",
    confidence: "high",
    printed: "menu.self_employed.6",
  },
  {
    project: "GSB-03",
    category: "เพิ่มพูนศักยภาพ",
    confidence: "high",
    printed: "menu.self_employed.7",
  },
  {
    project: "CDD-02",
    category: "หาโอกาสทางธุรกิจให้",
    alternative: "เพิ่มพูนศักยภาพ",
    confidence: "medium",
    printed: "menu.self_employed.8",
  },
  {
    project: "DBD-01",
    category: "หาโอกาสทางธุรกิจให้",
    confidence: "high",
    printed: "menu.self_employed.9",
  },
  { project: "MKT-01", category: "หาตลาดให้", confidence: "high", printed: "menu.self_employed.10" },
  {
    project: "GSB-06",
    category: "หาสินเชื่อให้",
    confidence: "high",
    printed: "menu.self_employed.11",
  },
  {
    project: "GSB-07",
    category: "หาสินเชื่อให้",
    confidence: "high",
    printed: "menu.self_employed.12",
  },
  {
    project: "GSB-08",
    category: "หาสินเชื่อให้",
    confidence: "high",
    printed: "menu.self_employed.13",
  },
] as const satisfies readonly MenuRow<ProjectCode>[];

/** Which heading helps against which cause (docs/programme.md 3.4); the fourth dimension has no heading. */
export const causes2018: RuleSet["causes"] = {
  market: { categories: ["หาตลาดให้"] },
  debt: { categories: ["ลดภาระ"] },
  capital: { categories: ["หาสินเชื่อให้"] },
  skill: { categories: ["เพิ่มทักษะฝีมือ"] },
  money_knowledge: { categories: ["เพิ่มพูนศักยภาพ"] },
  no_steady_work: { categories: ["หางานให้"] },
  no_trade_channel: { categories: ["หาโอกาสทางธุรกิจให้", "หาตลาดให้"] },
  no_land_or_home: { categories: [], dimension: 4 },
  ill_or_disabled: { categories: [] },
  caring: { categories: [] },
  disaster: { categories: [] },
  other: { categories: [] },
};
