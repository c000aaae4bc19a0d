import { isDeepStrictEqual } from "node:util";
import { addDays, addMonths, isIsoDate, isIsoMonth } from "@/domain/calendar";
import type { RuleSet, Source } from "@/domain/rules/rule-set";
import { isTrueOf, type Statement, sourceOf } from "./statement";

/** Where a value stands in a set: its keys from the outside in. */
type Path = readonly string[];
type Parent = { [key: string]: unknown };

/** A set with one constant changed. */
export type Mutant = {
  /** `topUp.lastMonth.value: "2018-12" → "2018-11"`. */
  name: string;
  /** What the value rests on; empty where it names nothing itself (words, the order of headings). */
  sources: readonly Source[];
  /** The changed set, made anew at every call. */
  make: () => RuleSet;
};

/**
 * Every constant of a set changed, one at a time: numbers, days and months by one up and down, what is open (null) closed, a
 * switch off, codes and texts by a letter and for the next that stands in the same field elsewhere, an entry of a list or a table
 * left out, two neighbours of a list exchanged.
 */
export function mutantsOf(rules: RuleSet): Mutant[] {
  const siblings = siblingsIn(rules);
  const found: Mutant[] = [];
  const add = (path: Path, says: string, change: Change) =>
    found.push({
      name: `${path.join(".")}: ${says}`,
      sources: sourcesOf(rules, path),
      make: () => changed(rules, path, change),
    });
  walk(rules, [], (value, path) => {
    for (const other of othersOf(value, siblings.get(fieldOf(path)) ?? []))
      add(path, `${JSON.stringify(value)} → ${JSON.stringify(other)}`, (parent, key) => {
        parent[key] = other;
      });
    if (path.length > 0) add(path, "left out", leaveOut);
    if (Array.isArray(value))
      for (const [index] of value.slice(1).entries())
        add([...path, String(index)], "exchanged with the next", exchange);
  });
  return found;
}

/**
 * Whether a statement notices, and one that quotes what the changed value rests on: a failure of anybody else does not count.
 * For a value that names nothing itself any statement does, since each quotes a clause.
 */
export function isNoticed({ sources, make }: Mutant, statements: readonly Statement[]): boolean {
  const rules = make();
  return statements
    .filter(({ clause }) => sources.length === 0 || sources.some(is(sourceOf(clause))))
    .some((statement) => !isTrueOf(statement, rules));
}

const is = (source: Source) => (other: Source) => isDeepStrictEqual(source, other);

function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (!isTable(value)) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], visit);
}

const isTable = (value: unknown): value is Parent => typeof value === "object" && value !== null;

/** Other values of a constant; none of a list or a table. */
function othersOf(value: unknown, siblings: readonly string[]): unknown[] {
  if (value === null) return [1];
  if (typeof value === "number") return [value - 1, value + 1];
  if (typeof value === "boolean") return [!value];
  if (typeof value !== "string") return [];
  if (isIsoDate(value)) return [addDays(value, -1), addDays(value, 1)];
  if (isIsoMonth(value)) return [addMonths(value, -1), addMonths(value, 1)];
  const next = siblings[(siblings.indexOf(value) + 1) % siblings.length];
  return [`${value}ๆ`, ...(next === undefined || next === value ? [] : [next])];
}

type Change = (parent: Parent, key: string) => void;

function changed(rules: RuleSet, path: Path, change: Change): RuleSet {
  const copy = structuredClone(rules);
  const parent = at(copy, path.slice(0, -1));
  change(parent, path.at(-1) ?? "");
  return copy;
}

function at(value: unknown, path: Path): Parent {
  const found = path.reduce((inner, key) => (isTable(inner) ? inner[key] : undefined), value);
  if (!isTable(found)) throw new RangeError(`No table at ${path.join(".")}`);
  return found;
}

const leaveOut: Change = (parent, key) => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
};

const exchange: Change = (parent, key) => {
  if (!Array.isArray(parent)) return;
  const [one, next] = parent.splice(Number(key), 2);
  parent.splice(Number(key), 0, next, one);
};

/** The tables of a set whose keys are entries. */
const tables = ["projects", "menus", "causes", "reasons", "noTopUp", "rounds", "bands", "ages"];

/** The field of a path, whatever the entry: what `menus.farmer.3.project` and `menus.employed.0.project` have alike. */
function fieldOf(path: Path): string {
  return path
    .filter((key) => !/^\d+$/.test(key))
    .map((key, index, keys) => (tables.includes(keys[index - 1] ?? "") ? "*" : key))
    .join(".");
}

/** All texts of each field. */
function siblingsIn(rules: RuleSet): Map<string, string[]> {
  const found = new Map<string, string[]>();
  walk(rules, [], (value, path) => {
    if (typeof value !== "string") return;
    const known = found.get(fieldOf(path)) ?? [];
    if (!known.includes(value)) known.push(value);
    found.set(fieldOf(path), known);
  });
  return found;
}

/** What the value at a path rests on: the nearest table around it that says so. */
function sourcesOf(rules: RuleSet, path: Path): Source[] {
  // What the whole set rests on is no clause of each of its values.
  if (path.length < 2 && !["version", "inForceFrom", "source"].includes(path[0] ?? "")) return [];
  for (let length = path.length; length >= 0; length--) {
    const found = saidBy(valueAt(rules, path.slice(0, length)));
    if (length > 0 || path.length < 2) if (found.length > 0) return found;
  }
  return [];
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (isTable(inner) ? inner[key] : undefined), value);

function saidBy(value: unknown): Source[] {
  if (!isTable(value)) return [];
  const { source, printed, citation, interpretation } = value;
  if (typeof citation === "string" || typeof interpretation === "number") return [value as Source];
  if (isTable(source)) return saidBy(source);
  const places = typeof printed === "string" ? [printed] : Array.isArray(printed) ? printed : [];
  return places.map((place) => ({ citation: place }));
}
