import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { th } from "./th";
import { consoleText } from "./th/console";
import { digest } from "./th/digest";

const months =
  "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(
    " ",
  );
const short = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" ");
const ofYear = new RegExp(
  [
    "25(5[89]|6[0-3])",
    "๒๕(๕[๘๙]|๖[๐-๓])",
    "(30|100|๓๐|๑๐๐),(000|๐๐๐)",
    "(?<![0-9,])(100|200|60)(?![0-9,])",
    ...[...months, ...short].map((name) => name.replaceAll(".", "\\.")),
  ].join("|"),
);

type Texts = { readonly [key: string]: string | Texts };
function namingYear(texts: Texts, path = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string"
      ? ofYear.test(text)
        ? [path + key]
        : []
      : namingYear(text, `${path}${key}.`),
  );
}

/** What may name a day, a year or an amount of 2561 outside a rule set, and why. */
const allowed: readonly { keys: RegExp; why: string }[] = [
  { keys: /^duties\./, why: "quotes the table of duties of 2561 word for word" },
  {
    keys: /\.(noticeWhy|receivingWhy|letterReason|docReason)$/,
    why: "a letter cites a paper by its number and date",
  },
  { keys: /\.(paperNumberHint|orderNumberHint)$/, why: "an example of a number" },
  { keys: /^areaMaps\.sourceHint$/, why: "an example of where a drawing comes from" },
  { keys: /^clock\.tooFar$/, why: "the last day of the demo's clock, no rule" },
  {
    keys: /^(console\.loginWrong|paperForm\.villageLimit|imports\.(fileHint|uploadTooLarge|fault_FILE_TOO_LARGE_CSV)|console\.(passwordLong|scaleWrong))$/,
    why: "a limit of sheets, megabytes, letters or people",
  },
];

test("no message outside the rule sets names a day, a year or an amount of 2561", () => {
  const found = namingYear({ ...th, console: consoleText, digest });
  expect(found.filter((key) => !allowed.some(({ keys }) => keys.test(key)))).toEqual([]);
  for (const { keys, why } of allowed)
    expect(
      found.some((key) => keys.test(key)),
      why,
    ).toBe(true);
});

test.each([
  "ต้องไม่ก่อนวันที่ 1 ก.พ. 2561",
  "เดือนกุมภาพันธ์",
  "รายได้ไม่เกิน 30,000 บาท",
  "อายุไม่เกิน 60 ปี",
  "เดือนละ 200 บาท",
  "ปี ๒๕๖๑",
])("a planted %s is found", (text) => {
  expect(namingYear({ planted: { text } })).toEqual(["planted.text"]);
});

/** Sources with numbers of that size that are no income: rows, places and pages that are too many, a loan, milliseconds. */
const limits = [
  "app/forms/draft-saver.ts",
  "domain/follow-up.ts",
  "domain/typed-numbers.ts",
  "server/capacities/commands.ts",
  "server/proof/prove.ts",
];

/** What is no message: the sources outside the rule sets, the demo and the tests, and the database as it stands. */
function filesUnder(folder: string, wanted: (file: string) => boolean) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(wanted)
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }))
    .toSorted((one, other) => (one.file < other.file ? -1 : 1));
}
const sources = filesUnder(
  "src",
  (file) => /\.tsx?$/.test(file) && !/\.test\.|generated|^domain\/rules|^cli\//.test(file),
);
const found = (files: typeof sources, says: (text: string) => boolean) =>
  files.filter(({ text }) => says(text)).map(({ file }) => file);

const decides = (text: string) =>
  /^(?! *(\*|\/\/|\/\*\*|--)).*["'`]20(1[789]|2\d)-\d\d(-\d\d)?["'`]/m.test(text);
const amounts = /^(?! *(\*|\/\/|\/\*\*)).*\b(3|10)(_?0){4,6}\b/m;

test("no source outside the rule sets, the demo and the tests decides by a day of 2018", () => {
  expect(decides('if (today >= "2018-03-02") return')).toBe(true);
  // The version of the consent's text, which is stored with every consent; the last day of the demo's clock.
  expect(found(sources, decides)).toEqual(["domain/intent.ts", "server/settings/commands.ts"]);
});

test("no source outside them decides by the line or the ceiling of income", () => {
  expect(amounts.test("if (incomeSatang <= 3_000_000) return")).toBe(true);
  expect(amounts.test("  WHERE income_2559_satang > 10000000")).toBe(true);
  expect(found(sources, (text) => amounts.test(text))).toEqual(limits);
});

test("the database as it stands decides by no day: it reads the rows of the rule sets", () => {
  expect(decides("  IF p_day < '2018-02-01' THEN")).toBe(true);
  // The version of the consent's text, with the intents of who was found later.
  expect(
    found(
      filesUnder("prisma/now", (file) => file.endsWith(".sql")),
      decides,
    ),
  ).toEqual(["requests.sql"]);
});
