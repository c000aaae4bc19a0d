import { same } from "@/domain/rules/from-letter";
import { quoted } from "@/domain/rules/reasons";
import type { RuleSet, Source } from "@/domain/rules/rule-set";

/** A value that two sets have otherwise. `part` names the part of the set, `at` the place within it; null: not there. */
export type RuleDifference = {
  part: RulePart;
  at: string;
  before: RuleValue | null;
  after: RuleValue | null;
  /** What the later value rests on, in words; null where it has nothing of its own to rest on. */
  clause: string | null;
};
export type RuleValue =
  | string
  | number
  | boolean
  | null
  | readonly RuleValue[]
  | { [key: string]: RuleValue };

/** The parts of a set in the order in which they are read; every key of a set is in exactly one. */
export const ruleParts = [
  "inForceFrom",
  "topUp",
  "incomeBands",
  "incomeCeilingSatang",
  "overCeiling",
  "oneOffs",
  "mustReach",
  "walkIn",
  "homeVisits",
  "fieldworkHolidays",
  "followUpRounds",
  "coInterview",
  "projects",
  "projectsAnnounced",
  "categories",
  "menus",
  "menuReasons",
  "everyGroup",
  "everyGroupReasons",
  "causes",
  "occupations",
  "skills",
  "reasons",
  "words",
  "source",
  "version",
] as const satisfies readonly (keyof RuleSet)[];
export type RulePart = (typeof ruleParts)[number];

/** Everything in which a set differs from another, part by part. */
export function differencesOf(before: RuleSet, after: RuleSet): RuleDifference[] {
  return ruleParts.flatMap((part) => {
    const [old, now] = [leavesOf(before[part]), leavesOf(after[part])];
    const places = [...new Set([...old.keys(), ...now.keys()])];
    return places.flatMap((at) => {
      const [was, is] = [old.get(at), now.get(at)];
      if (was && is && same(was.value, is.value)) return [];
      return [
        {
          part,
          at,
          before: was?.value ?? null,
          after: is?.value ?? null,
          clause: is?.source ? quoted(is.source).clause : null,
        },
      ];
    });
  });
}

type Leaf = { value: RuleValue; source: Source | null };

/** The values of a part by their places; a cited value is one, with what it rests on. */
function leavesOf(part: unknown): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  collect(part, [], null, found);
  return found;
}

function collect(
  value: unknown,
  path: readonly string[],
  source: Source | null,
  into: Map<string, Leaf>,
) {
  if (isCited(value)) return collect(value.value, path, value.source, into);
  if (isSource(value))
    return into.set(path.join("."), { value: quoted(value).clause, source: value });
  if (typeof value === "object" && value !== null && !isPlainList(value)) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, [...path, keyOf(inner, key)], source, into);
    return;
  }
  if (isRuleValue(value)) into.set(path.join("."), { value, source });
}

/** An item of a list is named by its own code where it has one, so that one more in the middle moves nobody. */
function keyOf(item: unknown, key: string): string {
  if (typeof item !== "object" || item === null || !/^\d+$/.test(key)) return key;
  const named: { id?: unknown; project?: unknown; value?: unknown } = item;
  if (typeof named.id === "string") return named.id;
  if (typeof named.project === "string") return named.project;
  return key;
}

const isPlainList = (value: object): boolean =>
  Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);

function isCited(value: unknown): value is { value: unknown; source: Source } {
  return typeof value === "object" && value !== null && "since" in value && "source" in value;
}

const sourceKeys = ["citation", "interpretation", "letter"];
function isSource(value: unknown): value is Source {
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && sourceKeys.includes(keys[0] ?? "");
}

function isRuleValue(value: unknown): value is RuleValue {
  return value !== undefined;
}
