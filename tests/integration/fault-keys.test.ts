import { expect, it } from "vitest";
import { readFault } from "@/domain/fault";
import { commandNamed, commandNames } from "@/server/commands";

/** Messages in zod schemas are plain strings that no type checks: this test checks each one. */

type Def = Record<string, unknown> & { error?: (issue: object) => unknown };
const defOf = (value: unknown): Def | undefined =>
  typeof value === "object" && value !== null && "_zod" in value
    ? ((value as { _zod: { def: Def } })._zod.def as Def)
    : undefined;

/** Every message of a schema and of all that it is made of. */
function messagesOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const def = defOf(value);
  const message = def?.error?.({ code: "custom", input: undefined });
  return [
    ...(typeof message === "string" ? [message] : []),
    ...Object.values(def ?? value).flatMap((part) => messagesOf(part, seen)),
  ];
}

it.each([...commandNames])("what %s finds wrong has a sentence", (name) => {
  const messages = messagesOf(commandNamed(name)?.input);
  expect(messages.filter((message) => readFault(message).key === null)).toEqual([]);
});

it("control: the messages are found, also of checks, of unions and inside lists", () => {
  const all = new Set(commandNames.flatMap((name) => messagesOf(commandNamed(name)?.input)));
  expect([...all]).toEqual(
    expect.arrayContaining(["missing", "choose", "identityMissing", "errorBaht", "tooLong 300"]),
  );
  expect(all.size).toBeGreaterThan(25);
});
