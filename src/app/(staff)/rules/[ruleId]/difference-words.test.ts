import {
  annexes,
  extension,
  flat,
  letters,
  limited,
  newRow,
  oneOff,
  outreach,
  raise,
} from "@tests/builders/rule-letters";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { z } from "zod";
import { withCodeLists } from "@/domain/rules/catalogue-change";
import { differencesOf } from "@/domain/rules/differences";
import { reasonNamed } from "@/domain/rules/reason-words";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetSchema } from "@/domain/rules/rule-set-schema";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { rulesOn } from "@/domain/rules/sets";
import { chosen } from "@/i18n/chosen";
import { differenceWords } from "./difference-words";

const firstRules = rulesOn(ruleSetsOfCode, "2018-02-26");

const words = {
  rules: createTranslator({ ...chosen, namespace: "rules" }),
  words: createTranslator({ ...chosen, namespace: "words" }),
  assessment: createTranslator({ ...chosen, namespace: "assessment" }),
};

type Found = { names: Set<string>; codes: Set<string> };

/** Every name of the schema that can stand in a path, and every code that a value can be. */
function walk(schema: unknown, found: Found): Found {
  if (schema instanceof z.ZodObject) {
    for (const [name, inner] of Object.entries(schema.shape)) {
      found.names.add(name);
      walk(inner, found);
    }
    walk(schema.def.catchall, found);
  }
  if (schema instanceof z.ZodEnum) for (const code of schema.options) found.codes.add(String(code));
  if (schema instanceof z.ZodArray) walk(schema.element, found);
  if (schema instanceof z.ZodTuple) for (const item of schema.def.items) walk(item, found);
  if (schema instanceof z.ZodRecord) {
    walk(schema.def.keyType, found);
    walk(schema.def.valueType, found);
  }
  if (schema instanceof z.ZodUnion) for (const option of schema.options) walk(option, found);
  if (schema instanceof z.ZodIntersection)
    for (const side of [schema.def.left, schema.def.right]) walk(side, found);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  )
    walk(schema.def.innerType, found);
  return found;
}

/** What never stands in a path: a cited value is one, and a source is said by its clause. */
const within = ["value", "since", "source", "citation", "interpretation", "letter", "number", "on"];
const unsaid = new Set([...within, "at"]);
const thai = /^[^A-Za-z]*[ก-๙][^A-Za-z]*$/;

it("every name of a set's schema, and every code that a value can be, has Thai words", () => {
  const { names, codes } = walk(ruleSetSchema, { names: new Set(), codes: new Set() });
  expect(names.size).toBeGreaterThan(80);
  const { placeOf, valueSaid } = differenceWords({ rules: firstRules, before: firstRules }, words);
  const parts = Object.keys({ ...firstRules, oneOffs: [] });
  for (const name of names) {
    if (unsaid.has(name) || parts.includes(name)) continue;
    expect(placeOf({ part: "topUp", at: name }), name).toMatch(thai);
  }
  for (const code of codes)
    expect(valueSaid({ part: "topUp", at: "trigger" }, code), code).not.toBe(code);
});

it("no difference of any letter shows a path of the file", () => {
  const nothing: RuleSet = {
    ...firstRules,
    ...{ projects: {}, categories: [], everyGroupReasons: [] },
    menus: { farmer: [], employed: [], self_employed: [], not_working: [] },
    menuReasons: { farmer: [], employed: [], self_employed: [], not_working: [] },
    causes: { ...firstRules.causes, debt: { categories: ["-"], dimension: 1 } },
  };
  const withLists = withCodeLists(newRow, annexes, letters.annexes, "ข้อ 1");
  const sets = [extension, raise, flat, oneOff, limited, outreach, withLists, nothing];
  const shown = sets.flatMap((after) => {
    const { placeOf } = differenceWords({ rules: after, before: firstRules }, words);
    return differencesOf(firstRules, after).map((each) => [each.at, placeOf(each)] as const);
  });
  expect(shown.length).toBeGreaterThan(500);
  // A code stands beside its name, never alone.
  const bare = shown.filter(([, said]) =>
    said.split(" · ").some((part) => !/[ก-๙]/.test(part) || /_/.test(part)),
  );
  expect(bare).toEqual([]);
});

it("every reason of every letter is said in Thai", () => {
  for (const rules of [firstRules, extension, raise, flat, oneOff, outreach])
    for (const code of Object.keys(rules.reasons))
      expect(reasonNamed(rules, code), code).toMatch(/^[^A-Z_]*[ก-๙][^A-Z_]*$/);
  expect(reasonNamed(raise, "MONTHLY_300")).toBe("เดือนละ 300 บาท");
  expect(reasonNamed(oneOff, "ONCE_DECEMBER_2018")).toBe("เงินช่วยเหลือครั้งเดียว ครั้งเดียว 500 บาท");
  expect(reasonNamed(flat, "RETROACTIVE_MONTHS")).toContain("26 มิถุนายน 2566");
});
