import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { th } from "./th";
import { consoleText } from "./th/console";
import { digest } from "./th/digest";

type Texts = { readonly [key: string]: string | Texts };
type Rule = { not: RegExp; say: string; but: string[] };

const [, after = ""] = readFileSync("docs/glossary.md", "utf8").split("## Words that are not said");
const [table = ""] = after.split("\n## ");

/** The table "Words that are not said" of the glossary. */
const rules: Rule[] = table.split("\n").flatMap((line) => {
  const [, not, say = "", but = ""] = /^\| `(.+)` \| (.+?) \|(?: (.+?))? \|$/.exec(line) ?? [];
  if (!not) return [];
  return [
    { not: new RegExp(not.replaceAll("\\|", "|")), say, but: but.split(" ").filter(Boolean) },
  ];
});

function messagesOf(texts: Texts, path = ""): (readonly [key: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[path + key, text] as const] : messagesOf(text, `${path}${key}.`),
  );
}

/** What messages say against the glossary, with what to say instead. */
function against(texts: Texts): string[] {
  return messagesOf(texts).flatMap(([key, text]) =>
    rules
      .filter(({ not, but }) => not.test(text) && !but.includes(key))
      .map(({ not, say }) => `${key}: not ${not.source}, but ${say}`),
  );
}

const all: Texts = { ...th, console: consoleText, digest };

test("every message keeps to the glossary's words", () => {
  expect(rules.length).toBeGreaterThan(25);
  expect(against(all)).toEqual([]);
});

test("a planted word is found, with what to say instead; a longer right word is not", () => {
  const planted = {
    desk: { by: "ผู้พิมพ์ {name}", right: "พิมพ์ใบรับ เลขที่ใบรับ" },
    file: { officer: "ผู้ดูแล (AO)", right: "เจ้าหน้าที่ผู้ดูแล (AO) แจ้งผู้ดูแลระบบ ปกปิดบางส่วน" },
  };
  expect(against(planted)).toEqual([
    "desk.by: not ผู้พิมพ์, but ผู้บันทึก",
    "file.officer: not (?<!เจ้าหน้าที่)ผู้ดูแล(?!ระบบ), but AO",
  ]);
});

test("every exception of the glossary is used", () => {
  const texts = new Map(messagesOf(all));
  for (const { not, but } of rules)
    for (const key of but) expect(texts.get(key) ?? "", key).toMatch(not);
});
