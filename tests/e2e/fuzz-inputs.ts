import type { Random } from "@tests/builders/random";
import { z } from "zod";
import type { AnyCommand } from "@/server/command";
import { routes } from "./matrix-table";

/** Texts that have broken programs before. */
export const hostileTexts = [
  "\0",
  "a\0b",
  "\ud800",
  "'",
  "''; --",
  "' OR '1'='1",
  "%",
  "_",
  "\\",
  "%00",
  "%ff%fe",
  "../../../../etc/passwd",
  "..\\..\\x",
  "<script>alert(1)</script>",
  "{{7*7}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
  "${7*7}",
  "=cmd|' /C calc'!A0",
  "\u202eabc",
  "\ufeff",
  "กำา้้้้้้",
  "👨‍👩‍👧‍👦",
  "x".repeat(3000),
  "๑๒๓",
  "__proto__",
  "constructor",
  "undefined",
  "null",
  "NaN",
  "-1",
  "0",
  "1e400",
  "99999999999999999999",
  "2018-02-30",
  "0000-00-00",
  "+275760-09-13",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "{",
  "[]",
  "",
  " ",
] as const;

const wrongTypes: unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  [],
  {},
  [[]],
  { $ne: null },
  { toString: 1 },
  ["a"],
];

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  pattern?: string;
  format?: string;
};

/** An input of the shape that a command takes, with a hostile text wherever free text is allowed. */
function resembling(schema: Schema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  if (schema.anyOf) return resembling(random.pick(schema.anyOf), random);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [
          name,
          resembling(part, random),
        ]),
      );
    case "array":
      return schema.items ? [resembling(schema.items, random)] : [];
    case "integer":
    case "number":
      return random.pick([-1, 0, 1, 2 ** 31, 2 ** 53, -0.5]);
    case "boolean":
      return random.chance(0.5);
    case "string":
      if (schema.format === "uuid") return random.uuid();
      if (schema.format === "date") return random.pick(["2018-02-26", "2018-03-05", "2017-01-01"]);
      return random.pick(hostileTexts);
    default:
      return null;
  }
}

const schemaOf = (command: AnyCommand) =>
  z.toJSONSchema(command.input, { io: "input", unrepresentable: "any" }) as Schema;

/** One input for a command that must be refused: a key too many, a key too few, or a value of another type. */
export function badInput(command: AnyCommand, random: Random): unknown {
  const input = resembling(schemaOf(command), random);
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return random.pick(wrongTypes);
  const keys = Object.keys(input);
  const key = random.pick(keys.length > 0 ? keys : ["id"]);
  switch (random.int(1, 4)) {
    case 1:
      return {
        ...input,
        [random.pick(["extra", "id", "role", "provinceCode", "createdAt", "isAdmin", "state"])]:
          random.pick(hostileTexts),
        "": 1,
      };
    case 2:
      // JSON may say __proto__; a spread would not.
      return JSON.parse(
        `{"__proto__": {"role": "administrator"}, "constructor": {"prototype": {}}, "rest": ${JSON.stringify(input)}}`,
      );
    case 3:
      return { ...input, [key]: random.pick([[], {}, { $ne: null }, [[]]]), "\u0000": 1 };
    default:
      return random.pick(wrongTypes);
  }
}

/** Bodies that are no envelope of a command at all. */
export function badBody(random: Random): string | Uint8Array {
  const id = random.uuid();
  return random.pick<string | Uint8Array>([
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "1e999",
    "{".repeat(20_000),
    "[".repeat(100_000),
    `{"name": "announcePlace", "id": "${id}", "input": {"a": "${"x".repeat(1_100_000)}"}}`,
    `{"name": "announcePlace", "id": "not-a-uuid", "input": {}}`,
    `{"name": "toString", "id": "${id}", "input": {}}`,
    `{"name": "__proto__", "id": "${id}", "input": {}}`,
    `{"name": ["announcePlace"], "id": "${id}", "input": {}}`,
    `{"name": "announcePlace", "id": "${id}"}`,
    `{"name": "announcePlace", "id": "${id}", "input": null, "actor": "admin"}`,
    new Uint8Array([0xff, 0xfe, 0x00, 0x7b]),
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    "name=announcePlace&id=1",
  ]);
}

/** Files that are no list. */
export function badFile(random: Random): Uint8Array {
  const text = (value: string) => new TextEncoder().encode(value);
  const noise = (bytes: number) => Uint8Array.from({ length: bytes }, () => random.int(0, 255));
  return random.pick([
    () => new Uint8Array(),
    () => noise(random.int(1, 5000)),
    () => text(`PK\u0003\u0004${"x".repeat(random.int(0, 500))}`),
    () => text(`\ufeff${'"'.repeat(random.int(1, 999))}`),
    () => text(`${"ก,".repeat(5000)}\n`),
    () => text(`เลขประจำตัวประชาชน,ชื่อ\n${"1,\0\n".repeat(50)}`),
    () => text("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"),
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...noise(600)]),
    () => text("\n".repeat(3000)),
  ])();
}

/** Every page of the reviewed table, and what its query strings may be called. */
export const pages = routes.filter((route) => !route.includes("["));

export const parameters = [
  "q",
  "after",
  "before",
  "page",
  "district",
  "subdistrict",
  "moo",
  "state",
  "officer",
  "cohort",
  "age",
  "income",
  "answer",
  "interviewed",
  "draft",
  "assessment",
  "agency",
  "group",
  "dimension",
  "project",
  "briefing",
  "code",
  "corrects",
  "day",
  "history",
  "kind",
  "lack",
  "list",
  "month",
  "papers",
  "province",
  "replaces",
  "version",
  "with",
  "callbackUrl",
  "error",
  "_rsc",
];

/** Every address with a parameter in it. */
export const routesWithIds = [
  ...routes
    .filter((route) => route.includes("["))
    .map((route) => route.replace(/\[[^\]]+\]/g, "*")),
  "/api/auth/*",
  "/*",
];
