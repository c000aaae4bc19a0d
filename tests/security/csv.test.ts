import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { exportPath, writeExport } from "@/server/exports/files";

/** What a spreadsheet takes for a formula, also behind blanks and in full width. */
const computes = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

async function written(rows: (string | number | null)[][]): Promise<string[][]> {
  const jobId = randomUUID();
  await writeExport(
    { headers: ["ก", "ข"], total: rows.length, pages: each(rows) },
    { jobId, format: "csv", names: { title: "x", heading: "" } },
  );
  const text = readFileSync(exportPath(jobId, "csv"), "utf8");
  return parse(text, { bom: true, record_delimiter: "\r\n" }).slice(1);
}

async function* each<Row>(rows: Row[]) {
  yield rows;
}

const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .tuple(
      fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\t=",
        "\u00a0+",
        "  @",
        "\n-",
        "\ufeff=",
      ),
      fc.constantFrom("1+1", 'HYPERLINK("http://x")', "cmd|' /C calc'!A0", "", "ก"),
    )
    .map(([start, rest]) => start + rest),
);

it("writes 10,000 strings so that no spreadsheet computes one, and loses none", async () => {
  const strings = fc.sample(cell, { numRuns: 10_000, seed: 2561 });
  const rows = await written(strings.map((text) => [text, "x"]));
  expect(rows).toHaveLength(strings.length);
  const computing = rows.filter(([text]) => computes.test(text ?? ""));
  expect(computing.slice(0, 5)).toEqual([]);
  const lost = strings.filter((text, nth) => ![text, `'${text}`].includes(rows[nth]?.[0] ?? ""));
  expect(lost.slice(0, 5)).toEqual([]);
  expect(strings.filter((text) => computes.test(text)).length).toBeGreaterThan(2000);
});

it("leaves numbers numbers, negative ones too", async () => {
  expect(
    await written([
      [-200, 15.5],
      [0, null],
    ]),
  ).toEqual([
    ["-200", "15.5"],
    ["0", ""],
  ]);
});
