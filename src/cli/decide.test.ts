import { PassThrough, Readable, Writable } from "node:stream";
import { factLines } from "@tests/builders/fact-lines";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runDecide } from "@/cli/decide";

const answers = (...chunks: (string | Buffer)[]) => answersOf({ brief: false }, ...chunks);

async function answersOf(
  how: { brief: boolean },
  ...chunks: (string | Buffer)[]
): Promise<unknown[]> {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  await runDecide(Readable.from(chunks), output, how);
  expect(text === "" || text.endsWith("\n")).toBe(true);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

const invalidJson = { error: "INVALID_JSON" };

test("brief answers are the whole ones with the codes of their reasons", async () => {
  const lines = [...factLines(500), "no json", ""].join("\n");
  const whole = (await answersOf({ brief: false }, lines)) as { reasons?: { code: string }[] }[];
  const brief = await answersOf({ brief: true }, lines);
  expect(brief).toEqual(
    whole.map((answer) =>
      answer.reasons ? { ...answer, reasons: answer.reasons.map(({ code }) => code) } : answer,
    ),
  );
  expect(whole.filter(({ reasons }) => reasons).length).toBeGreaterThan(400);
});

test("the example of the contract", async () => {
  const [answer] = await answers(
    '{"income2559": 30000, "birthDate": "1960-05-01", "intentOn": "2018-02-28", "assessedOn": null, "targetGroup": "farmer", "aoAgency": "BAAC"}\n',
  );
  expect(Object.keys(answer as object)).toEqual([
    "band",
    "topUp",
    "outreach",
    "coInterviewerRequired",
    "coInterviewerAgency",
    "menu",
    "reasons",
    "rules",
  ]);
  expect(answer).toMatchObject({
    band: "up_to_30000",
    topUp: { monthly: 200, from: "2018-03", until: "2018-12", months: 10, total: 2000 },
    outreach: "walk_in_done",
    coInterviewerRequired: false,
    coInterviewerAgency: null,
    menu: expect.arrayContaining([
      { project: "BAAC-01", dimension: 2, category: "เพิ่มพูนศักยภาพ", agency: "ธ.ก.ส." },
      { project: "GHB-01", dimension: 4, category: null, agency: "ธอส." },
    ]),
    rules: "2018-01-09",
  });
});

test("one answer a line, in order; blank lines are skipped; no line end at the end", async () => {
  const input =
    '\n{"income2559": 1}\r\n  \nnot json\n{"income2559": -1}\n\n{"income2559": 30001, "x": {}}';
  const bands = await answers(input);
  expect(bands).toMatchObject([
    { band: "up_to_30000" },
    invalidJson,
    { error: "INVALID_INPUT", field: "income2559" },
    { band: "over_30000" },
  ]);
  expect(bands).toHaveLength(4);
});

test.each(["[]", "null", "1", '"text"', "true", "{", '{"income2559": NaN}', "{'income2559': 1}"])(
  "%s is no JSON object",
  async (line) => {
    expect(await answers(`${line}\n`)).toEqual([invalidJson]);
  },
);

test("a line that is not UTF-8 is no JSON", async () => {
  const broken = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d, 0x0a]);
  expect(await answers(broken, '{"income2559": 1}\n')).toMatchObject([
    invalidJson,
    { band: "up_to_30000" },
  ]);
});

test("a byte order mark and Unicode's own line ends do not disturb", async () => {
  const line = `\ufeff{"income2559": 1, "note": "ก\u2028ข\u0085"}\n`;
  expect(await answers(line)).toMatchObject([{ band: "up_to_30000" }]);
});

test("nothing in, nothing out", async () => {
  expect(await answers()).toEqual([]);
  expect(await answers("\n\n \n")).toEqual([]);
});

test("an endless line is answered once and not kept", async () => {
  const chunk = "x".repeat(300_000);
  const long = await answers(...Array.from({ length: 10 }, () => chunk), "\n", '{"income2559": 1}');
  expect(long).toMatchObject([invalidJson, { band: "up_to_30000" }]);
});

test("wherever the input is cut into chunks, the answers are the same", async () => {
  const bytes = Buffer.from('{"income2559": 1, "ชื่อ": "น้ำ"}\n\nไม่ใช่\n{"income2559": 99999}\n');
  const whole = await answers(bytes);
  expect(whole).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
      expect(await answers(...pieces)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test("an answer comes before the next line is sent", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const running = runDecide(input, output);
  input.write('{"income2559": 1}\n');
  const [first] = (await output.iterator({ destroyOnReturn: false }).next()).value
    .toString()
    .split("\n");
  expect(JSON.parse(first)).toMatchObject({ band: "up_to_30000" });
  input.end();
  await running;
});

test("a slow reader slows the writer: the input is not read ahead", async () => {
  let sent = 0;
  const lines = function* () {
    for (; sent < 5000; sent += 1) yield '{"income2559": 1, "targetGroup": "farmer"}\n';
  };
  const output = new Writable({ highWaterMark: 1, write: () => undefined });
  const running = runDecide(Readable.from(lines(), { highWaterMark: 1 }), output);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(100);
  output.destroy(Object.assign(new Error("closed"), { code: "EPIPE" }));
  await running;
});

test("a reader that goes away ends the run quietly; another fault is reported", async () => {
  const failing = (code: string) =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });
  const line = '{"income2559": 1}\n';
  await expect(runDecide(Readable.from([line]), failing("EPIPE"))).resolves.toBeUndefined();
  await expect(runDecide(Readable.from([line]), failing("ENOSPC"))).rejects.toThrow("ENOSPC");
});

test.each([
  ["birthDate", "1889-12-31"],
  ["birthDate", "1417-05-01"],
  ["birthDate", "2503-05-01"],
  ["intentOn", "2561-02-10"],
  ["intentOn", "1899-12-31"],
  ["assessedOn", "2201-01-01"],
  ["assessedOn", "9999-12-31"],
  ["assessedOn", "0001-01-01"],
])("%s %s is of no year that this programme has", async (field, date) => {
  const line = JSON.stringify({ income2559: 1, [field]: date });
  expect(await answers(`${line}\n`)).toEqual([{ error: "INVALID_INPUT", field }]);
});

test("no line ends the run, whatever is in it", async () => {
  const date = fc
    .record({
      year: fc.integer({ min: 0, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    })
    .map(({ year, month, day }) =>
      [String(year).padStart(4, "0"), month, day]
        .map((part) => String(part).padStart(2, "0"))
        .join("-"),
    );
  const facts = fc.record(
    {
      income2559: fc.oneof(fc.nat(200_000), fc.double(), fc.anything()),
      birthDate: fc.oneof(date, fc.anything()),
      intentOn: fc.oneof(date, fc.anything()),
      assessedOn: fc.oneof(date, fc.anything()),
      targetGroup: fc.oneof(fc.constantFrom("farmer", "employed"), fc.anything()),
    },
    { requiredKeys: ["income2559"] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 20 }), async (lines) => {
      const texts = lines.map((line) =>
        JSON.stringify(line, (_, value) => (typeof value === "bigint" ? String(value) : value)),
      );
      expect(await answers(`${texts.join("\n")}\n`)).toHaveLength(lines.length);
    }),
    { numRuns: 300, seed: 2561 },
  );
});
