import compile from "icu-minify/compile";
import {
  _createCache as createCache,
  _createIntlFormatters as createFormatters,
  createTranslator,
} from "use-intl/core";
import { expect, test } from "vitest";
import { chosen } from "./chosen";
import formatMessage from "./format-message";

/**
 * The build compiles messages (scripts/messages-loader.mjs), so a page formats them by other code than the worker and the
 * command line: both must say the same of every message.
 */
type Texts = { readonly [key: string]: string | Texts };
type Values = Record<string, string | number | Date>;
type Compiled = ReturnType<typeof compile>;

const each = (texts: Texts, path: readonly string[] = []): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[[...path, key].join("."), text]] : each(text, [...path, key]),
  );

/** What is put into a message: every option of a choice, and numbers that are one, several and thousands. */
function valuesOf(message: Compiled): Values[] {
  const options = new Map<string, readonly (string | number)[]>();
  const look = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, type, choices] = part;
    if (typeof name === "string" && (type === undefined || typeof type === "number")) {
      const known = options.get(name) ?? [];
      if (type === 1) options.set(name, [...known, ...Object.keys(choices)]);
      else if (typeof type === "number" && type !== 0) options.set(name, [0, 1, 2, 12_345]);
      else if (known.length === 0) options.set(name, ["คำ"]);
      for (const choice of Object.values(type === undefined ? {} : (choices ?? {}))) look(choice);
    }
    for (const inner of part) look(inner);
  };
  look(message);
  const rows = Math.max(1, ...[...options.values()].map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      [...options].map(([name, known]) => [name, known[row % known.length] as string | number]),
    ),
  );
}

const cache = createCache();
const formatters = createFormatters(cache);

test("a message says the same compiled and read", () => {
  const faults: string[] = [];
  let compared = 0;
  for (const [path, text] of each(chosen.messages)) {
    const message = compile(text);
    const cut = path.lastIndexOf(".");
    const t = createTranslator<Texts>({
      ...chosen,
      messages: chosen.messages,
      onError: (error) => {
        throw error;
      },
    });
    for (const values of valuesOf(message)) {
      const tags = Object.fromEntries(
        [...text.matchAll(/<(\w+)>/g)].map(([, name = ""]) => [
          name,
          (inner: unknown) => `[${[inner].flat().join("")}]`,
        ]),
      );
      const read = [t.rich(path as never, { ...values, ...tags } as never)].flat().join("");
      const said = formatMessage(path, message, { ...values, ...tags } as never, {
        ...chosen,
        cache,
        formatters,
      });
      compared += 1;
      // An empty list is taken for a fault, and the page shows the key.
      if (Array.isArray(said) && said.length === 0) faults.push(`${path} says nothing`);
      if ([said].flat().join("") !== read)
        faults.push(`${path.slice(cut + 1)}: ${[said].flat().join("")} | ${read}`);
    }
  }
  expect(faults).toEqual([]);
  expect(compared).toBeGreaterThan(4_000);
});
