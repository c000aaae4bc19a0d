import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { citedPapers } from "@/domain/rules/citation";
import { citations } from "@/domain/rules/citations";
import { interpretations, registerClause } from "@/domain/rules/interpretations";
import { reasonFor } from "@/domain/rules/reasons";
import type { RuleSet, Source } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";

const file = new URL(`../../../../shared/seed/${citedPapers.file}`, import.meta.url);
const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const all = Object.entries(citations);

test("every quotation has its length and the hash of its words", () => {
  expect(all.length).toBeGreaterThan(80);
  for (const [, { quote, length, sha256 }] of all) {
    expect(quote.length).toBe(length);
    expect(hash(quote)).toBe(sha256);
  }
});

// The papers lie beside the repository; where they do not, the stored hashes above still hold.
describe.runIf(existsSync(file))("with the papers at hand", () => {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const text = bytes.toString("utf8");

  test("they are the file that the citations were made from", () => {
    expect(hash(bytes)).toBe(citedPapers.sha256);
  });

  test.each(all)("%s stands exactly where it says", (_id, { offset, length, quote }) => {
    expect(text.slice(offset, offset + length)).toBe(quote);
  });

  test("every reason's quotation stands in the papers", () => {
    for (const code of Object.keys(rules2018.reasons)) {
      const { quote } = reasonFor(rules2018, code);
      if (quote !== null) expect(text).toContain(quote);
    }
  });
});

/** Everything in a value that looks like a source, however deep. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "citation" in value || "interpretation" in value ? [value as Source] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

test("every value and reason rests on a passage or a reading that exists", () => {
  const sources = sourcesIn(rules2018);
  expect(sources.length).toBeGreaterThan(50);
  const numbers = interpretations.map(({ number }) => number);
  for (const source of sources)
    if ("citation" in source) expect(citations).toHaveProperty([source.citation]);
    else if ("interpretation" in source) expect(numbers).toContain(source.interpretation);
    else throw new Error("the papers of this set are the scanned ones");
});

test("a reading has the register as its clause and no quotation", () => {
  for (const [code, source] of Object.entries<Source>(rules2018.reasons)) {
    const { clause, quote } = reasonFor(rules2018, code);
    if ("interpretation" in source) {
      expect(clause).toBe(registerClause(source.interpretation));
      expect(quote).toBeNull();
    } else expect(quote).not.toBeNull();
  }
  expect(registerClause(3)).toBe("ทะเบียนการตีความ ข้อ 3");
});

test("the register is numbered from 1, and each entry says what, why and since when", () => {
  expect(interpretations.map(({ number }) => number)).toEqual(
    interpretations.map((_, index) => index + 1),
  );
  for (const { title, reading, why, since, printed } of interpretations) {
    for (const words of [title, reading, why]) expect(words.length).toBeGreaterThan(5);
    expect(since).toBe("2018-02-01");
    for (const id of printed) expect(citations).toHaveProperty([id]);
  }
});

test("every project names where it is printed, and every printed line is on a menu", () => {
  for (const { printed } of Object.values(rules2018.projects)) expect(printed).not.toEqual([]);
  const lines = Object.values(rules2018.menus)
    .flat()
    .map(({ printed }) => printed);
  const menuIds = Object.keys(citations).filter((id) => /^menu\..+\.\d+$/.test(id));
  expect(lines.sort()).toEqual(menuIds.sort());
});

test("for whom a project is stands in its own name; what the form asks beside it is called a conjecture", () => {
  const projects = Object.entries(rules2018.projects as RuleSet["projects"]);
  const named = projects.filter(([, { forWhom }]) => forWhom);
  expect(named.length).toBeGreaterThan(3);
  for (const [code, { name, forWhom }] of named) expect(name, code).toContain(forWhom);
  // Who is a customer of the bank is said by one name alone, that of the training for its customers.
  expect(
    named.filter(([, { forWhom }]) => forWhom?.includes("ลูกค้า")).map(([code]) => code),
  ).toEqual(["BAAC-01"]);
  const asked = interpretations.find(({ title }) => title.startsWith("คำถามเฉพาะโครงการ"));
  expect(asked?.why).toContain("ข้อสันนิษฐาน");
});
