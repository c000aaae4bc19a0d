import { isNoticed, mutantsOf } from "@tests/rules/mutants";
import { check, wordsOf } from "@tests/rules/statement";
import { statements } from "@tests/rules/statements";
import { expect, test } from "vitest";
import { rules2018 } from "@/domain/rules/rules-2018";

test.each(statements)("$clause: $says", (statement) => check(statement, rules2018));

// citations.test.ts holds each of these passages to the scanned papers.
test("every statement quotes its clause", () => {
  for (const { clause, quote } of statements) expect(wordsOf(clause), `${clause}`).toContain(quote);
});

const survivors = (told: typeof statements, of = "") =>
  mutantsOf(rules2018)
    .filter(({ name }) => name.startsWith(of))
    .filter((mutant) => !isNoticed(mutant, told))
    .map(({ name }) => name);

test("change any constant of the set, and a statement that quotes its clause fails", () => {
  expect(mutantsOf(rules2018).length).toBeGreaterThan(2500);
  expect(survivors(statements)).toEqual([]);
});

test("a value whose clause nobody quotes survives, whatever the other statements notice", () => {
  const others = statements.filter(({ clause }) => clause !== "letter.last_month");
  expect(survivors(others, "topUp.lastMonth.value")).toEqual([
    'topUp.lastMonth.value: "2018-12" → "2018-11"',
    'topUp.lastMonth.value: "2018-12" → "2019-01"',
    "topUp.lastMonth.value: left out",
  ]);
});
